// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables `feed`, `feed_window` and `pending_round`: how far the service has been read. In the thread of its connection.

#include "feeds.h"
#include "statement.h"

namespace store {

class FeedTable
{
public:
    explicit FeedTable(Connection &connection);

    [[nodiscard]] FeedState state(Feed feed);
    void plan(Feed feed, const QList<domain::TimeWindow> &open); // instead of those that are there
    void drain(Feed feed, const domain::TimeWindow &drained);
    void setWatermark(Feed feed, domain::Moment watermark);
    void setIncomplete(Feed feed, const QStringList &scopes);
    [[nodiscard]] std::optional<PendingRound> pendingRound();
    void notePendingRound(const PendingRound &round);
    void clear(); // both feeds

private:
    Statement m_select;
    Statement m_windows;
    Statement m_forget;
    Statement m_plan;
    Statement m_watermark;
    Statement m_incomplete;
    Statement m_round;
    Statement m_noteRound;
    Statement m_clearFeeds;
    Statement m_clearWindows;
};

} // namespace store
