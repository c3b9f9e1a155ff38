// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timetext.h"

#include "wordingtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qint64 Minute = 60;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;
constexpr qint64 TicksPerSecond = 10'000'000;

constexpr auto utcProperty = "casemateShowsUtc"; // of the application

qint64 secondsBetween(domain::Moment earlier, domain::Moment later)
{
    return (later.ticks - earlier.ticks) / TicksPerSecond;
}

// "3 h", rounded down.
QString length(qint64 seconds)
{
    if (seconds < Minute)
        return tr("%Ln s", "seconds", int(seconds));
    if (seconds < Hour)
        return tr("%Ln min", "minutes", int(seconds / Minute));
    if (seconds < Day)
        return tr("%Ln h", "hours", int(seconds / Hour));
    return tr("%Ln d", "days", int(seconds / Day));
}

} // namespace

void showUtc(bool utc) { QCoreApplication::instance()->setProperty(utcProperty, utc); }

TimeText::TimeText()
    : m_zone(QTimeZone::systemTimeZone())
{
}

TimeText::TimeText(const QLocale &locale, const QTimeZone &zone)
    : m_locale(locale)
    , m_zone(zone)
{
}

QTimeZone TimeText::zone() const
{
    const bool utc = !m_locale && QCoreApplication::instance() && QCoreApplication::instance()->property(utcProperty).toBool();
    return utc ? QTimeZone::utc() : m_zone;
}

QString TimeText::absolute(domain::Moment moment) const
{
    const QTimeZone shown = zone();
    const QDateTime local = moment.dateTime().toTimeZone(shown);
    return locale().toString(local.date(), QLocale::ShortFormat) + u' '
        + locale().toString(local.time(), QLocale::ShortFormat) + u' ' + shown.abbreviation(local);
}

QString TimeText::exact(domain::Moment moment) const
{
    // The same in every language, so that times of histories can be compared and searched for.
    const QTimeZone shown = zone();
    const QDateTime local = moment.dateTime().toTimeZone(shown);
    return local.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' + shown.abbreviation(local);
}

QString TimeText::relative(domain::Moment moment, domain::Moment now) const
{
    const qint64 seconds = secondsBetween(moment, now);
    if (seconds > -Minute && seconds < Minute)
        return seconds >= 0 ? models::tr("just now") : models::tr("in less than a minute");
    return seconds > 0 ? models::tr("%1 ago", "5 min ago").arg(length(seconds)) : models::tr("in %1", "in 5 min").arg(length(-seconds));
}

QString TimeText::brief(domain::Moment moment, domain::Moment now) const
{
    const qint64 seconds = secondsBetween(moment, now);
    if (seconds <= 7 * Day && seconds >= -7 * Day)
        return relative(moment, now);
    return locale().toString(moment.dateTime().toTimeZone(zone()).date(), QLocale::ShortFormat);
}

QString TimeText::remaining(domain::Moment until, domain::Moment now) const
{
    if (until <= now)
        return models::tr("over", "a time that has come");
    const qint64 seconds = secondsBetween(now, until);
    if (seconds < Minute)
        return models::tr("less than 1 min");
    const qint64 rest = seconds < Day ? seconds % Hour : seconds % Day;
    const bool isOneUnit = seconds < Hour || rest < (seconds < Day ? Minute : Hour);
    return isOneUnit ? length(seconds) : length(seconds) + u' ' + length(rest);
}

qint64 TimeText::utcOffsetSeconds(domain::Moment at) const
{
    return zone().offsetFromUtc(at.dateTime());
}

} // namespace models
