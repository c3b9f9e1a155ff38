// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moment.h"

#include <QTimeZone>

#include <chrono>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qint64 TicksPerSecond = 10'000'000;
constexpr qint64 SecondsPerDay = 86'400;
constexpr qint64 LastTick = 253'402'300'800 * TicksPerSecond; // the year 10000, which has no wire form
constexpr int FractionDigits = 7; // what a tick can hold
constexpr int MostFractionDigits = 9; // nanoseconds, cut to ticks

// Reads exactly `digits` decimal digits from the front; nothing if there is anything else.
std::optional<int> takeNumber(QStringView &text, qsizetype digits)
{
    if (text.size() < digits)
        return std::nullopt;
    int number = 0;
    for (const QChar c : text.first(digits)) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    text = text.sliced(digits);
    return number;
}

bool take(QStringView &text, QChar expected)
{
    if (text.isEmpty() || text.front() != expected)
        return false;
    text = text.sliced(1);
    return true;
}

std::optional<qint64> takeDay(QStringView &text)
{
    const auto year = takeNumber(text, 4);
    if (!year || !take(text, u'-'))
        return std::nullopt;
    const auto month = takeNumber(text, 2);
    if (!month || !take(text, u'-'))
        return std::nullopt;
    const auto day = takeNumber(text, 2);
    if (!day || *year < 2)
        return std::nullopt;
    const std::chrono::year_month_day date {std::chrono::year {*year}, std::chrono::month(unsigned(*month)),
                                            std::chrono::day(unsigned(*day))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

// Seconds of the day. A leap second reads as the first second of the next day, as UNIX time has it.
std::optional<qint64> takeTimeOfDay(QStringView &text)
{
    const auto hour = takeNumber(text, 2);
    if (!hour || *hour > 23 || !take(text, u':'))
        return std::nullopt;
    const auto minute = takeNumber(text, 2);
    if (!minute || *minute > 59 || !take(text, u':'))
        return std::nullopt;
    const auto second = takeNumber(text, 2);
    if (!second || *second > 60 || (*second == 60 && (*hour != 23 || *minute != 59)))
        return std::nullopt;
    return *hour * 3600 + *minute * 60 + *second;
}

// Ticks of the digits after the point; digits beyond a tick are cut off, which for a watermark is the safe direction.
std::optional<qint64> takeFraction(QStringView &text)
{
    qint64 ticks = 0;
    int digits = 0;
    for (; !text.isEmpty() && text.front() >= u'0' && text.front() <= u'9'; ++digits) {
        if (digits < FractionDigits)
            ticks = ticks * 10 + (text.front().unicode() - u'0');
        text = text.sliced(1);
    }
    if (digits == 0 || digits > MostFractionDigits)
        return std::nullopt;
    for (; digits < FractionDigits; ++digits)
        ticks *= 10;
    return ticks;
}

} // namespace

std::optional<Moment> Moment::parse(QStringView wire)
{
    const auto day = takeDay(wire);
    if (!day || !take(wire, u'T'))
        return std::nullopt;
    const auto second = takeTimeOfDay(wire);
    if (!second)
        return std::nullopt;
    qint64 fraction = 0;
    if (take(wire, u'.')) {
        const auto taken = takeFraction(wire);
        if (!taken)
            return std::nullopt;
        fraction = *taken;
    }
    take(wire, u'Z');
    if (!wire.isEmpty())
        return std::nullopt;
    const Moment moment {(*day * SecondsPerDay + *second) * TicksPerSecond + fraction};
    if (moment.ticks >= LastTick)
        return std::nullopt;
    return moment;
}

Moment Moment::fromDateTime(const QDateTime &time)
{
    return fromMsecs(time.toMSecsSinceEpoch());
}

QString Moment::wire() const
{
    const std::chrono::duration<qint64, std::ratio<1, TicksPerSecond>> sinceEpoch {ticks};
    const auto dayStart = std::chrono::floor<std::chrono::days>(sinceEpoch);
    const std::chrono::year_month_day date {std::chrono::sys_days(dayStart)};
    const qint64 inDay = ticks - qint64(dayStart.count()) * SecondsPerDay * TicksPerSecond;
    const auto padded = [](qint64 number, int width) { return u"%1"_s.arg(number, width, 10, QChar(u'0')); };
    const qint64 second = inDay / TicksPerSecond;
    return padded(int(date.year()), 4) + u'-' + padded(unsigned(date.month()), 2) + u'-'
        + padded(unsigned(date.day()), 2) + u'T' + padded(second / 3600, 2) + u':' + padded(second / 60 % 60, 2) + u':'
        + padded(second % 60, 2) + u'.' + padded(inDay % TicksPerSecond, FractionDigits) + u'Z';
}

QDateTime Moment::dateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(msecs(), QTimeZone::utc());
}

} // namespace domain
