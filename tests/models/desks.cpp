// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/facts.h"
#include "domain/rules.h"
#include "models/bench.h"
#include "models/desk.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using models::Choice;
using models::Desk;

namespace {

const MailTarget megan {u"message-1"_s, u"megan@contoso.example"_s};

Evidence cluster(qint64 count, const QStringList &messages)
{
    Evidence evidence;
    evidence.type = u"mailClusterEvidence"_s;
    evidence.key = {u"cluster"_s};
    evidence.label = Untrusted(u"Invoices"_s);
    evidence.created = samples::minute(5);
    evidence.verdict = wordOf(Verdict::Malicious);
    evidence.remediation = wordOf(RemediationStatus::PendingApproval);
    evidence.cluster.emplace();
    evidence.cluster->emailCount = count;
    evidence.cluster->networkMessageIds = messages;
    return evidence;
}

Evidence spam()
{
    Evidence evidence = samples::mailEvidence(u"message-9"_s, u"spam@contoso.example"_s);
    evidence.verdict = wordOf(Verdict::Suspicious);
    evidence.mail->threats = {u"Spam"_s};
    return evidence;
}

PendingActionId actionOn(const Evidence &evidence)
{
    return pendingActionId(QLatin1StringView(samples::Folder::tenant), evidence.key);
}

QString factValue(const Decision &decision, const QString &name)
{
    for (const Fact &fact : decision.facts) {
        if (fact.name == name)
            return fact.value;
    }
    return u"(no such fact)"_s;
}

QString fact(const char16_t *name)
{
    return QString::fromUtf16(name);
}

// Incident 29 with a mail, a cluster of three known mails of which the recipient of one is known, a spam mail; incident 30
// was merged into 29; incident 31 is archived.
struct Office {
    Office()
        : engine(store)
    {
        const Evidence mail = samples::mailEvidence(megan.networkMessageId, megan.recipient);
        Incident merged = samples::incident(u"30"_s, samples::minute(1));
        merged.redirectTo = IncidentId {u"29"_s};
        Alert alert = samples::alert(u"a1"_s, u"29"_s, samples::minute(7));
        alert.evidence = {mail, cluster(12'000, {u"message-1"_s, u"message-2"_s}), spam()};
        const QList<Received<Incident>> incidents {store.book.enter(samples::incident(u"29"_s, samples::minute(6))),
                                                   store.book.enter(merged),
                                                   store.book.enter(samples::incident(u"31"_s, samples::minute(1)))};
        const QList<Received<Alert>> alerts {store.book.enter(alert)};
        store.open();
        store.write(incidents, alerts);
        if (!store.cache->markArchived({{u"31"_s}}))
            qFatal("not archived");
        store.clock.time = samples::minute(60);
        desk = std::make_unique<Desk>(engine, *store.readers, store.clock);
    }

    // Waits for one answer.
    Result<Decision> prepared(const Choice &choice)
    {
        std::optional<Result<Decision>> answer;
        desk->prepare(choice, &asker, [&](const Result<Decision> &decision) { answer = decision; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
            return error(ErrorKind::TimedOut, u"wait for the desk"_s);
        return *answer;
    }
    Result<DecisionId> decided(const Choice &choice)
    {
        std::optional<Result<DecisionId>> answer;
        desk->decide(choice, &asker, [&](const Result<DecisionId> &id) { answer = id; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
            return error(ErrorKind::TimedOut, u"wait for the desk"_s);
        return *answer;
    }

    bench::Store store;
    bench::FakeEngine engine;
    std::unique_ptr<Desk> desk;
    QObject asker;
};

Choice about(DecisionKind kind, const QString &value = {}, const QString &comment = {})
{
    return {.kind = kind, .incident = {u"29"_s}, .value = value, .comment = comment};
}

Choice onAction(DecisionKind kind, const Evidence &evidence)
{
    return {.kind = kind, .action = actionOn(evidence)};
}

} // namespace

class Desks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditIsCompleted()
    {
        Office office;
        const auto decision = office.prepared(about(DecisionKind::Assign, u"me"_s));
        MUST(decision);
        QCOMPARE(decision->kind, DecisionKind::Assign);
        QCOMPARE(decision->incident.text, u"29"_s);
        QCOMPARE(decision->value, u"adele@contoso.example"_s);
        QCOMPARE(decision->tenantId, QString(QLatin1StringView(samples::Folder::tenant)));
        QCOMPARE(decision->oid, u"account"_s);
        QCOMPARE(decision->upn, u"adele@contoso.example"_s);
        QCOMPARE(decision->executor, ExecutorKind::Graph);
        QCOMPARE(decision->state, DecisionState::Held);
        QCOMPARE(decision->decidedAt, office.store.clock.time);
        QCOMPARE(decision->heldUntil, office.store.clock.time.plusSeconds(10));
        QCOMPARE(decision->expires, office.store.clock.time.plusSeconds(8 * 3600));
        QCOMPARE(factValue(*decision, fact(factAssignedTo)), QString());
        QCOMPARE(factValue(*decision, fact(factRedirect)), QString());
        QCOMPARE(decision->facts.first().sourceTime, samples::minute(6));
        QVERIFY(decision->targets.isEmpty() && !decision->mailAction);
        QVERIFY(office.engine.taken.isEmpty()); // preparing takes nothing
    }

    void valuesAreWrittenAsTheServiceWritesThem()
    {
        Office office;
        const auto classified = office.prepared(about(DecisionKind::Classify, u" TruePositive/CompromisedUser "_s));
        MUST(classified);
        QCOMPARE(classified->value, u"truePositive/compromisedAccount"_s);
        const auto status = office.prepared(about(DecisionKind::SetStatus, u"INPROGRESS"_s));
        MUST(status);
        QCOMPARE(status->value, u"inProgress"_s);
        QCOMPARE(factValue(*status, fact(factIncidentStatus)), u"Active"_s);
        const auto tag = office.prepared(about(DecisionKind::AddTag, u"  Needs review "_s));
        MUST(tag);
        QCOMPARE(tag->value, u"Needs review"_s);
    }

    void anApprovalFreezesItsMailAndItsFacts()
    {
        Office office;
        office.store.locate(megan, u"inbox_folder"_s);
        const Evidence mail = samples::mailEvidence(megan.networkMessageId, megan.recipient);
        const auto decision = office.prepared(onAction(DecisionKind::ApproveAction, mail)); // without its incident
        MUST(decision);
        QCOMPARE(decision->incident.text, u"29"_s);
        QCOMPARE(decision->action, actionOn(mail));
        QCOMPARE(decision->mailAction, MailAction::SoftDelete); // as recommended
        QCOMPARE(decision->targets, QList<MailTarget> {megan});
        QCOMPARE(decision->executor, ExecutorKind::MailRemediation);
        QCOMPARE(decision->label, u"Your invoice"_s);
        QCOMPARE(factValue(*decision, latestLocationFact(megan)), u"inbox_folder"_s);
        QCOMPARE(factValue(*decision, fact(factVerdict)), u"malicious"_s);
        QCOMPARE(factValue(*decision, fact(factRemediationStatus)), u"pendingApproval"_s);
        QCOMPARE(factValue(*decision, fact(factTargetSet)), targetSetText({megan}));
    }

    void aLocationThatNobodyReadIsSaidToBeUnknown()
    {
        Office office;
        const auto decision = office.prepared(
            onAction(DecisionKind::ApproveAction, samples::mailEvidence(megan.networkMessageId, megan.recipient)));
        MUST(decision);
        QCOMPARE(factValue(*decision, latestLocationFact(megan)), QString());
    }

    void aMailThatIsElsewhereIsRefused()
    {
        Office office;
        office.store.locate(megan, u"quarantine"_s);
        REFUSED(office.prepared(onAction(DecisionKind::ApproveAction,
                                         samples::mailEvidence(megan.networkMessageId, megan.recipient))),
                "notInCloudMailbox");
    }

    void withoutTheCredentialThePortalIsTheExecutor()
    {
        Office office;
        office.engine.can.hasApplicationCredential = false;
        const auto decision = office.prepared(
            onAction(DecisionKind::ApproveAction, samples::mailEvidence(megan.networkMessageId, megan.recipient)));
        MUST(decision);
        QCOMPARE(decision->executor, ExecutorKind::Portal);
    }

    void aClusterThatIsOnlyPartlyKnownGoesToThePortal()
    {
        Office office;
        const auto decision = office.prepared(onAction(DecisionKind::ApproveAction, cluster(0, {})));
        MUST(decision);
        QCOMPARE(decision->executor, ExecutorKind::Portal); // 12,000 mails, two of them known by name
        QCOMPARE(decision->targets, (QList<MailTarget> {megan, {u"message-2"_s, {}}}));
    }

    void anotherMailActionMayBeChosen()
    {
        Office office;
        Choice choice =
            onAction(DecisionKind::ApproveAction, samples::mailEvidence(megan.networkMessageId, megan.recipient));
        choice.mailAction = MailAction::MoveToJunk;
        auto decision = office.prepared(choice);
        MUST(decision);
        QCOMPARE(decision->mailAction, MailAction::MoveToJunk);
        choice.mailAction.reset();
        choice.value = u"HardDelete"_s; // as the command line says it
        decision = office.prepared(choice);
        MUST(decision);
        QCOMPARE(decision->mailAction, MailAction::HardDelete);
        QVERIFY(decision->value.isEmpty());
        choice.value = u"shred"_s;
        REFUSED(office.prepared(choice), "badValue");
    }

    void whatIsNotRecommendedMustBeChosen()
    {
        Office office;
        Choice choice = onAction(DecisionKind::ApproveAction, spam());
        REFUSED(office.prepared(choice), "chooseMailAction");
        choice.mailAction = MailAction::MoveToJunk;
        MUST(office.prepared(choice));
    }

    void aRejectionTellsTheOthers()
    {
        Office office;
        Choice choice =
            onAction(DecisionKind::RejectAction, samples::mailEvidence(megan.networkMessageId, megan.recipient));
        auto decision = office.prepared(choice);
        MUST(decision);
        QVERIFY(decision->comment.contains(u"Your invoice"_s));
        QCOMPARE(decision->executor, ExecutorKind::Graph);
        QVERIFY(decision->targets.isEmpty());
        choice.comment = u"Known newsletter"_s;
        decision = office.prepared(choice);
        MUST(decision);
        QCOMPARE(decision->comment, u"Known newsletter"_s);
        choice.kind = DecisionKind::MarkHandled;
        decision = office.prepared(choice);
        MUST(decision);
        QCOMPARE(decision->executor, ExecutorKind::Local);
    }

    void whatCannotBeDecidedSaysWhy_data()
    {
        QTest::addColumn<Choice>("choice");
        QTest::addColumn<QString>("code");
        QTest::newRow("no incident") << Choice {.kind = DecisionKind::Assign} << u"noIncident"_s;
        QTest::newRow("merged") << Choice {.kind = DecisionKind::Assign, .incident = {u"30"_s}}
                                << u"incidentRedirected"_s;
        QTest::newRow("archived") << Choice {.kind = DecisionKind::Assign, .incident = {u"31"_s}}
                                  << u"incidentArchived"_s;
        QTest::newRow("no such action") << Choice {.kind = DecisionKind::ApproveAction, .action = {u"gone"_s}}
                                        << u"actionGone"_s;
        QTest::newRow("no such action of the incident")
            << Choice {.kind = DecisionKind::ApproveAction, .incident = {u"29"_s}, .action = {u"gone"_s}}
            << u"actionGone"_s;
        QTest::newRow("approve an incident") << about(DecisionKind::ApproveAction) << u"noAction"_s;
        QTest::newRow("empty comment") << about(DecisionKind::Comment) << u"emptyComment"_s;
        QTest::newRow("bad value") << about(DecisionKind::SetStatus, u"resolved"_s) << u"badValue"_s;
    }
    void whatCannotBeDecidedSaysWhy()
    {
        QFETCH(Choice, choice);
        QFETCH(QString, code);
        if (!m_untouched) // nothing is taken there, so all rows may share it
            m_untouched = std::make_unique<Office>();
        const auto prepared = m_untouched->prepared(choice);
        REFUSED(prepared, code.toLatin1().constData());
        const auto decided = m_untouched->decided(choice);
        REFUSED(decided, code.toLatin1().constData());
        QVERIFY(m_untouched->engine.taken.isEmpty());
    }

    void anUnknownIncidentIsNotFound()
    {
        Office office;
        const auto answer = office.prepared({.kind = DecisionKind::Assign, .incident = {u"4711"_s}});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::NotFound);
    }

    void decidingHandsItToTheEngine()
    {
        Office office;
        QSignalSpy decided(office.desk.get(), &Desk::decided);
        const auto id = office.decided(about(DecisionKind::Comment, {}, u"Seen"_s));
        MUST(id);
        QCOMPARE(office.engine.taken.size(), 1);
        QCOMPARE(office.engine.taken.first().id, *id);
        QCOMPARE(office.engine.taken.first().comment, u"Seen"_s);
        QCOMPARE(decided.size(), 1);
        MUST(office.store.ledger->decision(*id));
    }

    void whatTheEngineRefusesIsNotDecided()
    {
        Office office;
        QSignalSpy decided(office.desk.get(), &Desk::decided);
        office.engine.refuses = error(ErrorKind::StorageFull, u"record a decision"_s);
        const auto id = office.decided(about(DecisionKind::Assign, u"me"_s));
        QVERIFY(!id);
        QCOMPARE(id.error().kind, ErrorKind::StorageFull);
        QCOMPARE(decided.size(), 0);
    }

    void takingWhatWasPreparedKeepsItsFactsAndStartsItsTimes()
    {
        Office office;
        office.store.locate(megan, u"inbox_folder"_s);
        const auto prepared = office.prepared(
            onAction(DecisionKind::ApproveAction, samples::mailEvidence(megan.networkMessageId, megan.recipient)));
        MUST(prepared);
        office.store.locate(megan, u"junkFolder"_s); // while the person looks
        office.store.clock.time = office.store.clock.time.plusSeconds(600);
        std::optional<Result<DecisionId>> answer;
        office.desk->take(*prepared, &office.asker, [&](const Result<DecisionId> &id) { answer = id; });
        QTRY_VERIFY(answer);
        MUST(*answer);
        const Decision &taken = office.engine.taken.first();
        QCOMPARE(taken.facts, prepared->facts);
        QCOMPARE(taken.targets, prepared->targets);
        QCOMPARE(taken.decidedAt, office.store.clock.time);
        QCOMPARE(taken.heldUntil, office.store.clock.time.plusSeconds(10));
        QCOMPARE(taken.expires, office.store.clock.time.plusSeconds(8 * 3600));
        // a second press of the key takes nothing
        answer.reset();
        office.desk->take(*prepared, &office.asker, [&](const Result<DecisionId> &id) { answer = id; });
        QTRY_VERIFY(answer);
        REFUSED(*answer, "duplicateDecision");
        QCOMPARE(office.engine.taken.size(), 1);
    }

    void anActionThatExpiresSoonEndsTheDecision()
    {
        Office office;
        // first seen at minute 5 or earlier; its week ends in an hour
        office.store.clock.time = samples::minute(0).plusSeconds(pendingLifeSeconds - 3600);
        const auto prepared = office.prepared(
            onAction(DecisionKind::RejectAction, samples::mailEvidence(megan.networkMessageId, megan.recipient)));
        MUST(prepared);
        QVERIFY(prepared->expires < office.store.clock.time.plusSeconds(2 * 3600));
        const Moment end = prepared->expires;
        std::optional<Result<DecisionId>> answer;
        office.desk->take(*prepared, &office.asker, [&](const Result<DecisionId> &id) { answer = id; });
        QTRY_VERIFY(answer);
        MUST(*answer);
        QCOMPARE(office.engine.taken.first().expires, end);
        office.store.clock.time = end;
        REFUSED(office.prepared(onAction(DecisionKind::MarkHandled,
                                         samples::mailEvidence(megan.networkMessageId, megan.recipient))),
                "expired");
    }

    void anotherAccountDoesNotTakeWhatWasPrepared()
    {
        Office office;
        const auto prepared = office.prepared(about(DecisionKind::Assign, u"me"_s));
        MUST(prepared);
        office.engine.can.oid = u"somebody else"_s;
        std::optional<Result<DecisionId>> answer;
        office.desk->take(*prepared, &office.asker, [&](const Result<DecisionId> &id) { answer = id; });
        QTRY_VERIFY(answer);
        REFUSED(*answer, "otherAccount");
    }

    void manyAreAnsweredInTheirOrder()
    {
        Office office;
        const QList<Choice> choices {about(DecisionKind::AddTag, u"one"_s),
                                     {.kind = DecisionKind::Assign, .incident = {u"30"_s}},
                                     about(DecisionKind::AddTag, u"two"_s)};
        std::optional<QList<Result<DecisionId>>> answer;
        office.desk->decideAll(choices, &office.asker,
                               [&](const QList<Result<DecisionId>> &results) { answer = results; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->size(), 3);
        MUST(answer->at(0));
        REFUSED(answer->at(1), "incidentRedirected");
        MUST(answer->at(2));
        QCOMPARE(office.store.ledger->decision(*answer->at(0))->value, u"one"_s);
        QCOMPARE(office.store.ledger->decision(*answer->at(2))->value, u"two"_s);
        answer.reset();
        office.desk->decideAll({}, &office.asker, [&](const QList<Result<DecisionId>> &results) { answer = results; });
        QTRY_VERIFY(answer);
        QVERIFY(answer->isEmpty());
    }

    void undoTakesBackTheNewest()
    {
        Office office;
        QSignalSpy undone(office.desk.get(), &Desk::undone);
        const auto first = office.decided(about(DecisionKind::AddTag, u"first"_s));
        MUST(first);
        office.store.clock.time = office.store.clock.time.plusSeconds(1);
        const auto second = office.decided(about(DecisionKind::AddTag, u"second"_s));
        MUST(second);
        std::optional<Result<Decision>> answer;
        const auto undo = [&] {
            answer.reset();
            office.desk->undo(&office.asker, [&](const Result<Decision> &decision) { answer = decision; });
        };
        undo();
        QTRY_VERIFY(answer);
        MUST(*answer);
        QCOMPARE((*answer)->id, *second);
        QCOMPARE(office.store.ledger->decision(*second)->state, DecisionState::Cancelled);
        undo();
        QTRY_VERIFY(answer);
        QCOMPARE((*answer)->id, *first);
        undo();
        QTRY_VERIFY(answer);
        REFUSED(*answer, "nothingToUndo");
        QCOMPARE(undone.size(), 2);
    }

    void whatIsOnItsWayIsNotUndone()
    {
        Office office;
        const auto id = office.decided(about(DecisionKind::AddTag, u"x"_s));
        MUST(id);
        MUST(office.store.ledger->advance(*id, {.to = DecisionState::Queued}));
        std::optional<Result<Decision>> answer;
        office.desk->undo(&office.asker, [&](const Result<Decision> &decision) { answer = decision; });
        QTRY_VERIFY(answer);
        REFUSED(*answer, "nothingToUndo");
    }

    void aDeadAskerIsNotAnswered()
    {
        Office office;
        auto asker = std::make_unique<QObject>();
        bool answered = false;
        office.desk->decide(about(DecisionKind::AddTag, u"x"_s), asker.get(),
                            [&](const Result<DecisionId> &) { answered = true; });
        asker.reset();
        const auto second = office.decided(about(DecisionKind::AddTag, u"y"_s));
        MUST(second);
        QTRY_COMPARE(office.engine.taken.size(), 2);
        QVERIFY(!answered);
    }

    void aDeskThatClosesAnswersCancelled()
    {
        Office office;
        std::optional<Result<DecisionId>> answer;
        office.desk->decide(about(DecisionKind::AddTag, u"x"_s), &office.asker,
                            [&](const Result<DecisionId> &id) { answer = id; });
        office.desk.reset();
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, ErrorKind::Cancelled);
    }

    void objectionsAreAboutTheAccountOnly()
    {
        Office office;
        for (int kind = 0; kind <= int(DecisionKind::Comment); ++kind) // the last one
            QVERIFY2(!office.desk->objection(DecisionKind(kind)), qPrintable(decisionKindWord(DecisionKind(kind))));
        office.engine.can.mayEditIncidents = false;
        QCOMPARE(office.desk->objection(DecisionKind::Assign)->code, u"noCapability"_s);
        QCOMPARE(office.desk->objection(DecisionKind::RejectAction)->code, u"noCapability"_s);
        QVERIFY(!office.desk->objection(DecisionKind::ApproveAction)); // the portal asks for itself
        QVERIFY(!office.desk->objection(DecisionKind::MarkHandled));
        office.engine.can.readOnly = true;
        QCOMPARE(office.desk->objection(DecisionKind::MarkHandled)->code, u"readOnly"_s);
        office.engine.can = {};
        QCOMPARE(office.desk->objection(DecisionKind::ApproveAction)->code, u"notSignedIn"_s);
    }

private:
    std::unique_ptr<Office> m_untouched;
};

CASEMATE_TEST(Desks)
#include "desks.moc"
