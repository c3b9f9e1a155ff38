// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qint64 Minute = 60;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;
constexpr qint64 TicksPerSecond = 10'000'000;

QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("models", text, "a time", count);
}

qint64 secondsBetween(domain::Moment earlier, domain::Moment later)
{
    return (later.ticks - earlier.ticks) / TicksPerSecond;
}

// "3 h", rounded down.
QString length(qint64 seconds)
{
    if (seconds < Minute)
        return translated("%n s", int(seconds));
    if (seconds < Hour)
        return translated("%n min", int(seconds / Minute));
    if (seconds < Day)
        return translated("%n h", int(seconds / Hour));
    return translated("%n d", int(seconds / Day));
}

} // namespace

TimeText::TimeText(const QLocale &locale, const QTimeZone &zone)
    : m_locale(locale)
    , m_zone(zone)
{
}

QString TimeText::absolute(domain::Moment moment) const
{
    const QDateTime local = moment.dateTime().toTimeZone(m_zone);
    return m_locale.toString(local.date(), QLocale::ShortFormat) + u' '
        + m_locale.toString(local.time(), QLocale::ShortFormat) + u' ' + m_zone.abbreviation(local);
}

QString TimeText::exact(domain::Moment moment) const
{
    // The same in every language, so that times of histories can be compared and searched for.
    const QDateTime local = moment.dateTime().toTimeZone(m_zone);
    return local.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' + m_zone.abbreviation(local);
}

QString TimeText::relative(domain::Moment moment, domain::Moment now) const
{
    const qint64 seconds = secondsBetween(moment, now);
    if (seconds > -Minute && seconds < Minute)
        return seconds >= 0 ? translated("just now") : translated("in less than a minute");
    return seconds > 0 ? translated("%1 ago").arg(length(seconds)) : translated("in %1").arg(length(-seconds));
}

QString TimeText::brief(domain::Moment moment, domain::Moment now) const
{
    const qint64 seconds = secondsBetween(moment, now);
    if (seconds <= 7 * Day && seconds >= -7 * Day)
        return relative(moment, now);
    return m_locale.toString(moment.dateTime().toTimeZone(m_zone).date(), QLocale::ShortFormat);
}

QString TimeText::remaining(domain::Moment until, domain::Moment now) const
{
    if (until <= now)
        return translated("over");
    const qint64 seconds = secondsBetween(now, until);
    if (seconds < Minute)
        return translated("less than 1 min");
    const qint64 rest = seconds < Day ? seconds % Hour : seconds % Day;
    const bool isOneUnit = seconds < Hour || rest < (seconds < Day ? Minute : Hour);
    return isOneUnit ? length(seconds) : length(seconds) + u' ' + length(rest);
}

qint64 TimeText::utcOffsetSeconds(domain::Moment at) const
{
    return m_zone.offsetFromUtc(at.dateTime());
}

} // namespace models
