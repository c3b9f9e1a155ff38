// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/windows.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace domain;
using namespace store;

class Windows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsAreCut_data();
    void windowsAreCut();
    void cuttingAgreesWithAsking();
};

static TimeWindow window(int from, int to)
{
    return {{from}, {to}};
}

void Windows::windowsAreCut_data()
{
    QTest::addColumn<QList<TimeWindow>>("open");
    QTest::addColumn<TimeWindow>("drained");
    QTest::addColumn<QList<TimeWindow>>("left");
    const QList<TimeWindow> two {window(0, 10), window(10, 20)};
    QTest::newRow("whole") << two << window(0, 10) << QList<TimeWindow> {window(10, 20)};
    QTest::newRow("beginning") << two << window(0, 4) << QList<TimeWindow> {window(4, 10), window(10, 20)};
    QTest::newRow("middle") << two << window(12, 15) << QList<TimeWindow> {window(0, 10), window(10, 12), window(15, 20)};
    QTest::newRow("across") << two << window(5, 15) << QList<TimeWindow> {window(0, 5), window(15, 20)};
    QTest::newRow("all") << two << window(-5, 25) << QList<TimeWindow> {};
    QTest::newRow("beside") << two << window(20, 30) << two;
    QTest::newRow("empty") << two << window(5, 5) << two;
}

void Windows::windowsAreCut()
{
    QFETCH(const QList<TimeWindow>, open);
    QFETCH(const TimeWindow, drained);
    QFETCH(const QList<TimeWindow>, left);
    QCOMPARE(without(open, drained), left);
}

// Whether a moment is still open, asked moment by moment.
void Windows::cuttingAgreesWithAsking()
{
    QRandomGenerator random(11);
    const auto holds = [](const QList<TimeWindow> &windows, int moment) {
        return std::any_of(windows.begin(), windows.end(), [&](const TimeWindow &each) {
            return each.from.ticks <= moment && moment < each.to.ticks;
        });
    };
    for (int round = 0; round < 500; ++round) {
        QList<TimeWindow> open;
        for (int begin = 0; begin < 50; begin += 1 + random.bounded(12))
            open.append(window(begin, begin + 1 + random.bounded(10)));
        const int from = random.bounded(60);
        const TimeWindow drained = window(from, from + random.bounded(30));
        const QList<TimeWindow> left = without(open, drained);
        for (int moment = -1; moment < 70; ++moment) {
            const bool inside = drained.from.ticks <= moment && moment < drained.to.ticks;
            QCOMPARE(holds(left, moment), holds(open, moment) && !inside);
        }
    }
}

CASEMATE_TEST(Windows)
#include "windows.moc"
