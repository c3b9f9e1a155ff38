// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stamp.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace simulator {

namespace {

constexpr Ticks floorDiv(Ticks value, Ticks unit)
{
    return value >= 0 ? value / unit : -((-value + unit - 1) / unit);
}

void putDigits(char *&out, Ticks value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        out[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    out += digits;
}

struct CivilDate {
    Ticks year;
    Ticks month;
    Ticks dayOfMonth;
};

// Days since 1970-01-01 to a date of the proleptic Gregorian calendar, in eras of 400 years that start on 1 March.
CivilDate civilDate(Ticks days)
{
    days += 719'468;
    const Ticks era = floorDiv(days, 146'097);
    const Ticks dayOfEra = days - era * 146'097;
    const Ticks yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const Ticks dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const Ticks shifted = (5 * dayOfYear + 2) / 153;
    const Ticks month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1};
}

int writeSeconds(Ticks ticks, char *text)
{
    const Ticks days = floorDiv(ticks, oneDay);
    const Ticks seconds = (ticks - days * oneDay) / oneSecond;
    const CivilDate date = civilDate(days);
    char *out = text;
    putDigits(out, date.year, 4);
    *out++ = '-';
    putDigits(out, date.month, 2);
    *out++ = '-';
    putDigits(out, date.dayOfMonth, 2);
    *out++ = 'T';
    putDigits(out, seconds / 3600, 2);
    *out++ = ':';
    putDigits(out, seconds / 60 % 60, 2);
    *out++ = ':';
    putDigits(out, seconds % 60, 2);
    return static_cast<int>(out - text);
}

} // namespace

Ticks ticksFrom(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() * oneMillisecond;
}

QDateTime timeFrom(Ticks ticks)
{
    return QDateTime::fromMSecsSinceEpoch(floorDiv(ticks, oneMillisecond), QTimeZone::utc());
}

QByteArray stampBytes(Ticks ticks)
{
    QByteArray text(28, Qt::Uninitialized);
    char *out = text.data();
    out += writeSeconds(ticks, out);
    *out++ = '.';
    putDigits(out, ticks - floorDiv(ticks, oneSecond) * oneSecond, 7);
    *out = 'Z';
    return text;
}

QString stamp(Ticks ticks)
{
    return QString::fromLatin1(stampBytes(ticks));
}

QString secondStamp(Ticks ticks)
{
    QByteArray text(20, Qt::Uninitialized);
    writeSeconds(ticks, text.data());
    text[19] = 'Z';
    return QString::fromLatin1(text);
}

std::optional<Ticks> parseStamp(QStringView text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,7}))?)?(Z|z|[+-]\\d{2}:\\d{2})?)?$"));
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const int hours = match.capturedView(2).toInt();
    const int minutes = match.capturedView(3).toInt();
    const int seconds = match.capturedView(4).toInt();
    if (!date.isValid() || hours > 23 || minutes > 59 || seconds > 59) {
        return std::nullopt;
    }
    Ticks ticks = QDate(1970, 1, 1).daysTo(date) * oneDay + hours * oneHour + minutes * oneMinute + seconds * oneSecond;
    ticks += match.captured(5).leftJustified(7, QChar(u'0')).toLongLong();
    const QString zone = match.captured(6);
    if (zone.size() == 6) {
        const Ticks offset = QStringView(zone).mid(1, 2).toInt() * oneHour + QStringView(zone).mid(4, 2).toInt() * oneMinute;
        ticks += zone.startsWith(QChar(u'-')) ? offset : -offset;
    }
    return ticks;
}

} // namespace simulator
