// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The last guard of "never sent twice".

#include "samples.h"
#include "store/ledger.h"
#include "store/ledgerreader.h"
#include "support/faultgate.h"
#include "support/faultvfs.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using casemate::test::FaultGate;
using casemate::test::FaultVfs;
using S = DecisionState;

class Attempts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAttemptCommitsSending();
    void anAttemptIsRefusedUnlessInPreflight_data();
    void anAttemptIsRefusedUnlessInPreflight();
    void anExpiredDecisionIsNotAttempted();
    void anAttemptsIdIsUsedOnce();
    void aSetEditMayBeAttemptedAgain();
    void aDestructiveDecisionIsAttemptedOnceForEver_data();
    void aDestructiveDecisionIsAttemptedOnceForEver();
    void theDatabaseItselfRefusesASecondAttempt();
    void anAttemptIsFinishedOnce();
    void anAttemptWithoutAnOutcomeEndsUnknown();
    void aLateOutcomeIsRefused();
    void whatIsNotOnTheDiskWasNotBegun();
    void aPowerCutNeverTearsAnAttempt();

private:
    std::unique_ptr<Ledger> open(const samples::Folder &folder, const Storage &storage = {})
    {
        Result<std::unique_ptr<Ledger>> ledger = Ledger::open(folder.path(), m_clock, storage);
        return ledger ? std::move(*ledger) : nullptr;
    }
    // A decision brought to Preflight.
    void prepare(Ledger &ledger, DecisionKind kind)
    {
        MUST(ledger.record(samples::decision(u"d"_s, kind)));
        MUST(ledger.advance({u"d"_s}, {.to = S::Queued}));
        MUST(ledger.advance({u"d"_s}, {.to = S::Preflight}));
    }
    samples::StillClock m_clock;
    const DecisionId m_id {u"d"_s};
};

void Attempts::anAttemptCommitsSending()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    prepare(*ledger, DecisionKind::ApproveAction);
    const auto sending = ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id, .requestDigest = "digest"_ba, .deadline = m_clock.time});
    MUST(sending);
    QCOMPARE(sending->state, S::Sending);
    QCOMPARE(sending->attempts, 1);
    QVERIFY(!sending->nextStep);
    QCOMPARE(*LedgerReader(folder.path()).decision(m_id), *sending); // another connection sees it: it is committed
}

void Attempts::anAttemptIsRefusedUnlessInPreflight_data()
{
    QTest::addColumn<QList<S>>("path");
    QTest::newRow("held") << QList<S> {};
    QTest::newRow("queued") << QList<S> {S::Queued};
    QTest::newRow("stale") << QList<S> {S::Queued, S::Preflight, S::Stale};
    QTest::newRow("cancelled") << QList<S> {S::Cancelled};
    QTest::newRow("expired") << QList<S> {S::Expired};
    QTest::newRow("refused") << QList<S> {S::Queued, S::Preflight, S::Refused};
    QTest::newRow("back in the queue") << QList<S> {S::Queued, S::Preflight, S::Queued};
}

void Attempts::anAttemptIsRefusedUnlessInPreflight()
{
    QFETCH(const QList<S>, path);
    for (const DecisionKind kind : {DecisionKind::Assign, DecisionKind::Comment, DecisionKind::ApproveAction}) {
        samples::Folder folder;
        const auto ledger = open(folder);
        MUST(ledger->record(samples::decision(u"d"_s, kind)));
        for (const S state : path)
            MUST(ledger->advance(m_id, {.to = state}));
        const Decision before = *ledger->decision(m_id);
        REFUSED(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}), "notInPreflight");
        QCOMPARE(*ledger->decision(m_id), before);
        REFUSED(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Accepted}), "unknownAttempt");
    }
}

void Attempts::anExpiredDecisionIsNotAttempted()
{
    samples::Folder folder;
    samples::StillClock clock;
    auto opened = Ledger::open(folder.path(), clock);
    MUST(opened);
    const auto ledger = std::move(*opened);
    prepare(*ledger, DecisionKind::ApproveAction);
    clock.time = samples::decision(u"d"_s).expires;
    REFUSED(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}), "expired");
    QCOMPARE(ledger->decision(m_id)->state, S::Preflight);
    clock.time = clock.time.plusSeconds(-1);
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
}

void Attempts::anAttemptsIdIsUsedOnce()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    prepare(*ledger, DecisionKind::Assign);
    REFUSED(ledger->beginAttempt({.id = {}, .decision = m_id}), "duplicateAttempt");
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
    MUST(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Queued})); // throttled
    MUST(ledger->advance(m_id, {.to = S::Preflight}));
    REFUSED(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}), "duplicateAttempt");
    MUST(ledger->beginAttempt({.id = {u"u"_s}, .decision = m_id}));
    QCOMPARE(ledger->decision(m_id)->attempts, 2);
}

void Attempts::aSetEditMayBeAttemptedAgain()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    prepare(*ledger, DecisionKind::Assign);
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
    MUST(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Unknown}));
    MUST(ledger->advance(m_id, {.to = S::Verifying}));
    MUST(ledger->advance(m_id, {.to = S::Queued})); // surely absent
    MUST(ledger->advance(m_id, {.to = S::Preflight}));
    MUST(ledger->beginAttempt({.id = {u"u"_s}, .decision = m_id}));
    QVERIFY(!LedgerReader(folder.path()).verifyChain()->firstBad);
}

void Attempts::aDestructiveDecisionIsAttemptedOnceForEver_data()
{
    QTest::addColumn<bool>("finish");
    QTest::addColumn<S>("outcome");
    QTest::addColumn<QList<S>>("after");
    QTest::newRow("while sending") << false << S::Unknown << QList<S> {};
    QTest::newRow("accepted") << true << S::Accepted << QList<S> {};
    QTest::newRow("unknown") << true << S::Unknown << QList<S> {};
    QTest::newRow("refused") << true << S::Refused << QList<S> {};
    QTest::newRow("throttled, queued") << true << S::Queued << QList<S> {};
    QTest::newRow("throttled, in preflight again") << true << S::Queued << QList<S> {S::Preflight};
    QTest::newRow("needs a person") << true << S::Unknown << QList<S> {S::Verifying, S::NeedsPerson};
    QTest::newRow("verified") << true << S::Accepted << QList<S> {S::Verified};
}

void Attempts::aDestructiveDecisionIsAttemptedOnceForEver()
{
    QFETCH(const bool, finish);
    QFETCH(const S, outcome);
    QFETCH(const QList<S>, after);
    samples::Folder folder;
    auto ledger = open(folder);
    prepare(*ledger, DecisionKind::ApproveAction);
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
    if (finish)
        MUST(ledger->finishAttempt({.attempt = {u"t"_s}, .to = outcome}));
    for (const S state : after)
        MUST(ledger->advance(m_id, {.to = state}));
    const Decision before = *ledger->decision(m_id);
    for (int process = 0; process < 2; ++process) {
        REFUSED(ledger->beginAttempt({.id = {u"u"_s}, .decision = m_id}), "secondAttempt");
        REFUSED(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}), "secondAttempt");
        QCOMPARE(*ledger->decision(m_id), before);
        ledger.reset();
        ledger = open(folder); // the next start knows it too
        QVERIFY(ledger);
    }
    QCOMPARE(samples::plainSql(folder.file(u"ledger.db"_s), "SELECT count(*) FROM attempt"), u"1"_s);
}

void Attempts::theDatabaseItselfRefusesASecondAttempt()
{
    samples::Folder folder;
    auto ledger = open(folder);
    prepare(*ledger, DecisionKind::ApproveAction);
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
    ledger.reset();
    const QString file = folder.file(u"ledger.db"_s);
    // whatever code may come later, or whoever opens the file by hand
    QVERIFY(samples::plainSql(file, "INSERT INTO attempt (id, decision, number, digest, started, deadline) "
                                    "VALUES ('u', 1, 2, x'', 0, 0)")
                .contains(u"attempted once"_s));
    QVERIFY(samples::plainSql(file, "DELETE FROM attempt").contains(u"never deleted"_s));
    QVERIFY(samples::plainSql(file, "DELETE FROM decision").contains(u"never deleted"_s));
    QVERIFY(samples::plainSql(file, "UPDATE decision SET effect = 'set'").contains(u"frozen"_s));
    QVERIFY(samples::plainSql(file, "UPDATE decision SET kind = 'assign'").contains(u"frozen"_s));
}

void Attempts::anAttemptIsFinishedOnce()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    prepare(*ledger, DecisionKind::ApproveAction);
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
    REFUSED(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Verified}), "notAllowed"); // done is shown after proof only
    REFUSED(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Cancelled}), "notAllowed");
    const auto accepted = ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Accepted, .requestId = u"req"_s,
                                                 .handle = u"bulk-1"_s, .httpStatus = 202, .nextStep = samples::minute(1)});
    MUST(accepted);
    QCOMPARE(accepted->handle, u"bulk-1"_s);
    QCOMPARE(accepted->nextStep, std::optional(samples::minute(1)));
    QCOMPARE(*ledger->decision(m_id), *accepted);
    REFUSED(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Refused}), "attemptFinished");
    QCOMPARE(*ledger->decision(m_id), *accepted);
}

// Killed between the first byte and the answer: the next start says so, and the answer can no longer come.
void Attempts::anAttemptWithoutAnOutcomeEndsUnknown()
{
    samples::Folder folder;
    auto ledger = open(folder);
    prepare(*ledger, DecisionKind::ApproveAction);
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
    ledger.reset();
    ledger = open(folder);
    QVERIFY(ledger);
    QCOMPARE(ledger->open()->first().state, S::Sending);
    REFUSED(ledger->advance(m_id, {.to = S::Cancelled}), "notAllowed");
    MUST(ledger->advance(m_id, {.to = S::Unknown, .reason = u"interrupted"_s}));
    QCOMPARE(samples::plainSql(folder.file(u"ledger.db"_s), "SELECT outcome FROM attempt"), u"unknown"_s);
    REFUSED(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Accepted}), "attemptFinished");
    QVERIFY(!LedgerReader(folder.path()).verifyChain()->firstBad);
}

void Attempts::aLateOutcomeIsRefused()
{
    samples::Folder folder;
    const auto ledger = open(folder);
    prepare(*ledger, DecisionKind::Assign);
    MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
    MUST(ledger->advance(m_id, {.to = S::Unknown}));
    MUST(ledger->advance(m_id, {.to = S::Verifying}));
    MUST(ledger->advance(m_id, {.to = S::Queued}));
    MUST(ledger->advance(m_id, {.to = S::Preflight}));
    MUST(ledger->beginAttempt({.id = {u"u"_s}, .decision = m_id}));
    REFUSED(ledger->finishAttempt({.attempt = {u"t"_s}, .to = S::Accepted}), "attemptFinished"); // of the first attempt
    MUST(ledger->finishAttempt({.attempt = {u"u"_s}, .to = S::Accepted}));
}

// Each statement of beginAttempt() fails once: a failure means that nothing was begun, and one attempt is still free.
void Attempts::whatIsNotOnTheDiskWasNotBegun()
{
    FaultGate gate;
    int statements = 0;
    for (int nth = 0; nth == 0 || nth <= statements; ++nth) {
        samples::Folder folder;
        const auto ledger = open(folder, {.gate = &gate});
        QVERIFY(ledger);
        prepare(*ledger, DecisionKind::ApproveAction);
        gate.failAt(nth);
        const auto begun = ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id});
        QCOMPARE(begun.hasValue(), nth == 0);
        if (nth == 0)
            statements = gate.count();
        else
            QCOMPARE(begun.error().kind, ErrorKind::StorageFailed);
        gate.clear();
        QCOMPARE(LedgerReader(folder.path()).decision(m_id)->state, nth == 0 ? S::Sending : S::Preflight);
        if (nth > 0)
            MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
        REFUSED(ledger->beginAttempt({.id = {u"u"_s}, .decision = m_id}), "secondAttempt");
        QVERIFY(!LedgerReader(folder.path()).verifyChain()->firstBad);
    }
    QVERIFY(statements > 8);
}

// The power goes at the i-th write, for every i: the attempt is not there then, and nothing is torn. What is answered after
// the cut is answered in a world that nobody lives in; before it, the commit was synced.
void Attempts::aPowerCutNeverTearsAnAttempt()
{
    int writes = 0;
    int syncs = 0;
    for (int nth = 0; nth == 0 || nth <= writes; ++nth) {
        samples::Folder folder;
        FaultVfs vfs;
        auto ledger = open(folder, {.vfs = vfs.name()});
        QVERIFY(ledger);
        prepare(*ledger, DecisionKind::ApproveAction);
        vfs.failAt(FaultVfs::Call::Write, nth, nth == 0 ? FaultVfs::Fault::None : FaultVfs::Fault::PowerCut);
        MUST(ledger->beginAttempt({.id = {u"t"_s}, .decision = m_id}));
        if (nth == 0) {
            writes = vfs.writes();
            syncs = vfs.syncs();
        }
        ledger.reset();
        QCOMPARE(vfs.hasStruck(), nth > 0);
        ledger = open(folder);
        QVERIFY(ledger); // never torn
        QCOMPARE(ledger->decision(m_id)->state, nth == 0 ? S::Sending : S::Preflight);
        QVERIFY(!LedgerReader(folder.path()).verifyChain()->firstBad);
    }
    QVERIFY(writes > 0);
    QVERIFY2(syncs > 0, "beginAttempt() answered before its commit was synced");
}

CASEMATE_TEST(Attempts)
#include "attempts.moc"
