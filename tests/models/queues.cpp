// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bench.h"
#include "models/itemroles.h"
#include "models/queuemodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using models::QueueModel;
using Column = models::QueueModel::Column;

namespace {

Incident plain(const QString &id, int minute, Severity severity = Severity::Medium)
{
    Incident incident = samples::incident(id, samples::minute(minute));
    incident.severity = wordOf(severity);
    incident.status = wordOf(IncidentStatus::Active);
    return incident;
}

QStringList shown(const QueueModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.incident(row).id.text);
    return ids;
}

QVariant at(const QueueModel &model, const QString &id, Column column, int role = Qt::DisplayRole)
{
    return model.index(model.rowOf(id), int(column)).data(role);
}

Filter filter(const QString &text)
{
    return std::get<Filter>(Filter::parse(text));
}

} // namespace

class Queues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFolderIsAnEmptyQueue()
    {
        bench::Store store;
        store.readers = std::make_unique<store::Readers>(store.folder.path(), store.book);
        QueueModel model(*store.readers, store.clock);
        QSignalSpy loaded(&model, &QueueModel::loaded);
        QSignalSpy failed(&model, &QueueModel::failed);
        model.load();
        QVERIFY(loaded.wait(30'000));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(failed.size(), 0);
    }

    void rowsSayWhatTheCacheKnows()
    {
        bench::Store store;
        Incident incident = plain(u"29"_s, 5, Severity::High);
        Alert alert = samples::alert(u"a"_s, u"29"_s, samples::minute(6));
        alert.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s)};
        const auto item = store.book.enter(incident);
        const auto received = store.book.enter(alert);
        store.open();
        store.write({item}, {received});
        store.clock.time = samples::minute(65);
        QueueModel model(*store.readers, store.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(at(model, u"29"_s, Column::Severity), u"High"_s);
        QCOMPARE(at(model, u"29"_s, Column::Severity, models::SignRole).value<Severity>(), Severity::High);
        QVERIFY(at(model, u"29"_s, Column::Name).toString().contains(u"<U+202E>"_s)); // nothing raw on the screen
        QCOMPARE(at(model, u"29"_s, Column::Pending), u"1"_s);
        QCOMPARE(at(model, u"29"_s, Column::Pending, models::ToneRole).toInt(), int(models::Tone::Warning));
        QCOMPARE(at(model, u"29"_s, Column::Updated), u"1 h ago"_s);
        QCOMPARE(at(model, u"29"_s, Column::Tags, models::ChipsRole).toStringList().size(), 3);
        QCOMPARE(at(model, u"29"_s, Column::Tags, models::ChipCountRole).toInt(), 2);
        QCOMPARE(at(model, u"29"_s, Column::Id, models::IdRole), u"29"_s);
        QCOMPARE(at(model, u"29"_s, Column::Sources), u"Office 365"_s);
        QVERIFY(!at(model, u"29"_s, Column::Assignee, models::OverlayRole).isValid());
        store.clock.time = samples::minute(125);
        model.refreshTimes();
        QCOMPARE(at(model, u"29"_s, Column::Updated), u"2 h ago"_s);
    }

    void theTotalIsToldWhereTheFilterHidesWhatCame()
    {
        bench::Store store;
        const auto first = store.book.enter(plain(u"29"_s, 5, Severity::High));
        const auto second = store.book.enter(plain(u"30"_s, 6, Severity::Low));
        store.open();
        store.write({first});
        QueueModel model(*store.readers, store.clock);
        model.setFilter(filter(u"severity:high"_s));
        model.load();
        QTRY_VERIFY(model.isLoaded());
        store.write({second});
        QSignalSpy loaded(&model, &QueueModel::loaded);
        model.takeChanges({.incidents = {{u"30"_s}}, .arrived = {{u"30"_s}}});
        QVERIFY(loaded.wait(30'000));
        QCOMPARE(model.total(), 2);
        QCOMPARE(model.rowCount(), 1);
    }

    void everyCellAnswersEveryRole()
    {
        bench::Store store;
        const auto item = store.book.enter(plain(u"29"_s, 5));
        store.open();
        store.write({item});
        QueueModel model(*store.readers, store.clock);
        model.load();
        QTRY_VERIFY(model.isLoaded());
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(model.headerData(column, Qt::Horizontal).toString().size() > 1);
            const QModelIndex index = model.index(0, column);
            QVERIFY2(index.data().isValid() && index.data(models::SortRole).isValid(),
                     QByteArray::number(column).constData());
            QCOMPARE(index.data(models::IdRole).toString(), u"29"_s);
            QVERIFY(index.data(models::ToneRole).isValid() && index.data(models::OutdatedRole).isValid());
        }
    }

    void arrivalsWaitAndChangesStayInPlace()
    {
        bench::Store store;
        const auto one = store.book.enter(plain(u"1"_s, 1));
        const auto two = store.book.enter(plain(u"2"_s, 2));
        const auto oneLater = store.book.enter(plain(u"1"_s, 9, Severity::High));
        const auto three = store.book.enter(plain(u"3"_s, 10));
        store.open();
        store.write({one, two});
        QueueModel model(*store.readers, store.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy arrivals(&model, &QueueModel::arrivalsChanged);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.load();
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(shown(model), (QStringList {u"2"_s, u"1"_s})); // newest change first
        model.takeChanges(store.write({oneLater, three}));
        QTRY_COMPARE(arrivals.size(), 1);
        QCOMPARE(arrivals.first().first().toInt(), 1);
        QCOMPARE(shown(model), (QStringList {u"2"_s, u"1"_s}));
        QCOMPARE(at(model, u"1"_s, Column::Severity), u"High"_s);
        model.showArrivals();
        QCOMPARE(shown(model), (QStringList {u"3"_s, u"1"_s, u"2"_s}));
        QCOMPARE(resets.size(), 0);
    }

    void filterAndOrderOfThePersonApplyAtOnce()
    {
        bench::Store store;
        const auto low = store.book.enter(plain(u"1"_s, 3, Severity::Low));
        const auto high = store.book.enter(plain(u"2"_s, 2, Severity::High));
        const auto medium = store.book.enter(plain(u"10"_s, 1, Severity::Medium));
        store.open();
        store.write({low, high, medium});
        QueueModel model(*store.readers, store.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_VERIFY(model.isLoaded());
        model.sort(int(Column::Severity), Qt::DescendingOrder);
        QCOMPARE(shown(model), (QStringList {u"2"_s, u"10"_s, u"1"_s}));
        model.sort(int(Column::Id), Qt::AscendingOrder);
        QCOMPARE(shown(model), (QStringList {u"1"_s, u"2"_s, u"10"_s}));
        model.sort(int(Column::Tags), Qt::AscendingOrder); // has no order
        QCOMPARE(model.sortKey(), (SortKey {SortKey::Field::Id, false}));
        model.setFilter(filter(u"severity:>low"_s));
        QCOMPARE(shown(model), (QStringList {u"2"_s, u"10"_s}));
        QCOMPARE(model.total(), 3);
        QVERIFY(model.find({u"1"_s})); // known though not shown
        QVERIFY(!model.find({u"77"_s}));
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
    }

    void aRowThatNoLongerFitsStaysMarked()
    {
        bench::Store store;
        const auto open = store.book.enter(plain(u"1"_s, 1));
        Incident resolved = plain(u"1"_s, 2);
        resolved.status = wordOf(IncidentStatus::Resolved);
        const auto later = store.book.enter(resolved);
        store.open();
        store.write({open});
        QueueModel model(*store.readers, store.clock);
        model.setFilter(filter(u"status:open"_s));
        model.load();
        QTRY_VERIFY(model.isLoaded());
        model.takeChanges(store.write({later}));
        QTRY_COMPARE(at(model, u"1"_s, Column::Status).toString(), u"Resolved"_s);
        QVERIFY(at(model, u"1"_s, Column::Status, models::OutdatedRole).toBool());
        model.showArrivals();
        QCOMPARE(model.rowCount(), 0);
    }

    void decisionsLieOverTheServersValues()
    {
        bench::Store store;
        const auto item = store.book.enter(plain(u"29"_s, 5));
        store.open();
        store.write({item});
        QueueModel model(*store.readers, store.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_VERIFY(model.isLoaded());
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        Decision assign = samples::decision(u"d1"_s, DecisionKind::Assign);
        Decision tag = samples::decision(u"d2"_s, DecisionKind::AddTag);
        tag.value = u"urgent"_s;
        model.setOpenDecisions({assign, tag});
        QCOMPARE(changes.size(), 1);
        QVERIFY(at(model, u"29"_s, Column::Assignee).toString().contains(u"adele@contoso.example"_s));
        QCOMPARE(at(model, u"29"_s, Column::Assignee, models::OverlayRole).value<DecisionState>(), DecisionState::Held);
        QVERIFY(at(model, u"29"_s, Column::Assignee, models::ServerTextRole).toString().isEmpty()); // nobody
        QCOMPARE(at(model, u"29"_s, Column::Tags, models::ChipCountRole).toInt(), 3);
        QVERIFY(!at(model, u"29"_s, Column::Status, models::OverlayRole).isValid());
        QCOMPARE(model.incident(0).assignedTo, Untrusted()); // the server's truth is not touched
        model.setOpenDecisions({assign, tag}); // nothing new
        QCOMPARE(changes.size(), 1);
        assign.state = DecisionState::Stale;
        model.setOpenDecisions({assign});
        QVERIFY(at(model, u"29"_s, Column::Assignee).toString().isEmpty());
        QCOMPARE(at(model, u"29"_s, Column::Assignee, models::OverlayRole).value<DecisionState>(),
                 DecisionState::Stale);
        model.setOpenDecisions({});
        QVERIFY(!at(model, u"29"_s, Column::Assignee, models::OverlayRole).isValid());
        QCOMPARE(at(model, u"29"_s, Column::Tags, models::ChipCountRole).toInt(), 2);
    }

    void changesDuringAReadingAreNotLost()
    {
        bench::Store store;
        QList<Received<Incident>> items;
        for (int i = 1; i <= 30; ++i)
            items.append(store.book.enter(plain(QString::number(i), i)));
        store.open();
        store.write({items.first()});
        QueueModel model(*store.readers, store.clock);
        model.load();
        for (const Received<Incident> &item : std::as_const(items))
            model.takeChanges(store.write({item})); // while the first reading is under way
        QTRY_COMPARE(model.total(), 30);
        model.showArrivals();
        QCOMPARE(model.rowCount(), 30);
    }

    void afterARebuildEverythingIsReadAgain()
    {
        bench::Store store;
        const auto one = store.book.enter(plain(u"1"_s, 1));
        const auto two = store.book.enter(plain(u"2"_s, 2));
        store.open();
        store.write({one});
        QueueModel model(*store.readers, store.clock);
        model.load();
        QTRY_VERIFY(model.isLoaded());
        store.write({two});
        Changes everything;
        everything.everything = true;
        model.takeChanges(everything);
        QTRY_COMPARE(model.total(), 2);
        QCOMPARE(shown(model), QStringList {u"1"_s});
        QCOMPARE(model.pendingArrivals(), 1);
    }

    void aRandomLifeEndsInTheRightList()
    {
        QRandomGenerator random(12);
        bench::Store store;
        QList<QList<Received<Incident>>> batches;
        QHash<QString, Incident> truth;
        for (int step = 0; step < 40; ++step) {
            QList<Received<Incident>> batch;
            for (int i = random.bounded(5); i >= 0; --i) {
                Incident incident =
                    plain(QString::number(1 + random.bounded(25)), step + 1, Severity(2 + random.bounded(4)));
                incident.status = wordOf(random.bounded(2) ? IncidentStatus::Active : IncidentStatus::Resolved);
                batch.append(store.book.enter(incident));
            }
            batches.append(batch);
        }
        store.open();
        QueueModel model(*store.readers, store.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setFilter(filter(u"status:active severity:>low"_s));
        model.load();
        QTRY_VERIFY(model.isLoaded());
        for (const QList<Received<Incident>> &batch : std::as_const(batches)) {
            const QStringList before = shown(model);
            model.takeChanges(store.write(batch));
            for (const Received<Incident> &item : batch) {
                // of two versions with the same stamp the later in the batch is kept
                truth.insert(item.value.id.text, item.value);
            }
            QTRY_VERIFY(model.isSettled());
            QCOMPARE(shown(model), before);
            if (random.bounded(3) == 0)
                model.showArrivals();
        }
        model.showArrivals();
        const auto rows = store::CacheReader(store.folder.path(), store.book).queue();
        MUST(rows);
        QList<QueueRow> expected = *rows;
        QCOMPARE(expected.size(), truth.size());
        expected.removeIf([](const QueueRow &row) {
            return row.status.value != IncidentStatus::Active || row.severity.value <= Severity::Low;
        });
        std::sort(expected.begin(), expected.end(),
                  [](const QueueRow &a, const QueueRow &b) { return precedes(a, b, SortKey {}); });
        QCOMPARE(model.rowCount(), int(expected.size()));
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.incident(row), expected.at(row));
        QCOMPARE(resets.size(), 0);
    }
};

CASEMATE_TEST(Queues)
#include "queues.moc"
