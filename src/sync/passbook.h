// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether a reading of a window, page after page, has seen everything in it. While we page, an incident that is changed
// gets a newer stamp and leaves the window; rows behind it move up, and one of them slips past between two pages. So a
// reading counts only if
//   - it was one page without a next link, or
//   - it saw as many different items as the first page's @odata.count announced, or
//   - it saw every item of the reading before it again with the same stamp: then none had left during that one.
// A window lies in the past, so nothing enters it. Pure; used in the ingest thread.

#include "domain/moment.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace casemate::sync {

struct SeenItem {
    QString id; // for one that could not be read: a digest of its bytes
    domain::Moment stamp;
};

enum class Reading {
    GoesOn, // the page has a next link
    Complete,
    Incomplete, // some page was answered with 206 or a Warning
    Unsure, // rows may have slipped past: to be read again
    Short, // nothing slipped, yet fewer items than announced: a next link is missing or the count is wrong
};

struct PageSeen {
    QList<SeenItem> items;
    std::optional<qint64> count; // @odata.count
    bool hasNext = false;
    bool incomplete = false;
};

class PassBook
{
public:
    // Before the first page of a reading. A reading of the same window as the last one is compared with it, unless that
    // one broke off.
    void begin(const domain::TimeWindow &window);
    [[nodiscard]] Reading note(const PageSeen &page);

    [[nodiscard]] qint64 seen() const { return m_now.size(); }
    // Half of what was seen is not older; where rows lie close together this cuts a window better than its middle.
    [[nodiscard]] std::optional<domain::Moment> medianStamp() const;

private:
    [[nodiscard]] bool sawAllOfBefore() const;

    domain::TimeWindow m_window;
    QHash<QString, domain::Moment> m_now;
    std::optional<QHash<QString, domain::Moment>> m_before;
    std::optional<qint64> m_count; // as the first page said
    int m_pages = 0;
    bool m_incomplete = false;
    bool m_ended = false;
};

} // namespace casemate::sync
