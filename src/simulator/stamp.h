// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Points of simulated time. The wire carries seven fractional digits, more than QDateTime holds, so the tenant counts in
// ticks of 100 ns since 1970 (UTC). Values; no thread of their own.

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

namespace simulator {

using Ticks = qint64;

constexpr Ticks oneMillisecond = 10'000;
constexpr Ticks oneSecond = 1000 * oneMillisecond;
constexpr Ticks oneMinute = 60 * oneSecond;
constexpr Ticks oneHour = 60 * oneMinute;
constexpr Ticks oneDay = 24 * oneHour;

[[nodiscard]] Ticks ticksFrom(const QDateTime &time);
[[nodiscard]] QDateTime timeFrom(Ticks ticks);
[[nodiscard]] QByteArray stampBytes(Ticks ticks); // 2026-02-25T16:29:33.1234567Z
[[nodiscard]] QString stamp(Ticks ticks);
[[nodiscard]] QString secondStamp(Ticks ticks); // 2026-02-25T16:29:33Z
// Reads a date or a date with time, 0 to 7 fractional digits, Z or an offset; without a zone it is UTC.
[[nodiscard]] std::optional<Ticks> parseStamp(QStringView text);

} // namespace simulator
