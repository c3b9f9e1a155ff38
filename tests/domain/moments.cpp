// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/moment.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using domain::Moment;

class Moments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWireTimes_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("no fraction") << u"2026-02-25T16:29:33Z"_s << u"2026-02-25T16:29:33.0000000Z"_s;
        const QString digits = u"123456789"_s;
        for (int count = 1; count <= 9; ++count) {
            QTest::addRow("%d digits", count) << u"2026-02-25T16:29:33."_s + digits.first(count)
                    + u'Z' << u"2026-02-25T16:29:33."_s + digits.first(qMin(count, 7)).leftJustified(7, u'0') + u'Z';
        }
        QTest::newRow("no zone is UTC") << u"2026-02-25T16:29:33.5"_s << u"2026-02-25T16:29:33.5000000Z"_s;
        QTest::newRow("leading zeros") << u"2026-02-25T16:29:33.0000001Z"_s << u"2026-02-25T16:29:33.0000001Z"_s;
        QTest::newRow("leap day") << u"2024-02-29T00:00:00Z"_s << u"2024-02-29T00:00:00.0000000Z"_s;
        QTest::newRow("last tick") << u"9999-12-31T23:59:59.9999999Z"_s << u"9999-12-31T23:59:59.9999999Z"_s;
        QTest::newRow("leap second") << u"2016-12-31T23:59:60.25Z"_s << u"2017-01-01T00:00:00.2500000Z"_s;
        QTest::newRow("before 1970") << u"1969-12-31T23:59:59.9999999Z"_s << u"1969-12-31T23:59:59.9999999Z"_s;
        QTest::newRow("year 2") << u"0002-01-01T00:00:00Z"_s << u"0002-01-01T00:00:00.0000000Z"_s;
        QTest::newRow("far end") << u"9999-12-31T23:59:59.9999999Z"_s << u"9999-12-31T23:59:59.9999999Z"_s;
    }
    void readsWireTimes()
    {
        QFETCH(QString, wire);
        QFETCH(QString, canonical);
        const auto moment = Moment::parse(wire);
        QVERIFY(moment);
        QCOMPARE(moment->wire(), canonical);
        QCOMPARE(Moment::parse(canonical), moment);
    }

    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QString>("wire");
        for (const QString &wire : {u""_s,
                                    u"0001-01-01T00:00:00Z"_s,
                                    u"0001-12-31T23:59:59.9Z"_s,
                                    u"0000-01-01T00:00:00Z"_s,
                                    u"2026-02-30T00:00:00Z"_s,
                                    u"2025-02-29T00:00:00Z"_s,
                                    u"2026-13-01T00:00:00Z"_s,
                                    u"2026-00-01T00:00:00Z"_s,
                                    u"2026-02-25T24:00:00Z"_s,
                                    u"2026-02-25T16:60:00Z"_s,
                                    u"2026-02-25T16:29:61Z"_s,
                                    u"2026-02-25T16:29:60Z"_s,
                                    u"9999-12-31T23:59:60Z"_s,
                                    u"2026-02-25"_s,
                                    u"2026-02-25 16:29:33Z"_s,
                                    u"2026-02-25T16:29Z"_s,
                                    u"2026-02-25T16:29:33.Z"_s,
                                    u"2026-02-25T16:29:33.1234567890Z"_s,
                                    u"2026-02-25T16:29:33+02:00"_s,
                                    u"2026-02-25T16:29:33ZZ"_s,
                                    u" 2026-02-25T16:29:33Z"_s,
                                    u"2026-02-25T16:29:33Z\n"_s,
                                    u"-026-02-25T16:29:33Z"_s,
                                    u"12026-02-25T16:29:33Z"_s,
                                    u"٢٠٢٦-02-25T16:29:33Z"_s,
                                    u"null"_s})
            QTest::newRow(qPrintable(wire.isEmpty() ? u"(empty)"_s : wire)) << wire;
    }
    void refusesWhatIsNoTime()
    {
        QFETCH(QString, wire);
        QVERIFY(!Moment::parse(wire));
    }

    void everyTickSurvivesTheWire()
    {
        QRandomGenerator random(20'260'225);
        const Moment first = *Moment::parse(u"0002-01-01T00:00:00Z");
        const Moment last = *Moment::parse(u"9999-12-31T23:59:59.9999999Z");
        for (int i = 0; i < 20'000; ++i) {
            const auto span = quint64(last.ticks - first.ticks);
            const Moment moment {first.ticks + qint64(random.generate64() % span)};
            QCOMPARE(Moment::parse(moment.wire()), moment);
        }
    }

    void ordersLikeItsText()
    {
        const auto early = Moment::parse(u"2026-02-25T16:29:33.1234567Z");
        const auto late = Moment::parse(u"2026-02-25T16:29:33.1234568Z");
        QVERIFY(*early < *late);
        QCOMPARE(early->plusSeconds(3600).wire(), u"2026-02-25T17:29:33.1234567Z"_s);
    }

    void agreesWithQDateTime()
    {
        const QDateTime time(QDate(1969, 7, 20), QTime(20, 17, 40, 123), QTimeZone::utc());
        const Moment moment = Moment::fromDateTime(time);
        QCOMPARE(moment.wire(), u"1969-07-20T20:17:40.1230000Z"_s);
        QCOMPARE(moment.dateTime(), time);
        QCOMPARE(Moment {moment.ticks + 9'999}.msecs(), moment.msecs());
        QCOMPARE(Moment {moment.ticks - 1}.msecs(), moment.msecs() - 1);
        QCOMPARE(Moment::fromMsecs(-1).msecs(), -1);
    }
};

CASEMATE_TEST(Moments)
#include "moments.moc"
