// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the outbox sender does next with a decision, as pure functions over what the ledger says. The sender itself only
// carries this out, so that every rule about sending can be read, and tested by rows, here. Any thread.
//
// The safe side, where a choice had to be made:
//   - 429, or a connection that was never made, is a definite "not processed". An edit or a comment goes back to the queue.
//     A destructive decision has used up its one attempt and ends as refused with that reason; a person may decide anew.
//   - A comment that a read does not find is never posted again; a person is asked.
//   - A decision carried out in the portal needs a person at once, and is verified when a later read shows its effect.

#include "domain/decision.h"
#include "domain/rules.h"
#include "remote/executor.h"

#include <QSet>

#include <chrono>
#include <optional>

namespace casemate::sync {

struct SendRules {
    std::chrono::seconds hold = std::chrono::seconds(10); // when a decision comes without one
    int parallel = 4; // decisions on their way at the same time
    int parallelProofs = 2;
    std::chrono::seconds factsLife = std::chrono::seconds(30); // from reading the facts to sending
    std::chrono::seconds attemptDeadline = std::chrono::minutes(2);
    std::chrono::seconds firstProof = std::chrono::seconds(2); // of an edit or a comment
    std::chrono::seconds firstMailProof = std::chrono::seconds(5);
    std::chrono::seconds mostBetweenProofs = std::chrono::minutes(5);
    std::chrono::seconds settleTime = std::chrono::seconds(30); // an absence is not believed before
    std::chrono::seconds proofPatience = std::chrono::hours(24); // without any progress
    std::chrono::seconds unknownPatience = std::chrono::hours(1); // if nobody knows whether the request arrived
    int mostAttempts = 3; // of an edit that sets a value
    std::chrono::seconds closingTime = std::chrono::seconds(3); // for what is on the wire when the program ends
};

enum class Move {
    Nothing, // final, or up to a person
    Wait,
    Queue, // the hold is over
    Expire,
    Send, // preflight and on
    Reconcile, // sending, but nobody sends it: we were killed
    Verify, // outcome unknown: look
    HandOver, // to a person, in the portal
    Prove,
};
struct NextMove {
    Move move = Move::Nothing;
    std::optional<domain::Moment> due; // of Wait
};
[[nodiscard]] NextMove nextMove(const domain::Decision &decision, domain::Moment now);

// Those of the open decisions (oldest first) that may set out now. Decisions on one incident go in order; different ones
// side by side; destructive ones one at a time. `busy` are on their way already.
[[nodiscard]] QList<domain::Decision> settingOut(const QList<domain::Decision> &open, const QSet<domain::DecisionId> &busy,
                                                 domain::Moment now, const SendRules &rules);

// A move in the ledger. `via` comes before it where the table of states has no direct arrow.
struct Verdict {
    domain::DecisionState to = domain::DecisionState::Unknown;
    QString reason = {};
    QString detail = {};
    std::optional<domain::Moment> nextStep = {};
    std::optional<domain::DecisionState> via = {};
};
[[nodiscard]] Verdict afterOutcome(const domain::Decision &decision, const remote::Outcome &outcome, domain::Moment now,
                                   const SendRules &rules);

// Nothing: no news, look again later.
[[nodiscard]] std::optional<Verdict> afterProof(const domain::Decision &decision, const remote::Proof &proof,
                                                domain::Moment now, const SendRules &rules);

[[nodiscard]] QString reasonOf(const domain::Error &error); // the code of a rule of ours, else the kind's word
[[nodiscard]] bool isPassing(const domain::Error &error); // may be gone at the next try: network, throttling, session, service
[[nodiscard]] bool isOfTheLink(const domain::Error &error); // gone when network and session are back

} // namespace casemate::sync
