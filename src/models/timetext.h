// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times for people: in the person's language and time zone, the zone always named. Relative ones are exact enough to act on
// and never promise more ("in 3 h" is at least 3 h). A value; without a locale of its own in the GUI thread, else any.

#include "domain/moment.h"

#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace models {

// The whole program tells times in UTC instead of the local zone, wherever a TimeText has none of its own. GUI thread.
void showUtc(bool utc);

class TimeText
{
public:
    TimeText(); // as the program speaks at each moment
    TimeText(const QLocale &locale, const QTimeZone &zone);

    [[nodiscard]] QString absolute(domain::Moment moment) const; // "2026-02-25 17:29 CET", by locale
    [[nodiscard]] QString exact(domain::Moment moment) const; // with seconds, for history and details
    [[nodiscard]] QString relative(domain::Moment moment, domain::Moment now) const; // "5 min ago", "in 3 h", "now"
    // Relative within a week, else the date.
    [[nodiscard]] QString brief(domain::Moment moment, domain::Moment now) const;
    [[nodiscard]] QString remaining(domain::Moment until, domain::Moment now) const; // "2 d 4 h", "over"
    [[nodiscard]] qint64 utcOffsetSeconds(domain::Moment at) const; // for FilterContext

private:
    [[nodiscard]] QLocale locale() const { return m_locale.value_or(QLocale()); }
    [[nodiscard]] QTimeZone zone() const;

    std::optional<QLocale> m_locale;
    QTimeZone m_zone;
};

} // namespace models
