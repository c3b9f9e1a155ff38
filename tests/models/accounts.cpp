// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Outbox, history and approvals over a real ledger and a real cache.
#include "models/bench.h"
#include "models/historymodel.h"
#include "models/itemroles.h"
#include "models/outboxmodel.h"
#include "models/pendingactionsmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using S = DecisionState;
using models::HistoryModel;
using models::OutboxModel;
using models::PendingActionsModel;

namespace {

Decision numbered(int number, DecisionKind kind = DecisionKind::Assign)
{
    Decision decision = samples::decision(u"d"_s + QString::number(number), kind);
    decision.decidedAt = decision.decidedAt.plusSeconds(number);
    return decision;
}

Evidence mailTo(const QString &recipient)
{
    return samples::mailEvidence(u"message of "_s + recipient, recipient);
}

Alert alertWith(const QString &id, const QList<Evidence> &evidence, int minute = 6)
{
    Alert alert = samples::alert(id, u"29"_s, samples::minute(minute));
    alert.evidence = evidence;
    return alert;
}

Evidence settled(Evidence evidence)
{
    evidence.remediation = wordOf(RemediationStatus::Remediated);
    return evidence;
}

template <class Model>
QStringList ids(const Model &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row, 0).data(models::IdRole).toString());
    return list;
}

template <class Model>
void checkCells(const Model &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            QVERIFY2(index.data().isValid() && index.data(models::SortRole).isValid()
                         && index.data(models::ToneRole).isValid(),
                     QByteArray::number(column).constData());
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        }
    }
}

} // namespace

class Accounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFolderIsAnEmptyOutboxAndHistory()
    {
        bench::Store store;
        store.readers = std::make_unique<store::Readers>(store.folder.path(), store.book);
        OutboxModel outbox(*store.readers, store.clock);
        HistoryModel history(*store.readers, store.clock);
        PendingActionsModel approvals(*store.readers, store.clock);
        QSignalSpy failures(&outbox, &OutboxModel::failed);
        outbox.load();
        history.load();
        approvals.load();
        QTRY_VERIFY(outbox.isLoaded() && history.isLoaded() && approvals.isLoaded());
        QCOMPARE(outbox.rowCount() + history.rowCount() + approvals.rowCount(), 0);
        QCOMPARE(failures.size(), 0);
        QVERIFY(!outbox.newestHeld());
    }

    void theOutboxFollowsItsDecisionsToTheirEnd()
    {
        bench::Store store;
        store.open();
        store.decide(numbered(1), {S::Queued});
        store.decide(numbered(2));
        store.decide(numbered(3), {S::Queued, S::Preflight, S::Stale});
        OutboxModel outbox(*store.readers, store.clock);
        QAbstractItemModelTester tester(&outbox, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&outbox, &OutboxModel::changed);
        outbox.load();
        QVERIFY(changed.wait(30'000));
        QCOMPARE(ids(outbox), (QStringList {u"d1"_s, u"d2"_s, u"d3"_s}));
        QCOMPARE(outbox.newestHeld()->id.text, u"d2"_s);
        QCOMPARE(outbox.needingPerson(), 1);
        QCOMPARE(outbox.index(2, int(OutboxModel::Column::State)).data(models::SignRole).value<S>(), S::Stale);
        QVERIFY(outbox.index(2, 0).data(models::StrongRole).toBool());
        checkCells(outbox);

        MUST(store.ledger->advance({u"d1"_s}, {.to = S::Cancelled}));
        store.decide(numbered(4));
        outbox.load();
        QTRY_COMPARE(outbox.rowCount(), 4);
        QCOMPARE(outbox.at(0).state, S::Cancelled); // it ended while somebody looked, and is still there
        QCOMPARE(outbox.open().size(), 3);
        outbox.load();
        QVERIFY(changed.wait(30'000));
        QCOMPARE(outbox.rowCount(), 4);
        outbox.dismissFinished();
        QCOMPARE(ids(outbox), (QStringList {u"d2"_s, u"d3"_s, u"d4"_s}));
        outbox.refreshTimes();
    }

    void historyShowsTheNewestFirst()
    {
        bench::Store store;
        store.open();
        store.decide(numbered(1), {S::Queued, S::Preflight, S::Sending, S::Accepted, S::Verified});
        HistoryModel history(*store.readers, store.clock);
        QAbstractItemModelTester tester(&history, QAbstractItemModelTester::FailureReportingMode::QtTest);
        history.load();
        QTRY_VERIFY(history.isLoaded());
        QCOMPARE(history.rowCount(), 6);
        checkCells(history);
        QCOMPARE(history.index(0, int(HistoryModel::Column::State)).data().toString(), u"Confirmed"_s);
        QCOMPARE(history.index(5, int(HistoryModel::Column::Event)).data().toString(), u"Decided"_s);
        QCOMPARE(history.index(1, int(HistoryModel::Column::RequestId)).data().toString(), u"request-1"_s);
        const QPersistentModelIndex first = history.index(5, 0);
        store.decide(numbered(2));
        history.load();
        QTRY_COMPARE(history.rowCount(), 7);
        QCOMPARE(first.row(), 6);
        QCOMPARE(history.index(0, 0).data(models::IdRole).toString(), u"d2"_s);
    }

    void approvalsShowWhatWaits()
    {
        bench::Store store;
        const Evidence one = mailTo(u"megan@contoso.example"_s);
        const Evidence two = mailTo(u"alex@contoso.example"_s);
        const auto incident = store.book.enter(samples::incident(u"29"_s, samples::minute(5)));
        const auto alert =
            store.book.enter(alertWith(u"a"_s, {one, two, samples::userEvidence(u"adele@contoso.example"_s)}));
        store.open();
        store.write({incident}, {alert});
        store.locate(one.mail->target, u"quarantine"_s);
        store.clock.time = samples::minute(60);
        PendingActionsModel model(*store.readers, store.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.undecided(), 2);
        checkCells(model);
        const int row = model.rowOf(pendingActionId(QLatin1StringView(samples::Folder::tenant), one.key).text);
        QVERIFY(row >= 0);
        using Column = PendingActionsModel::Column;
        QCOMPARE(model.index(row, int(Column::Action)).data().toString(), u"Soft delete (inferred)"_s);
        QCOMPARE(model.index(row, int(Column::Location)).data().toString(), u"Quarantine"_s);
        QCOMPARE(model.index(1 - row, int(Column::Location)).data().toString(), u"not known"_s);
        QVERIFY(model.index(row, int(Column::Entity)).data(models::SecondLineRole).toString().contains(u"megan"_s));
        QCOMPARE(model.at(row).incident.id.text, u"29"_s);
        QVERIFY(model.index(row, int(Column::Expires)).data().toString().startsWith(u"6 d"_s));
        model.setFilter(std::get<Filter>(Filter::parse(u"alex"_s)));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.at(0).action.entity, two.key);
    }

    void whatIsDecidedSaysSoAndIsCountedNoMore()
    {
        bench::Store store;
        const Evidence one = mailTo(u"megan@contoso.example"_s);
        const auto incident = store.book.enter(samples::incident(u"29"_s, samples::minute(5)));
        const auto alert = store.book.enter(alertWith(u"a"_s, {one}));
        store.open();
        store.write({incident}, {alert});
        PendingActionsModel model(*store.readers, store.clock);
        model.load();
        QTRY_VERIFY(model.isLoaded());
        Decision approve = numbered(1, DecisionKind::ApproveAction);
        approve.action = model.at(0).action.id;
        store.decide(approve);
        QSignalSpy changed(&model, &PendingActionsModel::changed);
        model.takeLedgerChange();
        QVERIFY(changed.wait(30'000));
        QCOMPARE(model.undecided(), 0);
        using Column = PendingActionsModel::Column;
        QCOMPARE(model.index(0, int(Column::Decision)).data().toString(), u"Held"_s);
        QCOMPARE(model.index(0, int(Column::Action)).data(models::OverlayRole).value<S>(), S::Held);
        MUST(store.ledger->advance(approve.id, {.to = S::Cancelled}));
        model.takeLedgerChange();
        QVERIFY(changed.wait(30'000));
        QCOMPARE(model.undecided(), 1); // a person has to decide again
    }

    void whatNoLongerWaitsStaysUnderTheHand()
    {
        bench::Store store;
        const Evidence one = mailTo(u"megan@contoso.example"_s);
        const Evidence two = mailTo(u"alex@contoso.example"_s);
        const Evidence three = mailTo(u"nestor@contoso.example"_s);
        const auto incident = store.book.enter(samples::incident(u"29"_s, samples::minute(5)));
        const auto before = store.book.enter(alertWith(u"a"_s, {one, two}));
        const auto after = store.book.enter(alertWith(u"a"_s, {settled(one), two, three}, 9));
        store.open();
        store.write({incident}, {before});
        PendingActionsModel model(*store.readers, store.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_VERIFY(model.isLoaded());
        const QStringList shown = ids(model);
        QSignalSpy changed(&model, &PendingActionsModel::changed);
        model.takeChanges(store.write({}, {after}));
        QVERIFY(changed.wait(30'000));
        QCOMPARE(ids(model), shown); // nothing moves under a key press
        QCOMPARE(model.pendingArrivals(), 1);
        QCOMPARE(model.undecided(), 2);
        const int gone = model.rowOf(pendingActionId(QLatin1StringView(samples::Folder::tenant), one.key).text);
        QVERIFY(!model.at(gone).waits);
        QVERIFY(model.index(gone, 0).data(models::OutdatedRole).toBool());
        QCOMPARE(model.index(gone, int(PendingActionsModel::Column::Expires)).data().toString(), u"no longer waits"_s);
        model.showArrivals();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(shown.at(gone)), -1);
        QCOMPARE(model.pendingArrivals(), 0);
    }
};

CASEMATE_TEST(Accounts)
#include "accounts.moc"
