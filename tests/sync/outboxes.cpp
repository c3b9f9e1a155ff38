// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxdesk.h"

#include "support/testmain.h"

#include "domain/differencetext.h"
#include "domain/facts.h"
#include "domain/rules.h"
#include "store/cachereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;

namespace {

const QString incident = u"7"_s;
const QString straight = u"held queued preflight sending accepted verified"_s;

QString fieldOf(Desk &desk, const QString &field)
{
    const QJsonValue value = desk.bench.tenant.incident(incident)[field];
    return value.isArray() ? QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact))
                           : value.toString();
}

} // namespace

// The way of a decision while the network is as it should be.
class Outboxes final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anEditTravelsFromTheHoldToItsProof_data();
    void anEditTravelsFromTheHoldToItsProof();
    void aCommentIsReadBack();
    void aRejectionIsAComment();
    void anApprovalMovesTheMailAndTellsTheOthers();
    void aNoteOfOursNeedsNoNetwork();
    void nothingGoesOutDuringTheHold();
    void undoInTheHold();
    void whatWasSentCannotBeCancelled();
    void aMailThatMovedAwayStopsTheApproval();
    void anActionThatWasTakenByHandStopsTheApproval();
    void aValueThatAnotherChangedStopsTheEdit();
    void ourOwnEarlierEditStopsNothing();
    void tagsOfOthersStay();
    void aDecisionTakenTwiceIsRefused();
    void approvalsGoOneAtATime();
    void aPortalDecisionIsAPersonsUntilItsEffectIsSeen();
    void aContradictedProofNeedsAPerson();
    void theOutcomeReachesTheCache();

private:
    Decision rejection();

    std::unique_ptr<Desk> m_desk;
};

void Outboxes::init()
{
    m_desk = std::make_unique<Desk>();
    QVERIFY(m_desk->open());
}

void Outboxes::anEditTravelsFromTheHoldToItsProof_data()
{
    QTest::addColumn<DecisionKind>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("after");
    QTest::newRow("assign") << DecisionKind::Assign << u"bo@contoso.example"_s << u"assignedTo"_s
                            << u"bo@contoso.example"_s;
    QTest::newRow("status") << DecisionKind::SetStatus << u"inProgress"_s << u"status"_s << u"inProgress"_s;
    QTest::newRow("tag") << DecisionKind::AddTag << u"wave 3"_s << u"customTags"_s << u"[\"wave 3\"]"_s;
    QTest::newRow("classify") << DecisionKind::Classify << u"truePositive/phishing"_s << u"determination"_s
                              << u"phishing"_s;
    QTest::newRow("resolve") << DecisionKind::Resolve << u"falsePositive/notMalicious"_s << u"status"_s
                             << u"resolved"_s;
}

void Outboxes::anEditTravelsFromTheHoldToItsProof()
{
    QFETCH(DecisionKind, kind);
    QFETCH(QString, value);
    QFETCH(QString, field);
    QFETCH(QString, after);
    const Decision edit = m_desk->take(kind, value);
    QVERIFY(!edit.id.isEmpty());
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->way(edit.id), straight);
    QCOMPARE(m_desk->effects(u"edit"_s).size(), 1);
    QCOMPARE(m_desk->writes().size(), 1);
    QCOMPARE(fieldOf(*m_desk, field), after);
    QCOMPARE(m_desk->bench.stored(edit.id).attempts, 1);
    QCOMPARE(m_desk->bench.chainFault(), QString());
}

void Outboxes::aCommentIsReadBack()
{
    const Decision comment = m_desk->take(DecisionKind::Comment, {}, u"Asked the recipient."_s);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->way(comment.id), straight);
    const QList<Effect> posted = m_desk->effects(u"comment"_s);
    QCOMPARE(posted.size(), 1);
    QVERIFY(posted.first().text.startsWith(u"Asked the recipient."_s));
    QVERIFY(domain::carriesMark(posted.first().text, comment.id));
}

Decision Outboxes::rejection()
{
    Decision rejection = m_desk->bench.approval(domain::ExecutorKind::Graph);
    rejection.kind = DecisionKind::RejectAction;
    rejection.mailAction.reset();
    rejection.comment = u"The sender is known."_s;
    const QStringList relied = domain::factsReliedOn(rejection.kind, false);
    rejection.facts.removeIf([&](const domain::Fact &fact) { return !relied.contains(fact.name); });
    return rejection;
}

void Outboxes::aRejectionIsAComment()
{
    const Decision rejected = m_desk->take(rejection());
    QVERIFY(!rejected.id.isEmpty());
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->way(rejected.id), straight);
    QCOMPARE(m_desk->effects(u"comment"_s).size(), 1);
    QCOMPARE(m_desk->writes().size(), 1);
    QCOMPARE(m_desk->bench.tenant.mailLocation(u"m-1"_s), u"inbox_folder"_s);
}

void Outboxes::anApprovalMovesTheMailAndTellsTheOthers()
{
    const Decision approval = m_desk->take(m_desk->bench.approval());
    QVERIFY(!approval.id.isEmpty());
    QVERIFY(m_desk->runToTheEnd());
    // Where the mail lies was not known when it was decided: read and frozen, then judged.
    QCOMPARE(m_desk->way(approval.id), u"held queued preflight queued preflight sending accepted verifying verified"_s);
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1);
    QVERIFY(m_desk->effects(u"remediation"_s).first().text.endsWith(approval.id.text));
    QCOMPARE(m_desk->bench.tenant.mailLocation(u"m-1"_s), u"deletedFolder"_s);
    QCOMPARE(m_desk->bench.stored(approval.id).handle, u"aaaa0001-0000-4000-8000-000000000001"_s);
    const Decision comment = m_desk->bench.stored(domain::approvalCommentId(approval.id));
    QCOMPARE(comment.state, DecisionState::Verified);
    QCOMPARE(m_desk->effects(u"comment"_s).size(), 1);
    QVERIFY(m_desk->effects(u"comment"_s).first().text.contains(approval.id.text));
    QVERIFY(m_desk->effects(u"comment"_s).first().text.contains(u"an@contoso.example"_s));
    QCOMPARE(m_desk->writes().size(), 2);
    m_desk->bench.kill();
    m_desk->bench.start();
    m_desk->bench.runFor(std::chrono::hours(2));
    QCOMPARE(m_desk->writes().size(), 2);
}

void Outboxes::aNoteOfOursNeedsNoNetwork()
{
    Decision note = m_desk->bench.approval(domain::ExecutorKind::Local);
    note.kind = DecisionKind::MarkHandled;
    note.mailAction.reset();
    note.facts.clear();
    m_desk->fate = [](const auto &) { return Fate::Unreachable; };
    const qsizetype before = m_desk->bench.transport->count();
    QVERIFY(!m_desk->take(note).id.isEmpty());
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(note), DecisionState::Verified);
    QCOMPARE(m_desk->bench.transport->count(), before); // not even a read afterwards: nothing has changed there
}

void Outboxes::nothingGoesOutDuringTheHold()
{
    const qsizetype before = m_desk->bench.transport->count();
    const Decision edit = m_desk->take(DecisionKind::Assign, u"bo@contoso.example"_s);
    m_desk->bench.runFor(std::chrono::seconds(9));
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Held);
    QCOMPARE(m_desk->bench.transport->count(), before); // not even a preflight
    m_desk->bench.runFor(std::chrono::seconds(2));
    QCOMPARE(m_desk->effects(u"edit"_s).size(), 1);
}

void Outboxes::undoInTheHold()
{
    const Decision approval = m_desk->take(m_desk->bench.approval());
    m_desk->bench.runFor(std::chrono::seconds(5));
    const auto undone = m_desk->bench.cancel(approval.id);
    QVERIFY(undone && *undone);
    m_desk->bench.runFor(std::chrono::hours(9));
    QCOMPARE(m_desk->way(approval.id), u"held cancelled"_s);
    QCOMPARE(m_desk->writes().size(), 0);
    const auto again = m_desk->bench.cancel(approval.id);
    QVERIFY(again && !*again);
    QCOMPARE(again->error().code, u"tooLate"_s);
    QVERIFY(!m_desk->take(m_desk->bench.approval()).id.isEmpty()); // the action is free for another decision
}

void Outboxes::whatWasSentCannotBeCancelled()
{
    const Decision approval = m_desk->take(m_desk->bench.approval());
    QVERIFY(m_desk->bench.runUntil([&] { return m_desk->stateOf(approval) == DecisionState::Accepted; }));
    const auto undone = m_desk->bench.cancel(approval.id);
    QVERIFY(undone && !*undone);
    QCOMPARE(undone->error().code, u"tooLate"_s);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
}

void Outboxes::aMailThatMovedAwayStopsTheApproval()
{
    const Decision approval = m_desk->take(m_desk->seenApproval());
    m_desk->bench.tenant.moveMail(u"m-1"_s, u"junkFolder"_s);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->way(approval.id), u"held queued preflight stale"_s);
    QCOMPARE(m_desk->writes().size(), 0);
    const auto shown = domain::differencesIn(m_desk->bench.stored(approval.id).stateDetail);
    QCOMPARE(shown.size(), 1);
    QVERIFY(shown.first().name.startsWith(u"latestLocation/m-1"_s));
    QCOMPARE(shown.first().now, u"junkFolder"_s);
    const auto confirmed = m_desk->bench.confirm(approval.id);
    QVERIFY(confirmed && *confirmed);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1);
}

void Outboxes::anActionThatWasTakenByHandStopsTheApproval()
{
    const Decision approval = m_desk->take(m_desk->bench.approval());
    m_desk->bench.tenant.decidePending(u"p1"_s, u"remediated"_s);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Stale);
    const auto shown = domain::differencesIn(m_desk->bench.stored(approval.id).stateDetail);
    QVERIFY(shown.contains({u"remediationStatus"_s, u"pendingApproval"_s, u"remediated"_s}));
    const auto dropped = m_desk->bench.cancel(approval.id);
    QVERIFY(dropped && *dropped);
    m_desk->bench.runFor(std::chrono::hours(9));
    QCOMPARE(m_desk->way(approval.id), u"held queued preflight stale cancelled"_s);
    QCOMPARE(m_desk->writes().size(), 0);
}

void Outboxes::aValueThatAnotherChangedStopsTheEdit()
{
    const Decision edit = m_desk->take(DecisionKind::Assign, u"bo@contoso.example"_s);
    m_desk->bench.tenant.edit(incident, {{u"assignedTo"_s, u"cy@contoso.example"_s}});
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Stale);
    QCOMPARE(domain::differencesIn(m_desk->bench.stored(edit.id).stateDetail),
             QList<domain::FactDifference>({{u"assignedTo"_s, {}, u"cy@contoso.example"_s}}));
    // What was confirmed is what was shown: another change in between stops it again.
    m_desk->bench.tenant.edit(incident, {{u"assignedTo"_s, u"di@contoso.example"_s}});
    QVERIFY(*m_desk->bench.confirm(edit.id));
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Stale);
    QCOMPARE(m_desk->writes().size(), 0);
    QVERIFY(*m_desk->bench.confirm(edit.id));
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Verified);
    QCOMPARE(fieldOf(*m_desk, u"assignedTo"_s), u"bo@contoso.example"_s);
}

void Outboxes::ourOwnEarlierEditStopsNothing()
{
    const Decision first = m_desk->take(DecisionKind::Assign, u"bo@contoso.example"_s);
    const Decision second = m_desk->take(DecisionKind::Assign, u"cy@contoso.example"_s);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->effects(u"edit"_s).size(), 2);
    QCOMPARE(m_desk->stateOf(second), DecisionState::Verified);
    QVERIFY(!m_desk->way(second.id).contains(u"stale"_s));
    QCOMPARE(fieldOf(*m_desk, u"assignedTo"_s), u"cy@contoso.example"_s);
    QCOMPARE(m_desk->bench.stored(first.id).attempts, 1);
}

void Outboxes::tagsOfOthersStay()
{
    const Decision tag = m_desk->take(DecisionKind::AddTag, u"wave 3"_s);
    m_desk->bench.tenant.edit(incident, {{u"customTags"_s, QJsonArray {u"theirs"_s}}});
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(tag), DecisionState::Verified);
    QCOMPARE(fieldOf(*m_desk, u"customTags"_s), u"[\"theirs\",\"wave 3\"]"_s);
}

void Outboxes::aDecisionTakenTwiceIsRefused()
{
    const Decision approval = m_desk->take(m_desk->bench.approval());
    const auto again = m_desk->bench.decide(approval);
    QVERIFY(again && !*again);
    QCOMPARE(again->error().code, u"duplicateDecision"_s);
    const auto another = m_desk->bench.decide(m_desk->bench.approval());
    QVERIFY(another && !*another);
    QCOMPARE(another->error().code, u"alreadyDecided"_s);
    const auto opposite = m_desk->bench.decide(rejection());
    QVERIFY(opposite && !*opposite);
    QCOMPARE(opposite->error().code, u"alreadyDecided"_s);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->writes().size(), 2); // one approval and its comment
}

void Outboxes::approvalsGoOneAtATime()
{
    m_desk->bench.tenant.addPendingMail(u"p2"_s, u"8"_s, u"m-2"_s, u"cy@contoso.example"_s);
    m_desk->bench.tenant.touchAlert(u"p2"_s);
    m_desk->bench.clock->pass(std::chrono::seconds(2)); // a window ends at the full second
    QVERIFY(*m_desk->bench.pull());
    const remote::GraphDecoder decoder;
    const auto waiting = store::CacheReader(m_desk->bench.folder(), decoder).pendingActions();
    QVERIFY(waiting && waiting->size() == 2);
    const Decision first = m_desk->take(m_desk->bench.approval());
    const domain::PendingAction &other = waiting->last();
    Decision second = m_desk->bench.decision(DecisionKind::ApproveAction, other.incident.text);
    second.executor = domain::ExecutorKind::MailRemediation;
    second.mailAction = domain::MailAction::SoftDelete;
    second.action = other.id;
    second.targets = other.targets;
    QVERIFY(!m_desk->take(second).id.isEmpty());
    bool wereBothOut = false;
    const auto isOut = [&](const Decision &decision) {
        const DecisionState state = m_desk->stateOf(decision);
        return state == DecisionState::Preflight || state == DecisionState::Sending;
    };
    m_desk->fate = [&](const auto &) {
        wereBothOut = wereBothOut || (isOut(first) && isOut(second));
        return Fate::Passes;
    };
    QVERIFY(m_desk->runToTheEnd());
    QVERIFY(!wereBothOut);
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 2);
    QCOMPARE(m_desk->effects(u"comment"_s).size(), 2);
}

void Outboxes::aPortalDecisionIsAPersonsUntilItsEffectIsSeen()
{
    m_desk->bench.tenant.instead = [this](const remote::HttpRequest &request) -> std::optional<remote::HttpAnswer> {
        if (!request.url.path().endsWith("/runHuntingQuery"_L1))
            return std::nullopt;
        const QJsonObject row {{u"NetworkMessageId"_s, u"m-1"_s},
                               {u"RecipientEmailAddress"_s, u"bo@contoso.example"_s},
                               {u"LatestDeliveryLocation"_s, m_desk->bench.tenant.mailLocation(u"m-1"_s)},
                               {u"Timestamp"_s, u"2026-05-28T00:00:00Z"_s}};
        const QJsonObject body {{u"schema"_s, QJsonArray()}, {u"results"_s, QJsonArray {row}}};
        return remote::HttpAnswer {200, {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson()};
    };
    const Decision approval = m_desk->take(m_desk->bench.approval(domain::ExecutorKind::Portal));
    QVERIFY(!approval.id.isEmpty());
    QVERIFY(m_desk->bench.runUntil([&] { return m_desk->stateOf(approval) == DecisionState::NeedsPerson; }));
    const Decision open = m_desk->bench.stored(approval.id);
    QCOMPARE(open.stateReason, u"openPortal"_s);
    QVERIFY(open.handle.startsWith(u"https://security.example/action-center/pending"_s));
    m_desk->bench.runFor(std::chrono::minutes(10));
    QCOMPARE(m_desk->stateOf(approval), DecisionState::NeedsPerson);
    m_desk->bench.tenant.moveMail(u"m-1"_s, u"deletedFolder"_s); // somebody has done it there
    QVERIFY(m_desk->bench.runUntil([&] { return m_desk->stateOf(approval) == DecisionState::Verified; }));
    QCOMPARE(m_desk->writes().size(), 0);
}

void Outboxes::aContradictedProofNeedsAPerson()
{
    const Decision approval = m_desk->take(m_desk->seenApproval());
    QVERIFY(m_desk->bench.runUntil([&] { return m_desk->stateOf(approval) == DecisionState::Accepted; }));
    m_desk->bench.tenant.moveMail(u"m-1"_s, u"junkFolder"_s);
    m_desk->bench.tenant.setRemediationDelay(0);
    QVERIFY(m_desk->bench.runUntil([&] { return m_desk->stateOf(approval) == DecisionState::NeedsPerson; }));
    QCOMPARE(m_desk->bench.stored(approval.id).stateReason, u"contradicted"_s);
    QVERIFY(m_desk->bench.stored(domain::approvalCommentId(approval.id)).id.isEmpty());
    QVERIFY(*m_desk->bench.settle(approval.id));
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QCOMPARE(m_desk->bench.stored(approval.id).stateReason, u"settledByPerson"_s);
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1);
}

void Outboxes::theOutcomeReachesTheCache()
{
    const Decision approval = m_desk->take(m_desk->bench.approval());
    const Decision edit = m_desk->take(DecisionKind::SetStatus, u"inProgress"_s);
    QVERIFY(m_desk->runToTheEnd());
    m_desk->bench.turn();
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Verified);
    const remote::GraphDecoder decoder;
    store::CacheReader cache(m_desk->bench.folder(), decoder);
    const auto detail = cache.incident({incident});
    QVERIFY(detail);
    QCOMPARE(detail->incident.status.wire, u"inProgress"_s);
    QCOMPARE(detail->incident.comments.size(), 1);
    const auto locations = cache.latestLocations(approval.targets);
    QVERIFY(locations && locations->size() == 1);
    QCOMPARE(locations->first().value, u"deletedFolder"_s);
}

CASEMATE_TEST(Outboxes)
#include "outboxes.moc"
