// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/clock.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace std::chrono_literals;

class SystemClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTimeOfQt()
    {
        constexpr qint64 rounding = 10; // milliseconds: versions of Qt round, or read a coarser clock
        const SystemClock clock;
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const qint64 now = clock.now().msecs();
        const qint64 after = QDateTime::currentMSecsSinceEpoch();
        QVERIFY2(before - rounding <= now && now <= after + rounding,
                 qPrintable(u"%1 %2 %3"_s.arg(before).arg(now).arg(after)));
    }

    void callsInOrderOfTheDelays()
    {
        SystemClock clock;
        QObject context;
        QList<int> calls;
        const auto start = clock.elapsed();
        clock.after(30ms, &context, [&] { calls.append(2); });
        clock.after(0ms, &context, [&] { calls.append(1); });
        QVERIFY(calls.isEmpty());
        QTRY_COMPARE(calls, (QList<int> {1, 2}));
        QVERIFY(clock.elapsed() - start >= 29ms); // a coarse timer may be a little early
    }

    void aContextThatIsGoneIsNotCalled()
    {
        SystemClock clock;
        auto context = std::make_unique<QObject>();
        QObject witness;
        bool called = false;
        bool later = false;
        clock.after(1ms, context.get(), [&] { called = true; });
        clock.after(20ms, &witness, [&] { later = true; });
        context.reset();
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }
};

CASEMATE_TEST(SystemClocks)
#include "systemclocks.moc"
