// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one writer of ledger.db: what people decided, what was sent and what became of it, with the audit. synchronous=FULL;
// every call is one transaction that also appends its audit entry. Lives in the engine thread; one per tenant.
//
// beginAttempt() is the last guard of "never sent twice": nothing goes out before it has returned a value, and for a
// destructive decision it returns one once in the ledger's life.

#include "storage.h"

#include "domain/clock.h"
#include "domain/decision.h"
#include "domain/result.h"

#include <memory>

namespace store {

struct Step {
    domain::DecisionState to = domain::DecisionState::Queued;
    QString reason = {}; // error or rule code
    QString detail = {}; // other side's text or a person's note; personal
    std::optional<QString> handle = {};
    std::optional<domain::Moment> nextStep = {}; // absent: no next look
    std::optional<QList<domain::Fact>> facts = {}; // frozen anew
};

struct Attempt {
    domain::AttemptId id;
    domain::DecisionId decision;
    QByteArray requestDigest = {};
    domain::Moment deadline = {};
};

struct Outcome {
    domain::AttemptId attempt;
    domain::DecisionState to = domain::DecisionState::Unknown;
    QString reason = {};
    QString detail = {};
    QString requestId = {}; // the service's
    QString handle = {}; // empty: stays as it was
    int httpStatus = 0;
    std::optional<domain::Moment> nextStep = {};
};

class Ledger
{
public:
    // Creates and migrates (a copy of the older file is kept). Never rebuilds: Error{StorageCorrupt} leaves the file as it
    // is, readable by LedgerReader. SchemaNewer, StorageUnreadable, StorageFull, StorageFailed, Busy.
    [[nodiscard]] static domain::Result<std::unique_ptr<Ledger>> open(const QString &tenantFolder, domain::Clock &clock,
                                                                      const Storage &storage = {});
    ~Ledger();
    Q_DISABLE_COPY_MOVE(Ledger)

    // Decision, facts, targets and audit entry. Refused: "duplicateDecision" (the id is known), "alreadyDecided" (another
    // approval or rejection of the same pending action is not finished), "alreadyProved" (its approval, or the same answer,
    // has been proved; the service may show it as pending all the same).
    [[nodiscard]] domain::Result<domain::Done> record(const domain::Decision &decision);
    // Refused "notAllowed" when domain::mayFollow() says so, and always for Sending, which beginAttempt() alone sets.
    [[nodiscard]] domain::Result<domain::Decision> advance(const domain::DecisionId &id, const Step &step);
    // Commits Sending. Refused: "notInPreflight", "expired", "secondAttempt" (a destructive decision was attempted before,
    // however that ended), "duplicateAttempt" (the attempt's id is known).
    [[nodiscard]] domain::Result<domain::Decision> beginAttempt(const Attempt &attempt);
    // Refused: "unknownAttempt", "attemptFinished", "notSending", "notAllowed".
    [[nodiscard]] domain::Result<domain::Decision> finishAttempt(const Outcome &outcome);

    [[nodiscard]] domain::Result<QList<domain::Decision>> open(); // not final, oldest first
    [[nodiscard]] domain::Result<domain::Decision> decision(const domain::DecisionId &id); // NotFound

    // Outcome recorded, cache not refreshed yet: replayed after a crash.
    [[nodiscard]] domain::Result<QList<domain::Decision>> unapplied();
    [[nodiscard]] domain::Result<domain::Done> markApplied(const domain::DecisionId &id);

    // Deletes the plain values of a final decision's personal fields; the chain stays whole. Refused "notFinal".
    [[nodiscard]] domain::Result<domain::Done> erasePersonal(const domain::DecisionId &id);

private:
    struct Private;
    explicit Ledger(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace store
