// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bench.h"
#include "models/incidentmodel.h"
#include "models/itemroles.h"
#include "models/modelset.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;
using models::IncidentModel;

namespace {

const Moment now = samples::minute(60);

Comment comment(const QString &text, int minute)
{
    return {Untrusted(text), Untrusted(u"Adele"_s), samples::minute(minute)};
}

QList<Alert> randomAlerts(QRandomGenerator &random)
{
    QList<Alert> alerts;
    for (int i = 0; i < 8; ++i) {
        if (random.bounded(3) == 0)
            continue;
        Alert alert = samples::alert(u"a"_s + QString::number(i), u"29"_s, samples::minute(random.bounded(30)));
        alert.created = samples::minute(random.bounded(4));
        alert.severity = wordOf(Severity(1 + random.bounded(5)));
        for (int e = random.bounded(5); e > 0; --e) {
            const QString who = QString::number(random.bounded(6)) + u"@contoso.example"_s;
            const auto status = random.bounded(2) ? RemediationStatus::PendingApproval : RemediationStatus::Remediated;
            alert.evidence.append(random.bounded(2) ? samples::mailEvidence(u"m"_s, who, status)
                                                    : samples::userEvidence(who, status));
        }
        alerts.append(alert);
    }
    std::sort(alerts.begin(), alerts.end(), [](const Alert &a, const Alert &b) { return a.created > b.created; });
    return alerts;
}

} // namespace

class Incidents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIncidentOpensWithAllItsParts()
    {
        bench::Store store;
        Incident incident = samples::incident(u"29"_s, samples::minute(5));
        incident.comments = {comment(u"first"_s, 1), comment(u"second"_s, 2)};
        Alert one = samples::alert(u"a1"_s, u"29"_s, samples::minute(6));
        one.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s),
                        samples::userEvidence(u"u@contoso.example"_s)};
        Alert two = samples::alert(u"a2"_s, u"29"_s, samples::minute(7));
        two.created = samples::minute(3);
        two.status = wordOf(AlertStatus::Resolved);
        two.serviceSource = word<ServiceSource>(u"microsoftOfTomorrow"_s);
        two.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s)};
        const auto item = store.book.enter(incident);
        const QList<Received<Alert>> alerts {store.book.enter(one), store.book.enter(two)};
        store.open();
        store.write({item}, alerts);
        store.clock.time = now;
        IncidentModel model(*store.readers, store.clock);
        QAbstractItemModelTester alertTester(model.alerts(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester evidenceTester(model.evidence(),
                                                QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester commentTester(model.comments(),
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open({u"29"_s});
        QVERIFY(!model.isLoaded());
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(model.summary().incident, incident);
        QCOMPARE(model.summary().alerts, 2);
        QCOMPARE(model.summary().openAlerts, 1);
        QCOMPARE(model.summary().pending.size(), 1);
        QCOMPARE(model.summary().sources.size(), 2);
        QCOMPARE(model.alerts()->rowCount(), 2);
        QCOMPARE(model.alerts()->at(0).id.text, u"a2"_s); // newest first
        QCOMPARE(model.evidence()->rowCount(), 2); // the mail of two alerts is one entity
        QCOMPARE(model.evidence()->at(0).alerts.size(), 2);
        QVERIFY(model.evidence()->at(0).action);
        QCOMPARE(model.evidence()->index(0, 0).data(models::IdRole).toString(),
                 model.summary().pending.first().id.text);
        QCOMPARE(model.comments()->rowCount(), 2);
        QCOMPARE(model.comments()->at(0).comment.text.raw(), u"second"_s);
        for (QAbstractItemModel *table :
             {static_cast<QAbstractItemModel *>(model.alerts()), static_cast<QAbstractItemModel *>(model.evidence()),
              static_cast<QAbstractItemModel *>(model.comments())}) {
            for (int row = 0; row < table->rowCount(); ++row) {
                for (int column = 0; column < table->columnCount(); ++column) {
                    QVERIFY(table->index(row, column).data().isValid());
                    QVERIFY(table->index(row, column).data(models::SortRole).isValid());
                    QVERIFY(!table->headerData(column, Qt::Horizontal).toString().isEmpty());
                }
            }
        }
        model.refreshTimes();
    }

    void anUnknownIncidentFails()
    {
        bench::Store store;
        store.open();
        IncidentModel model(*store.readers, store.clock);
        QSignalSpy failed(&model, &IncidentModel::failed);
        model.open({u"4711"_s});
        QVERIFY(failed.wait(30'000));
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NotFound);
        QVERIFY(!model.isLoaded());
    }

    void walkingOnShowsNothingOfTheLastOne()
    {
        bench::Store store;
        Incident first = samples::incident(u"29"_s, samples::minute(5));
        first.comments = {comment(u"of the first"_s, 1)};
        const QList<Received<Incident>> items {store.book.enter(first),
                                               store.book.enter(samples::incident(u"30"_s, samples::minute(5)))};
        store.open();
        store.write(items);
        IncidentModel model(*store.readers, store.clock);
        model.open({u"29"_s});
        QTRY_VERIFY(model.isLoaded());
        model.open({u"30"_s});
        QVERIFY(!model.isLoaded());
        QCOMPARE(model.comments()->rowCount(), 0);
        QVERIFY(model.summary().incident.id.isEmpty());
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(model.summary().incident.id.text, u"30"_s);
        for (int i = 0; i < 20; ++i) // quickly to and fro: only the last one counts
            model.open({i % 2 ? u"29"_s : u"30"_s});
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(model.summary().incident.id.text, u"29"_s);
        QCOMPARE(model.comments()->rowCount(), 1);
    }

    void changesAndDecisionsComeIn()
    {
        bench::Store store;
        const auto item = store.book.enter(samples::incident(u"29"_s, samples::minute(5)));
        const auto other = store.book.enter(samples::incident(u"30"_s, samples::minute(5)));
        const auto alert = store.book.enter(samples::alert(u"a1"_s, u"29"_s, samples::minute(6)));
        store.open();
        store.write({item, other});
        IncidentModel model(*store.readers, store.clock);
        model.open({u"29"_s});
        QTRY_VERIFY(model.isLoaded());
        QSignalSpy changed(&model, &IncidentModel::changed);
        model.takeChanges(store.write({}, {alert}));
        QVERIFY(changed.wait(30'000));
        QCOMPARE(model.alerts()->rowCount(), 1);
        store.decide(samples::decision(u"d1"_s, DecisionKind::Assign));
        Decision said = samples::decision(u"d2"_s, DecisionKind::Comment);
        said.comment = u"On its way"_s;
        store.decide(said);
        model.takeLedgerChange();
        QVERIFY(changed.wait(30'000));
        QCOMPARE(model.summary().decisions.size(), 2);
        QCOMPARE(model.summary().overlay.assignee.value, u"adele@contoso.example"_s);
        QCOMPARE(model.comments()->rowCount(), 1);
        QCOMPARE(model.comments()->index(0, 0).data(models::OverlayRole).value<DecisionState>(), DecisionState::Held);
    }

    void draftsAreKept()
    {
        bench::Store store;
        const QList<Received<Incident>> items {store.book.enter(samples::incident(u"29"_s, samples::minute(5))),
                                               store.book.enter(samples::incident(u"30"_s, samples::minute(5)))};
        store.open();
        store.write(items);
        IncidentModel model(*store.readers, store.clock);
        QSignalSpy drafts(&model, &IncidentModel::draftRead);
        model.open({u"29"_s});
        model.saveDraft(u"half a sen"_s);
        model.open({u"30"_s});
        QTRY_VERIFY(model.isLoaded());
        model.saveDraft({});
        QTRY_COMPARE(store::DeskStore(store.folder.path()).draft({u"29"_s}).value(), u"half a sen"_s);
        model.open({u"29"_s});
        QTRY_COMPARE(drafts.size(), 1);
        QCOMPARE(drafts.first().first().toString(), u"half a sen"_s);
    }

    void commentsOfOursAreShownOnce()
    {
        Decision waiting = samples::decision(u"6b1c0f0e-0000-4000-8000-000000000001"_s, DecisionKind::Comment);
        waiting.comment = u"Looks bad"_s;
        Decision there = samples::decision(u"6b1c0f0e-0000-4000-8000-000000000002"_s, DecisionKind::Comment);
        there.state = DecisionState::Verifying;
        Decision assign = samples::decision(u"6b1c0f0e-0000-4000-8000-000000000003"_s, DecisionKind::Assign);
        Decision done = samples::decision(u"6b1c0f0e-0000-4000-8000-000000000004"_s, DecisionKind::Comment);
        done.state = DecisionState::Verified;
        const QList<Comment> comments {comment(u"same"_s, 1), comment(u"same"_s, 1),
                                       comment(markedComment(there.id, u"Posted"_s), 2)};
        const auto rows = models::commentRows(comments, {waiting, there, assign, done});
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.at(0).decision->id, waiting.id);
        QCOMPARE(rows.at(1).comment.text.raw(), u"Posted"_s); // without the line that is for programs
        QVERIFY(rows.at(2).key != rows.at(3).key); // twice the same is two comments
        QCOMPARE(rows.at(3).comment.text.raw(), u"same"_s);
    }

    void evidenceIsOrderedByWhatItAsksFor()
    {
        const QString tenant = QLatin1StringView(samples::Folder::tenant);
        Alert alert = samples::alert(u"a"_s, u"29"_s, samples::minute(1));
        Evidence clean = samples::userEvidence(u"clean@contoso.example"_s);
        clean.verdict = wordOf(Verdict::NoThreatsFound);
        const Evidence suspicious = samples::userEvidence(u"suspicious@contoso.example"_s);
        const Evidence malicious =
            samples::mailEvidence(u"m"_s, u"done@contoso.example"_s, RemediationStatus::Remediated);
        const Evidence waits = samples::mailEvidence(u"m"_s, u"waits@contoso.example"_s);
        alert.evidence = {clean, suspicious, malicious, waits};
        Decision decided = samples::decision(u"d"_s, DecisionKind::ApproveAction);
        decided.action = pendingActionId(tenant, malicious.key);
        const auto rows = models::evidenceRows(tenant, {alert}, pendingActions(tenant, {alert}), {decided});
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.at(0).evidence.key, waits.key);
        QCOMPARE(rows.at(1).evidence.key, malicious.key);
        QCOMPARE(rows.at(1).decision->id, decided.id); // decided, and the service no longer says that it waits
        QCOMPARE(rows.at(2).evidence.key, suspicious.key);
        QCOMPARE(rows.at(3).evidence.key, clean.key);
    }

    void randomPartsFollowEachOther()
    {
        QRandomGenerator random(21);
        const QString tenant = QLatin1StringView(samples::Folder::tenant);
        models::AlertsModel alerts;
        models::EvidenceModel evidence;
        models::CommentsModel comments;
        QAbstractItemModelTester alertTester(&alerts, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester evidenceTester(&evidence, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester commentTester(&comments, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int round = 0; round < 100; ++round) {
            const QList<Alert> next = randomAlerts(random);
            alerts.setAlerts(next, now);
            QCOMPARE(alerts.rowCount(), int(next.size()));
            QVERIFY(std::is_sorted(alerts.rows().begin(), alerts.rows().end(),
                                   [](const Alert &a, const Alert &b) { return a.created > b.created; }));
            const auto rows = models::evidenceRows(tenant, next, pendingActions(tenant, next), {});
            evidence.setEvidence(rows, now);
            QCOMPARE(evidence.rows(), rows);
            QList<Comment> said;
            for (int i = random.bounded(6); i > 0; --i)
                said.append(comment(QString::number(random.bounded(3)), random.bounded(3)));
            const auto spoken = models::commentRows(said, {});
            comments.setComments(spoken, now);
            QCOMPARE(comments.rows(), spoken);
        }
    }

    void theSetIsWiredAmongItself()
    {
        bench::Store store;
        Alert alert = samples::alert(u"a"_s, u"29"_s, samples::minute(6));
        alert.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s)};
        const auto item = store.book.enter(samples::incident(u"29"_s, samples::minute(5)));
        const auto received = store.book.enter(alert);
        store.open();
        store.write({item});
        bench::FakeEngine engine(store);
        models::ModelSet set(*store.readers, store.clock);
        connect(&engine, &Engine::cacheChanged, &set, &models::ModelSet::takeChanges);
        connect(&engine, &Engine::ledgerChanged, &set, &models::ModelSet::takeLedgerChange);
        set.takeCapabilities(engine.can);
        set.load();
        set.incident()->open({u"29"_s});
        QTRY_VERIFY(set.queue()->isLoaded() && set.outbox()->isLoaded() && set.history()->isLoaded()
                    && set.approvals()->isLoaded() && set.incident()->isLoaded());
        Q_EMIT engine.cacheChanged(store.write({}, {received}));
        QTRY_COMPARE(set.approvals()->undecided(), 1);
        QTRY_COMPARE(set.queue()->incident(0).pendingActions, 1);
        QTRY_COMPARE(set.incident()->evidence()->rowCount(), 1);
        store.decide(samples::decision(u"d1"_s, DecisionKind::Assign));
        Q_EMIT engine.ledgerChanged();
        QTRY_VERIFY(
            set.queue()->index(0, int(models::QueueModel::Column::Assignee)).data(models::OverlayRole).isValid());
        QTRY_COMPARE(set.history()->rowCount(), 1);
        QTRY_COMPARE(set.incident()->summary().overlay.decisions, 1);
        set.queue()->setFilter(std::get<Filter>(Filter::parse(u"assignee:me"_s)));
        QCOMPARE(set.queue()->rowCount(), 0); // a filter looks at what the server says
    }
};

CASEMATE_TEST(Incidents)
#include "incidents.moc"
