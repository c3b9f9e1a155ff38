// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowdiff.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace models;

namespace {

using Keys = QList<QString>;

Keys keys(const QString &letters)
{
    Keys list;
    for (const QChar letter : letters)
        list.append(letter);
    return list;
}

Keys carriedOut(const RowDiff &diff, Keys list, const Keys &after)
{
    for (const RowRange &range : diff.removed)
        list.remove(range.first, range.last - range.first + 1);
    for (const RowMove &move : diff.moved)
        list.move(move.from, move.to);
    for (const RowRange &range : diff.inserted) {
        for (qsizetype i = range.first; i <= range.last; ++i)
            list.insert(i, after.at(i));
    }
    return list;
}

Keys randomKeys(QRandomGenerator &random, int pool, int most)
{
    Keys list;
    for (int i = 0; i < pool; ++i)
        list.append(QString::number(i));
    std::shuffle(list.begin(), list.end(), random);
    return list.first(random.bounded(most + 1));
}

// Fewest moves that sort `order`: all rows but the longest rising run, found by trying every subset.
int fewestMoves(const QList<int> &order)
{
    int longest = 0;
    for (uint subset = 0; subset < (1U << order.size()); ++subset) {
        int last = -1;
        int length = 0;
        bool rises = true;
        for (int i = 0; i < int(order.size()) && rises; ++i) {
            if (!(subset & (1U << i)))
                continue;
            rises = order.at(i) > last;
            last = order.at(i);
            ++length;
        }
        if (rises)
            longest = std::max(longest, length);
    }
    return int(order.size()) - longest;
}

} // namespace

class RowDiffs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFewestSteps_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("moved");
        QTest::addColumn<int>("inserted");
        const auto row = [](const QString &before, const QString &after, int removed, int moved, int inserted) {
            QTest::addRow("%s to %s", qPrintable(before), qPrintable(after))
                << before << after << removed << moved << inserted;
        };
        row(u""_s, u""_s, 0, 0, 0);
        row(u"abc"_s, u"abc"_s, 0, 0, 0);
        row(u""_s, u"abc"_s, 0, 0, 1);
        row(u"abc"_s, u""_s, 1, 0, 0);
        row(u"abcdef"_s, u"abxcdef"_s, 0, 0, 1);
        row(u"abcdef"_s, u"adef"_s, 1, 0, 0);
        row(u"abcdef"_s, u"bcdefa"_s, 0, 1, 0); // the first goes to the end: one move, not five
        row(u"abcdef"_s, u"fabcde"_s, 0, 1, 0);
        row(u"abcdef"_s, u"xbydz"_s, 3, 0, 3);
        row(u"abc"_s, u"cba"_s, 0, 2, 0);
        row(u"abc"_s, u"xyz"_s, 1, 0, 1);
    }
    void takesTheFewestSteps()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(int, removed);
        QFETCH(int, moved);
        QFETCH(int, inserted);
        const RowDiff diff = diffRows(keys(before), keys(after));
        QVERIFY(!diff.isLarge);
        QCOMPARE(int(diff.removed.size()), removed);
        QCOMPARE(int(diff.moved.size()), moved);
        QCOMPARE(int(diff.inserted.size()), inserted);
        QCOMPARE(carriedOut(diff, keys(before), keys(after)), keys(after));
        QCOMPARE(diff.isEmpty(), before == after);
    }

    void everyRandomPairIsReached()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 3'000; ++round) {
            const Keys before = randomKeys(random, 20, 20);
            const Keys after = randomKeys(random, 20, 20);
            const RowDiff diff = diffRows(before, after, 1'000);
            QVERIFY(!diff.isLarge);
            QCOMPARE(carriedOut(diff, before, after), after);
        }
    }

    void movesAreMinimal()
    {
        QRandomGenerator random(4);
        for (int round = 0; round < 200; ++round) {
            QList<int> order {0, 1, 2, 3, 4, 5, 6, 7, 8};
            std::shuffle(order.begin(), order.end(), random);
            Keys before;
            for (const int place : std::as_const(order))
                before.append(QString::number(place));
            Keys after = before;
            std::sort(after.begin(), after.end());
            QCOMPARE(int(diffRows(before, after).moved.size()), fewestMoves(order));
        }
    }

    void tooManyStepsAreSaidToBeLarge()
    {
        Keys before;
        Keys after;
        for (int i = 0; i < 1'000; ++i) {
            before.append(QString::number(i));
            if (i % 2 == 0)
                after.append(QString::number(i));
        }
        QVERIFY(diffRows(before, after).isLarge);
        QVERIFY(diffRows(before, after).removed.isEmpty());
        QVERIFY(!diffRows(before, after, 500).isLarge);
        std::reverse(after.begin(), after.end());
        QVERIFY(diffRows(before, after, 600).isLarge);
    }

    // The count on the way never runs ahead of the steps.
    void exactlyTheMostStepsAreNotLarge()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 500; ++round) {
            const Keys before = randomKeys(random, 20, 20);
            const Keys after = randomKeys(random, 20, 20);
            const RowDiff diff = diffRows(before, after, 1'000);
            const qsizetype steps = diff.removed.size() + diff.inserted.size() + diff.moved.size();
            QVERIFY(!diffRows(before, after, steps).isLarge);
            QCOMPARE(diffRows(before, after, steps - 1).isLarge, true);
        }
    }
};

CASEMATE_TEST(RowDiffs)
#include "rowdiffs.moc"
