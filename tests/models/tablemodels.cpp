// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/heldtablemodel.h"
#include "models/itemroles.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace models;

namespace {

struct Fruit {
    QString key;
    int size = 0;

    friend bool operator==(const Fruit &, const Fruit &) = default;
};

constexpr ColumnEntry columns[] = {{"Name"}, {"Size", Qt::AlignTrailing}};

QVariant fruitCell(const Fruit &fruit, int column, int role)
{
    if (role == IdRole)
        return fruit.key;
    return role == Qt::DisplayRole ? QVariant(column == 0 ? fruit.key : QString::number(fruit.size)) : QVariant();
}

class FruitTable final : public TableModel<Fruit>
{
public:
    FruitTable()
        : TableModel(columns, nullptr)
    {
    }
    using TableModel::replace;
    using TableModel::show;

protected:
    [[nodiscard]] QString keyOf(const Fruit &fruit) const override { return fruit.key; }
    [[nodiscard]] QVariant cell(const Fruit &fruit, int column, int role) const override
    {
        return fruitCell(fruit, column, role);
    }
};

// Shows fruit of at least a size, by size.
class FruitShelf final : public HeldTableModel<Fruit>
{
public:
    FruitShelf()
        : HeldTableModel(columns, nullptr)
    {
    }
    using HeldTableModel::takeAll;
    using HeldTableModel::takeChanged;
    void setLeast(int size)
    {
        least = size;
        arrange();
    }

    int least = 0;
    int told = 0;

protected:
    [[nodiscard]] QString keyOf(const Fruit &fruit) const override { return fruit.key; }
    [[nodiscard]] QVariant cell(const Fruit &fruit, int column, int role) const override
    {
        return fruitCell(fruit, column, role);
    }
    [[nodiscard]] bool accepts(const Fruit &fruit) const override { return fruit.size >= least; }
    [[nodiscard]] bool precedes(const Fruit &a, const Fruit &b) const override
    {
        return a.size != b.size ? a.size < b.size : a.key < b.key;
    }
    void held() override { ++told; }
};

QList<Fruit> randomFruit(QRandomGenerator &random, int pool, int most)
{
    QList<Fruit> fruit;
    for (int i = 0; i < pool; ++i)
        fruit.append({u"fruit "_s + QString::number(i), int(random.bounded(5))});
    std::shuffle(fruit.begin(), fruit.end(), random);
    return fruit.first(random.bounded(most + 1));
}

QStringList keysOf(const QList<Fruit> &fruit)
{
    QStringList keys;
    for (const Fruit &each : fruit)
        keys.append(each.key);
    return keys;
}

// Marks of a person: a current row, a selection. They must go with their rows.
struct Marks {
    explicit Marks(QAbstractItemModel &model)
        : selection(&model)
    {
    }
    void place(QRandomGenerator &random)
    {
        selection.clear();
        const int rows = selection.model()->rowCount();
        for (int row = 0; row < rows; ++row) {
            if (random.bounded(4) == 0)
                selection.select(selection.model()->index(row, 0),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    [[nodiscard]] QSet<QString> keys() const
    {
        QSet<QString> keys;
        const QModelIndexList rows = selection.selectedRows();
        for (const QModelIndex &index : rows)
            keys.insert(index.data(IdRole).toString());
        return keys;
    }
    QItemSelectionModel selection;
};

} // namespace

class TableModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomListsFollowEachOther_data()
    {
        QTest::addColumn<int>("pool");
        QTest::addColumn<int>("rounds");
        QTest::newRow("few rows, step by step") << 12 << 600;
        QTest::newRow("many rows, by layout") << 400 << 60;
    }
    void randomListsFollowEachOther()
    {
        QFETCH(int, pool);
        QFETCH(int, rounds);
        QRandomGenerator random(6);
        FruitTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        Marks marks(table);
        for (int round = 0; round < rounds; ++round) {
            marks.place(random);
            const QSet<QString> marked = marks.keys();
            const QList<Fruit> next = randomFruit(random, pool, pool);
            table.show(next);
            QCOMPARE(table.rows(), next);
            QSet<QString> kept;
            for (const QString &key : keysOf(next)) {
                if (marked.contains(key))
                    kept.insert(key);
            }
            QCOMPARE(marks.keys(), kept);
            for (int row = 0; row < table.rowCount(); ++row)
                QCOMPARE(table.rowOf(next.at(row).key), row);
            QCOMPARE(table.rowOf(u"nothing"_s), -1);
        }
        QCOMPARE(resets.size(), 0);
    }

    void onlyWhatChangedIsPaintedAgain()
    {
        FruitTable table;
        table.show({{u"a"_s, 1}, {u"b"_s, 1}, {u"c"_s, 1}, {u"d"_s, 1}, {u"e"_s, 1}});
        QSignalSpy changes(&table, &QAbstractItemModel::dataChanged);
        table.show({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 2}, {u"d"_s, 1}, {u"e"_s, 2}});
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 2);
        QCOMPARE(changes.at(1).at(0).toModelIndex().row(), 4);
        changes.clear();
        table.show(table.rows());
        QCOMPARE(changes.size(), 0);
        table.replace(0, {u"a"_s, 9});
        QCOMPARE(changes.size(), 1);
        QCOMPARE(table.at(0).size, 9);
    }

    void headersComeFromTheTableOfColumns()
    {
        const FruitTable table;
        QCOMPARE(table.columnCount(), 2);
        QCOMPARE(table.headerData(1, Qt::Horizontal).toString(), u"Size"_s);
        QVERIFY(!table.headerData(2, Qt::Horizontal).isValid());
        QVERIFY(!table.headerData(0, Qt::Vertical).isValid());
        QCOMPARE(table.headerData(1, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>(), Qt::AlignTrailing);
    }

    void firstRowsShowAtOnceLaterOnesWait()
    {
        FruitShelf shelf;
        QAbstractItemModelTester tester(&shelf, QAbstractItemModelTester::FailureReportingMode::QtTest);
        shelf.takeAll({{u"b"_s, 2}, {u"a"_s, 1}});
        QCOMPARE(keysOf(shelf.rows()), (QStringList {u"a"_s, u"b"_s}));
        QCOMPARE(shelf.pendingArrivals(), 0);
        shelf.takeChanged({{u"c"_s, 0}});
        QCOMPARE(keysOf(shelf.rows()), (QStringList {u"a"_s, u"b"_s}));
        QCOMPARE(shelf.pendingArrivals(), 1);
        QCOMPARE(shelf.total(), 3);
        shelf.takeChanged({{u"c"_s, 0}}); // once more the same
        QCOMPARE(shelf.pendingArrivals(), 1);
        shelf.showArrivals();
        QCOMPARE(keysOf(shelf.rows()), (QStringList {u"c"_s, u"a"_s, u"b"_s}));
        QCOMPARE(shelf.pendingArrivals(), 0);
    }

    void changedRowsStayInTheirPlace()
    {
        FruitShelf shelf;
        QAbstractItemModelTester tester(&shelf, QAbstractItemModelTester::FailureReportingMode::QtTest);
        shelf.takeAll({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 3}});
        shelf.takeChanged({{u"a"_s, 9}});
        QCOMPARE(keysOf(shelf.rows()), (QStringList {u"a"_s, u"b"_s, u"c"_s})); // though it sorts last now
        QCOMPARE(shelf.at(0).size, 9);
        shelf.showArrivals();
        QCOMPARE(keysOf(shelf.rows()), (QStringList {u"b"_s, u"c"_s, u"a"_s}));
    }

    void whatNoLongerFitsStaysMarkedUntilARefresh()
    {
        FruitShelf shelf;
        QAbstractItemModelTester tester(&shelf, QAbstractItemModelTester::FailureReportingMode::QtTest);
        shelf.least = 1;
        shelf.takeAll({{u"a"_s, 1}, {u"b"_s, 2}, {u"small"_s, 0}});
        QCOMPARE(keysOf(shelf.rows()), (QStringList {u"a"_s, u"b"_s}));
        QSignalSpy changes(&shelf, &QAbstractItemModel::dataChanged);
        shelf.takeChanged({{u"a"_s, 0}}, {u"b"_s});
        QCOMPARE(keysOf(shelf.rows()), (QStringList {u"a"_s, u"b"_s}));
        QVERIFY(shelf.isOutdated(u"a"_s) && shelf.isOutdated(u"b"_s));
        QCOMPARE(changes.size(), 2);
        shelf.takeChanged({{u"a"_s, 3}}); // fits again
        QVERIFY(!shelf.isOutdated(u"a"_s));
        shelf.showArrivals();
        QCOMPARE(keysOf(shelf.rows()), (QStringList {u"a"_s}));
        QVERIFY(!shelf.isOutdated(u"b"_s));
    }

    void anArrivalThatLeavesAgainIsNotCounted()
    {
        FruitShelf shelf;
        shelf.least = 1;
        shelf.takeAll({{u"a"_s, 1}});
        shelf.takeChanged({{u"b"_s, 2}, {u"c"_s, 2}});
        QCOMPARE(shelf.pendingArrivals(), 2);
        shelf.takeChanged({{u"b"_s, 0}}, {u"c"_s});
        QCOMPARE(shelf.pendingArrivals(), 0);
        QVERIFY(shelf.told >= 3);
    }

    void aFilterOfThePersonAppliesAtOnce()
    {
        FruitShelf shelf;
        QAbstractItemModelTester tester(&shelf, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<Fruit> fruit;
        for (int i = 0; i < 500; ++i)
            fruit.append({QString::number(i).rightJustified(3, u'0'), i % 2});
        shelf.takeAll(fruit);
        QSignalSpy resets(&shelf, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = shelf.index(shelf.rowOf(u"301"_s), 0);
        const QPersistentModelIndex hidden = shelf.index(shelf.rowOf(u"300"_s), 0);
        shelf.setLeast(1);
        QCOMPARE(shelf.rowCount(), 250);
        QCOMPARE(kept.data(IdRole).toString(), u"301"_s);
        QVERIFY(!hidden.isValid());
        shelf.setLeast(0);
        QCOMPARE(shelf.rowCount(), 500);
        QCOMPARE(kept.data(IdRole).toString(), u"301"_s);
        QCOMPARE(resets.size(), 0);
    }

    void randomChangesAlwaysEndInTheRightList()
    {
        QRandomGenerator random(8);
        FruitShelf shelf;
        QAbstractItemModelTester tester(&shelf, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QHash<QString, Fruit> truth;
        for (const Fruit &each : randomFruit(random, 30, 30))
            truth.insert(each.key, each);
        shelf.least = 2;
        shelf.takeAll(truth.values());
        for (int round = 0; round < 400; ++round) {
            const QStringList shownBefore = keysOf(shelf.rows());
            QList<Fruit> changed = randomFruit(random, 40, 6);
            QList<QString> gone;
            for (const Fruit &each : std::as_const(changed))
                truth.insert(each.key, each);
            for (const QString &key : truth.keys()) {
                if (random.bounded(40) == 0) {
                    gone.append(key);
                    truth.remove(key);
                }
            }
            shelf.takeChanged(changed, gone);
            QCOMPARE(keysOf(shelf.rows()), shownBefore); // nothing moves by itself
            int waiting = 0;
            for (const Fruit &each : std::as_const(truth))
                waiting += each.size >= 2 && !shownBefore.contains(each.key) ? 1 : 0;
            QCOMPARE(shelf.pendingArrivals(), waiting);
            for (const QString &key : shownBefore)
                QCOMPARE(shelf.isOutdated(key), !truth.contains(key) || truth.value(key).size < 2);
            if (random.bounded(3) != 0)
                continue;
            shelf.showArrivals();
            QList<Fruit> expected;
            for (const Fruit &each : std::as_const(truth)) {
                if (each.size >= 2)
                    expected.append(each);
            }
            std::sort(expected.begin(), expected.end(), [](const Fruit &a, const Fruit &b) {
                return a.size != b.size ? a.size < b.size : a.key < b.key;
            });
            QCOMPARE(shelf.rows(), expected);
        }
    }
};

CASEMATE_TEST(TableModels)
#include "tablemodels.moc"
