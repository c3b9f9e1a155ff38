// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timetext.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace models;
using domain::Moment;

namespace {

const Moment now = *Moment::parse(u"2026-02-25T16:29:33.9Z");

TimeText berlin()
{
    return TimeText(QLocale(QLocale::German, QLocale::Germany), QTimeZone("Europe/Berlin"));
}

} // namespace

class TimeTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agesAreNeverMadeYounger_data()
    {
        QTest::addColumn<int>("seconds"); // from now
        QTest::addColumn<QString>("relative");
        QTest::addColumn<QString>("remaining");
        QTest::newRow("now") << 0 << u"just now"_s << u"over"_s;
        QTest::newRow("59 s ago") << -59 << u"just now"_s << u"over"_s;
        QTest::newRow("1 min ago") << -60 << u"1 min ago"_s << u"over"_s;
        QTest::newRow("almost 1 h ago") << -3599 << u"59 min ago"_s << u"over"_s;
        QTest::newRow("1 h ago") << -3600 << u"1 h ago"_s << u"over"_s;
        QTest::newRow("6 days ago") << -6 * 86'400 << u"6 d ago"_s << u"over"_s;
        QTest::newRow("soon") << 59 << u"in less than a minute"_s << u"less than 1 min"_s;
        QTest::newRow("in 1 min") << 60 << u"in 1 min"_s << u"1 min"_s;
        QTest::newRow("in 59 min") << 3'599 << u"in 59 min"_s << u"59 min"_s;
        QTest::newRow("in 1 h") << 3'600 << u"in 1 h"_s << u"1 h"_s;
        QTest::newRow("in 1 h 1 min") << 3'660 << u"in 1 h"_s << u"1 h 1 min"_s;
        QTest::newRow("in 23 h 59 min") << 86'399 << u"in 23 h"_s << u"23 h 59 min"_s;
        QTest::newRow("in 1 d") << 86'400 << u"in 1 d"_s << u"1 d"_s;
        QTest::newRow("in 2 d 4 h") << 2 * 86'400 + 4 * 3'600 << u"in 2 d"_s << u"2 d 4 h"_s;
        QTest::newRow("in 7 d less a second") << 7 * 86'400 - 1 << u"in 6 d"_s << u"6 d 23 h"_s;
    }
    void agesAreNeverMadeYounger()
    {
        QFETCH(int, seconds);
        QFETCH(QString, relative);
        QFETCH(QString, remaining);
        QCOMPARE(berlin().relative(now.plusSeconds(seconds), now), relative);
        QCOMPARE(berlin().remaining(now.plusSeconds(seconds), now), remaining);
    }

    void theZoneIsAlwaysNamed()
    {
        const Moment summer = *Moment::parse(u"2026-07-01T10:00:00Z");
        QCOMPARE(berlin().exact(now), u"2026-02-25 17:29:33 CET"_s);
        QCOMPARE(berlin().exact(summer), u"2026-07-01 12:00:00 CEST"_s);
        QVERIFY(berlin().absolute(now).endsWith(u"17:29 CET"_s));
        QVERIFY(berlin().absolute(now).contains(u"25.02."_s)); // as the language writes it
        QVERIFY(TimeText(QLocale::c(), QTimeZone::utc()).exact(now).endsWith(u"16:29:33 UTC"_s));
    }

    void farTimesAreDates()
    {
        const Moment old = now.plusSeconds(-8 * 86'400);
        QCOMPARE(berlin().brief(old, now), u"17.02.26"_s); // columns are narrow; details say the time
        const Moment evening = *Moment::parse(u"2026-02-10T23:30:00Z");
        QCOMPARE(berlin().brief(evening, now), u"11.02.26"_s); // the day it was here
        const Moment recent = now.plusSeconds(-6 * 86'400);
        QCOMPARE(berlin().brief(recent, now), berlin().relative(recent, now));
    }

    void offsetsFollowTheSeason()
    {
        QCOMPARE(berlin().utcOffsetSeconds(now), 3'600);
        QCOMPARE(berlin().utcOffsetSeconds(*Moment::parse(u"2026-07-01T10:00:00Z")), 7'200);
    }

    void everyLanguageWritesItsOwnWay_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("absolute");
        QTest::addColumn<QString>("brief");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedKingdom) << u"25/02/2026 17:29 CET"_s << u"10/02/2026"_s;
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany) << u"25.02.26 17:29 CET"_s << u"10.02.26"_s;
        // From right to left, with digits of its own.
        QTest::newRow("Arabic") << QLocale(QLocale::Arabic, QLocale::Egypt) << u"\u0662\u0665/\u0662/\u0662\u0660\u0662\u0666 "_s
                                << u"\u0661\u0660/\u0662/\u0662\u0660\u0662\u0666"_s;
    }
    void everyLanguageWritesItsOwnWay()
    {
        QFETCH(const QLocale, locale);
        QFETCH(const QString, absolute);
        QFETCH(const QString, brief);
        const TimeText times(locale, QTimeZone("Europe/Berlin"));
        const Moment old = now.plusSeconds(-15 * 86'400);
        const auto marksRemoved = [](QString text) { return text.remove(QChar(0x200f)); }; // where they stand differs by version
        QVERIFY2(marksRemoved(times.absolute(now)).startsWith(absolute), qPrintable(times.absolute(now)));
        QVERIFY(times.absolute(now).endsWith(u" CET"_s));
        QCOMPARE(marksRemoved(times.brief(old, now)), brief);
    }

    void withoutALocaleItSpeaksAsTheProgramDoes()
    {
        const TimeText times;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QVERIFY(times.absolute(now).startsWith(u"25.02.26"_s));
        QLocale::setDefault(QLocale::c());
        QVERIFY(!times.absolute(now).startsWith(u"25.02.26"_s));
        models::showUtc(true);
        QCOMPARE(times.exact(now), u"2026-02-25 16:29:33 UTC"_s);
        QCOMPARE(times.utcOffsetSeconds(now), 0);
        QVERIFY(berlin().exact(now).endsWith(u" CET"_s)); // it has a zone of its own
        models::showUtc(false);
    }
};

CASEMATE_TEST(TimeTexts)
#include "timetexts.moc"
