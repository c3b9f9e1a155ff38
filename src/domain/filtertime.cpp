// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filtertime.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qint64 SecondTicks = 10'000'000;
constexpr qint64 DaySeconds = 86'400;
constexpr qint64 MostUnits = 100'000; // of a relative time; more is a slip, and would overflow in time

std::optional<qint64> secondsOfUnit(QChar unit)
{
    switch (unit.toLower().unicode()) {
    case u'm': return 60;
    case u'h': return 3'600;
    case u'd': return DaySeconds;
    case u'w': return 7 * DaySeconds;
    default: return std::nullopt;
    }
}

std::optional<qint64> relativeSeconds(QStringView text)
{
    if (text.size() < 3 || (text.front() != u'-' && text.front() != u'+'))
        return std::nullopt;
    const auto unit = secondsOfUnit(text.back());
    const QStringView digits = text.sliced(1, text.size() - 2);
    bool isNumber = digits.front().isDigit();
    const qint64 count = isNumber ? digits.toLongLong(&isNumber) : 0;
    if (!unit || !isNumber || count > MostUnits)
        return std::nullopt;
    return (text.front() == u'-' ? -count : count) * *unit;
}

qint64 dayOf(qint64 ticks)
{
    const qint64 ticksPerDay = DaySeconds * SecondTicks;
    return ticks / ticksPerDay - (ticks % ticksPerDay < 0 ? 1 : 0);
}

} // namespace

std::optional<FilterTime> FilterTime::parse(const QString &text)
{
    if (text.compare("today"_L1, Qt::CaseInsensitive) == 0)
        return FilterTime(Kind::DayFromToday, 0);
    if (text.compare("yesterday"_L1, Qt::CaseInsensitive) == 0)
        return FilterTime(Kind::DayFromToday, -1);
    if (const auto seconds = relativeSeconds(text))
        return FilterTime(Kind::Relative, *seconds);
    if (const auto day = Moment::parse(QString(text + u"T00:00:00Z"_s)))
        return FilterTime(Kind::Day, dayOf(day->ticks));
    const bool isUtc = text.endsWith(u'Z');
    const QString withSeconds = (isUtc ? text.chopped(1) : text) + u":00Z"_s;
    auto moment = Moment::parse(text);
    if (!moment)
        moment = Moment::parse(withSeconds);
    if (!moment)
        return std::nullopt;
    return FilterTime(isUtc ? Kind::Utc : Kind::Local, moment->ticks);
}

TimeWindow FilterTime::window(const FilterContext &context) const
{
    const auto day = [&context](qint64 number) -> TimeWindow {
        const Moment start {(number * DaySeconds - context.utcOffsetSeconds) * SecondTicks};
        return {start, start.plusSeconds(DaySeconds)};
    };
    switch (m_kind) {
    case Kind::Relative: {
        const Moment point = context.now.plusSeconds(m_number);
        return {point, point};
    }
    case Kind::DayFromToday: return day(dayOf(context.now.plusSeconds(context.utcOffsetSeconds).ticks) + m_number);
    case Kind::Day: return day(m_number);
    case Kind::Local: {
        const Moment point = Moment {m_number}.plusSeconds(-context.utcOffsetSeconds);
        return {point, point};
    }
    case Kind::Utc: return {{m_number}, {m_number}};
    }
    Q_UNREACHABLE();
}

bool FilterTime::accepts(Moment time, FilterComparison comparison, const FilterContext &context) const
{
    const TimeWindow span = window(context);
    const bool isDay = span.from != span.to;
    switch (comparison) {
    case FilterComparison::Is:
        if (m_kind == Kind::Relative)
            return m_number <= 0 ? time >= span.from : time <= span.to;
        return isDay ? time >= span.from && time < span.to : time == span.from;
    case FilterComparison::Less: return time < span.from;
    case FilterComparison::LessOrEqual: return isDay ? time < span.to : time <= span.to;
    case FilterComparison::Greater: return isDay ? time >= span.to : time > span.to;
    case FilterComparison::GreaterOrEqual: return time >= span.from;
    }
    Q_UNREACHABLE();
}

} // namespace domain
