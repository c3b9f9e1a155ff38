// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/ledger.h"
#include "store/ledgerreader.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using S = DecisionState;

class Ledgers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDecisionComesBackAsItWas_data();
    void aDecisionComesBackAsItWas();
    void anUnknownDecisionIsNotFound();
    void theSameIdIsRecordedOnce();
    void aPendingActionHasOneOpenAnswer();
    void aProvedAnswerStays();
    void onlyTheArrowsOfTheTableAreTaken();
    void sendingIsNotReachedByAdvancing();
    void aRefusedStepLeavesNoTrace();
    void factsCanBeFrozenAnew();
    void finalOnesLeaveTheOutbox();
    void anAcceptedOutcomeIsUnappliedUntilMarked();
    void aProvedMoveIsUnappliedUntilMarked();
    void everyStepIsOneEntry();
    void historyTellsWhoWhatAndWhy();
    void decisionsOfAnIncidentAreNewestFirst();
    void personalFieldsCanBeErased();
    void theOutboxSurvivesReopening();
    void aReaderSeesWhatIsCommitted();

private:
    std::unique_ptr<Ledger> open(const samples::Folder &folder)
    {
        Result<std::unique_ptr<Ledger>> ledger = Ledger::open(folder.path(), m_clock);
        return ledger ? std::move(*ledger) : nullptr;
    }
    samples::StillClock m_clock;
};

// What the ledger itself fills in.
static Decision asRecorded(Decision decision, Moment now)
{
    decision.stateSince = now;
    return decision;
}

void Ledgers::aDecisionComesBackAsItWas_data()
{
    QTest::addColumn<Decision>("decision");
    for (const DecisionKind kind : {DecisionKind::ApproveAction, DecisionKind::RejectAction, DecisionKind::MarkHandled,
                                    DecisionKind::Assign, DecisionKind::AddTag, DecisionKind::RemoveTag,
                                    DecisionKind::Classify, DecisionKind::SetStatus, DecisionKind::Resolve,
                                    DecisionKind::Comment})
        QTest::addRow("%s", qPrintable(decisionKindWord(kind))) << samples::decision(u"d"_s, kind);
    Decision odd = samples::decision(u"odd"_s, DecisionKind::ApproveAction);
    odd.comment = u"\u202Etxt'; DROP TABLE decision; --\n[casemate x]"_s;
    odd.targets.clear();
    odd.facts.clear();
    odd.label.clear();
    odd.mailAction = std::nullopt;
    odd.handle = u"bulk-1"_s;
    odd.nextStep = samples::minute(3);
    odd.state = S::Queued;
    QTest::newRow("odd") << odd;
}

void Ledgers::aDecisionComesBackAsItWas()
{
    QFETCH(const Decision, decision);
    samples::Folder folder;
    const auto ledger = open(folder);
    QVERIFY(ledger);
    MUST(ledger->record(decision));
    const auto back = ledger->decision(decision.id);
    MUST(back);
    QCOMPARE(*back, asRecorded(decision, m_clock.time));
    QCOMPARE(*ledger->open(), QList<Decision> {*back});
    LedgerReader reader(folder.path());
    QCOMPARE(*reader.decision(decision.id), *back);
    QCOMPARE(*reader.outbox(), QList<Decision> {*back});
}

void Ledgers::anUnknownDecisionIsNotFound()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    LedgerReader reader(folder.path());
    QCOMPARE(ledger->decision({u"no"_s}).error().kind, ErrorKind::NotFound);
    QCOMPARE(ledger->advance({u"no"_s}, {.to = S::Queued}).error().kind, ErrorKind::NotFound);
    QCOMPARE(ledger->beginAttempt({.id = {u"t"_s}, .decision = {u"no"_s}}).error().kind, ErrorKind::NotFound);
    QCOMPARE(ledger->markApplied({u"no"_s}).error().kind, ErrorKind::NotFound);
    QCOMPARE(ledger->erasePersonal({u"no"_s}).error().kind, ErrorKind::NotFound);
    QCOMPARE(reader.decision({u"no"_s}).error().kind, ErrorKind::NotFound);
}

void Ledgers::theSameIdIsRecordedOnce()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    MUST(ledger->record(samples::decision(u"d"_s)));
    Decision other = samples::decision(u"d"_s, DecisionKind::Comment);
    REFUSED(ledger->record(other), "duplicateDecision");
    QCOMPARE(ledger->decision({u"d"_s})->kind, DecisionKind::Assign);
    other.id = {u"e"_s};
    other.state = S::Preflight; // nobody starts in the middle
    REFUSED(ledger->record(other), "notAllowed");
    other.state = S::Held;
    other.id = {};
    REFUSED(ledger->record(other), "notAllowed");
    QCOMPARE(LedgerReader(folder.path()).history(10)->size(), 1);
}

void Ledgers::aPendingActionHasOneOpenAnswer()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    Decision first = samples::decision(u"first"_s, DecisionKind::ApproveAction);
    Decision second = samples::decision(u"second"_s, DecisionKind::RejectAction);
    second.action = first.action;
    Decision handled = samples::decision(u"handled"_s, DecisionKind::MarkHandled);
    handled.action = first.action;
    MUST(ledger->record(first));
    REFUSED(ledger->record(second), "alreadyDecided");
    MUST(ledger->record(handled)); // a note, not an answer
    MUST(ledger->advance(first.id, {.to = S::Cancelled}));
    MUST(ledger->record(second));
}

void Ledgers::aProvedAnswerStays()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    const auto prove = [&](const Decision &decision) {
        MUST(ledger->record(decision));
        MUST(ledger->advance(decision.id, {.to = S::Queued}));
        MUST(ledger->advance(decision.id, {.to = S::Preflight}));
        const QString attempt = u"attempt of "_s + decision.id.text;
        MUST(ledger->beginAttempt({.id = {attempt}, .decision = decision.id}));
        MUST(ledger->finishAttempt({.attempt = {attempt}, .to = S::Accepted}));
        MUST(ledger->advance(decision.id, {.to = S::Verified}));
    };
    const auto next = [](const QString &id, DecisionKind kind) {
        Decision decision = samples::decision(id, kind);
        decision.action = samples::decision(u"any"_s, DecisionKind::ApproveAction).action;
        return decision;
    };
    prove(next(u"rejected"_s, DecisionKind::RejectAction));
    REFUSED(ledger->record(next(u"again"_s, DecisionKind::RejectAction)), "alreadyProved");
    prove(next(u"approved"_s, DecisionKind::ApproveAction)); // a change of mind that harms nobody's mail twice
    REFUSED(ledger->record(next(u"twice"_s, DecisionKind::ApproveAction)), "alreadyProved");
    REFUSED(ledger->record(next(u"late"_s, DecisionKind::RejectAction)), "alreadyProved");
    MUST(ledger->record(next(u"note"_s, DecisionKind::MarkHandled)));
}

void Ledgers::onlyTheArrowsOfTheTableAreTaken()
{
    // From Preflight, where the most arrows begin, and from a final state.
    for (int to = 0; to <= int(S::Expired); ++to) {
        const S target = S(to);
        samples::Folder folder;
        const auto ledger = open(folder);
        MUST(ledger->record(samples::decision(u"d"_s)));
        MUST(ledger->advance({u"d"_s}, {.to = S::Queued}));
        MUST(ledger->advance({u"d"_s}, {.to = S::Preflight}));
        const bool allowed = mayFollow(S::Preflight, target, EffectClass::Set) && target != S::Sending;
        const auto moved = ledger->advance({u"d"_s}, {.to = target, .reason = u"r"_s});
        QCOMPARE(moved.hasValue(), allowed);
        QCOMPARE(ledger->decision({u"d"_s})->state, allowed ? target : S::Preflight);
        if (allowed)
            QCOMPARE(*ledger->decision({u"d"_s}), *moved);
        else
            REFUSED(moved, "notAllowed");
        if (allowed && isFinal(target))
            REFUSED(ledger->advance({u"d"_s}, {.to = S::Queued}), "notAllowed");
    }
}

void Ledgers::sendingIsNotReachedByAdvancing()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    MUST(ledger->record(samples::decision(u"d"_s)));
    MUST(ledger->advance({u"d"_s}, {.to = S::Queued}));
    MUST(ledger->advance({u"d"_s}, {.to = S::Preflight}));
    QVERIFY(mayFollow(S::Preflight, S::Sending, EffectClass::Set)); // the table has the arrow; only an attempt takes it
    REFUSED(ledger->advance({u"d"_s}, {.to = S::Sending}), "notAllowed");
}

void Ledgers::aRefusedStepLeavesNoTrace()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    MUST(ledger->record(samples::decision(u"d"_s)));
    const Decision before = *ledger->decision({u"d"_s});
    REFUSED(ledger->advance({u"d"_s}, {.to = S::Verified, .detail = u"x"_s, .handle = u"h"_s, .facts = QList<Fact> {}}),
            "notAllowed");
    QCOMPARE(*ledger->decision({u"d"_s}), before);
    LedgerReader reader(folder.path());
    QCOMPARE(reader.history(10)->size(), 1);
    QVERIFY(!reader.verifyChain()->firstBad);
}

void Ledgers::factsCanBeFrozenAnew()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    const Decision decision = samples::decision(u"d"_s);
    const QList<Fact> now {{u"assignedTo"_s, u"alex@contoso.example"_s, u"graph"_s, samples::minute(7)},
                           {u"tags"_s, {}, u"graph"_s, std::nullopt}};
    MUST(ledger->record(decision));
    MUST(ledger->advance(decision.id, {.to = S::Queued}));
    MUST(ledger->advance(decision.id, {.to = S::Preflight}));
    const auto stale = ledger->advance(decision.id, {.to = S::Stale, .reason = u"factsChanged"_s, .detail = u"tags: a -> b"_s});
    MUST(stale);
    QCOMPARE(stale->facts, decision.facts);
    QCOMPARE(stale->stateDetail, u"tags: a -> b"_s);
    const auto confirmed = ledger->advance(decision.id, {.to = S::Queued, .facts = now});
    MUST(confirmed);
    QCOMPARE(confirmed->facts, now);
    QVERIFY(confirmed->stateDetail.isEmpty());
    QCOMPARE(*ledger->decision(decision.id), *confirmed);
    QVERIFY(!LedgerReader(folder.path()).verifyChain()->firstBad);
}

void Ledgers::finalOnesLeaveTheOutbox()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        MUST(ledger->record(samples::decision(id)));
    MUST(ledger->advance({u"b"_s}, {.to = S::Cancelled}));
    LedgerReader reader(folder.path());
    const auto outbox = reader.outbox();
    MUST(outbox);
    QCOMPARE(outbox->size(), 2);
    QCOMPARE(outbox->at(0).id.text, u"a"_s);
    QCOMPARE(outbox->at(1).id.text, u"c"_s);
    QCOMPARE(*ledger->open(), *outbox);
}

void Ledgers::anAcceptedOutcomeIsUnappliedUntilMarked()
{
    samples::Folder folder;
    auto ledger = open(folder);
    MUST(ledger->record(samples::decision(u"d"_s)));
    MUST(ledger->advance({u"d"_s}, {.to = S::Queued}));
    MUST(ledger->advance({u"d"_s}, {.to = S::Preflight}));
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = {u"d"_s}}));
    QVERIFY(ledger->unapplied()->isEmpty());
    MUST(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Accepted}));
    ledger.reset(); // as after a crash
    ledger = open(folder);
    QVERIFY(ledger);
    QCOMPARE(ledger->unapplied()->size(), 1);
    QCOMPARE(ledger->unapplied()->first().id.text, u"d"_s);
    MUST(ledger->markApplied({u"d"_s}));
    QVERIFY(ledger->unapplied()->isEmpty());
    MUST(ledger->markApplied({u"d"_s})); // again does no harm
}

void Ledgers::aProvedMoveIsUnappliedUntilMarked()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    const auto prove = [&](const domain::DecisionId &id) {
        MUST(ledger->advance(id, {.to = S::Queued}));
        MUST(ledger->advance(id, {.to = S::Preflight}));
        MUST(ledger->beginAttempt({.id = {u"of "_s + id.text}, .decision = id}));
        MUST(ledger->finishAttempt({.attempt = {u"of "_s + id.text}, .to = S::Accepted}));
        MUST(ledger->markApplied(id));
        MUST(ledger->advance(id, {.to = S::Verified}));
    };
    MUST(ledger->record(samples::decision(u"edit"_s)));
    prove({u"edit"_s});
    QVERIFY(ledger->unapplied()->isEmpty());
    Decision approval = samples::decision(u"d"_s, DecisionKind::ApproveAction);
    approval.executor = domain::ExecutorKind::MailRemediation;
    QVERIFY(!approval.targets.isEmpty());
    MUST(ledger->record(approval));
    prove(approval.id);
    QCOMPARE(ledger->unapplied()->size(), 1);
    QCOMPARE(ledger->unapplied()->first().id, approval.id);
    MUST(ledger->markApplied(approval.id));
    QVERIFY(ledger->unapplied()->isEmpty());
}

void Ledgers::everyStepIsOneEntry()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    LedgerReader reader(folder.path());
    const auto count = [&] { return reader.history(100)->size(); };
    MUST(ledger->record(samples::decision(u"d"_s)));
    QCOMPARE(count(), 1);
    MUST(ledger->advance({u"d"_s}, {.to = S::Queued}));
    QCOMPARE(count(), 2);
    MUST(ledger->advance({u"d"_s}, {.to = S::Preflight}));
    QCOMPARE(count(), 3);
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = {u"d"_s}}));
    QCOMPARE(count(), 4);
    MUST(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Unknown}));
    QCOMPARE(count(), 5);
    MUST(ledger->markApplied({u"d"_s})); // our own book-keeping
    QCOMPARE(count(), 5);
    const auto report = reader.verifyChain();
    MUST(report);
    QCOMPARE(report->entries, 5);
    QCOMPARE(report->head.seq, 5);
    QCOMPARE(report->head.hash.size(), 32);
    QVERIFY(!report->firstBad);
}

void Ledgers::historyTellsWhoWhatAndWhy()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    const Decision decision = samples::decision(u"d"_s, DecisionKind::ApproveAction);
    MUST(ledger->record(decision));
    MUST(ledger->advance(decision.id, {.to = S::Queued}));
    MUST(ledger->advance(decision.id, {.to = S::Preflight}));
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = decision.id}));
    m_clock.time = m_clock.time.plusSeconds(3);
    MUST(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Refused, .reason = u"notPermitted"_s, .detail = u"no role for megan"_s,
                                .requestId = u"req-1"_s, .httpStatus = 403}));
    LedgerReader reader(folder.path());
    const auto history = reader.history(2);
    MUST(history);
    QCOMPARE(history->size(), 2);
    const HistoryEntry expected {5, m_clock.time, decision.id, DecisionKind::ApproveAction, u"answered"_s, decision.incident,
                                 decision.upn, decision.label, S::Refused, u"notPermitted"_s, u"no role for megan"_s,
                                 u"req-1"_s};
    QCOMPARE(history->first(), expected);
    QCOMPARE(history->last().event, u"attempted"_s);
    QCOMPARE(history->last().state, S::Sending);
    QCOMPARE(reader.history(100)->last().event, u"decided"_s);
}

void Ledgers::decisionsOfAnIncidentAreNewestFirst()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    Decision elsewhere = samples::decision(u"z"_s);
    elsewhere.incident = {u"30"_s};
    MUST(ledger->record(samples::decision(u"a"_s)));
    MUST(ledger->record(elsewhere));
    MUST(ledger->record(samples::decision(u"b"_s)));
    LedgerReader reader(folder.path());
    const auto decisions = reader.decisionsFor({u"29"_s});
    MUST(decisions);
    QCOMPARE(decisions->size(), 2);
    QCOMPARE(decisions->first().id.text, u"b"_s);
    QCOMPARE(decisions->last().id.text, u"a"_s);
}

void Ledgers::personalFieldsCanBeErased()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    const Decision decision = samples::decision(u"d"_s, DecisionKind::ApproveAction);
    MUST(ledger->record(decision));
    // While they are there, they are in one table and in nothing that the chain is made of.
    const QString file = folder.file(u"ledger.db"_s);
    for (const QByteArray text : {"megan", "adele", "invoice"}) {
        QCOMPARE(samples::plainSql(file, "SELECT count(*) FROM audit WHERE instr(lower(CAST(entry AS TEXT)), '" + text + "')"),
                 u"0"_s);
    }
    REFUSED(ledger->erasePersonal(decision.id), "notFinal");
    MUST(ledger->advance(decision.id, {.to = S::Cancelled, .detail = u"megan called"_s}));
    MUST(ledger->erasePersonal(decision.id));
    const Decision left = *ledger->decision(decision.id);
    QVERIFY(left.upn.isEmpty() && left.label.isEmpty() && left.comment.isEmpty() && left.stateDetail.isEmpty());
    QCOMPARE(left.targets.size(), 2);
    QVERIFY(left.targets.first().recipient.isEmpty());
    QCOMPARE(left.targets.first().networkMessageId, u"message-1"_s);
    QCOMPARE(samples::plainSql(file, "SELECT count(*) FROM personal WHERE value IS NOT NULL OR salt IS NOT NULL"), u"0"_s);
    LedgerReader reader(folder.path());
    QVERIFY(!reader.verifyChain()->firstBad);
    QCOMPARE(reader.history(1)->first().event, u"erased"_s);
    QVERIFY(reader.history(1)->first().upn.isEmpty());
}

void Ledgers::theOutboxSurvivesReopening()
{
    samples::Folder folder;
    auto ledger = open(folder);
    MUST(ledger->record(samples::decision(u"d"_s, DecisionKind::ApproveAction)));
    const QList<Decision> before = *ledger->open();
    ledger.reset();
    ledger = open(folder);
    QVERIFY(ledger);
    QCOMPARE(*ledger->open(), before);
}

void Ledgers::aReaderSeesWhatIsCommitted()
{
    samples::Folder folder;
    LedgerReader reader(folder.path());
    QCOMPARE(reader.outbox().error().kind, ErrorKind::NotFound); // nobody has decided anything yet
    const auto ledger = open(folder);
    QVERIFY(reader.outbox()->isEmpty());
    MUST(ledger->record(samples::decision(u"d"_s)));
    QCOMPARE(reader.outbox()->size(), 1);
}

CASEMATE_TEST(Ledgers)
#include "ledgers.moc"
