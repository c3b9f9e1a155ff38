// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A time as the filter writes it: -24h, +2d, today, yesterday, 2026-02-25, 2026-02-25T10:00, the latter two local unless
// they end in Z. Resolved only when it is compared, so that a kept filter moves with the clock. Any thread.

#include "filternodes.h"

namespace domain {

class FilterTime
{
public:
    [[nodiscard]] static std::optional<FilterTime> parse(const QString &text);

    // A whole day counts as its span: `is` within, `>` after its end. A bare -24h means since then, a bare +24h until then.
    [[nodiscard]] bool accepts(Moment time, FilterComparison comparison, const FilterContext &context) const;

private:
    enum class Kind { Relative, DayFromToday, Day, Local, Utc };

    FilterTime(Kind kind, qint64 number)
        : m_kind(kind)
        , m_number(number)
    {
    }
    [[nodiscard]] TimeWindow window(const FilterContext &context) const; // empty for a point in time

    Kind m_kind;
    qint64 m_number; // seconds, days from today, days since 1970, or ticks, by kind
};

} // namespace domain
