// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A point in time as Microsoft Graph writes it: UTC with up to seven fraction digits. QDateTime keeps three, and a
// watermark that loses digits loses items. Ticks of 100 ns since 1970. Pure; any thread.

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace domain {

struct Moment {
    qint64 ticks = 0; // 100 ns since 1970-01-01T00:00:00Z; may be negative

    // "2026-02-25T16:29:33.1Z" with 0 to 9 fraction digits, of which seven count; no zone is read as UTC; nothing for
    // anything else (other zones included), and for year 0001, which the service uses for "no value".
    [[nodiscard]] static std::optional<Moment> parse(QStringView wire);
    [[nodiscard]] static Moment fromDateTime(const QDateTime &time);
    [[nodiscard]] static Moment fromMsecs(qint64 msecsSinceEpoch) { return {msecsSinceEpoch * 10'000}; }

    [[nodiscard]] QString wire() const; // always seven digits and Z
    // Floor, so that a moment never reads later than it was, before 1970 too.
    [[nodiscard]] qint64 msecs() const { return ticks / 10'000 - (ticks % 10'000 < 0 ? 1 : 0); }
    [[nodiscard]] QDateTime dateTime() const; // UTC, milliseconds
    [[nodiscard]] Moment plusSeconds(qint64 seconds) const { return {ticks + seconds * 10'000'000}; }

    friend auto operator<=>(const Moment &, const Moment &) = default;
};

// Half open: from <= t < to.
struct TimeWindow {
    Moment from;
    Moment to;

    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::Moment)
