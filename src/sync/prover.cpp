// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prover.h"

#include <algorithm>

using domain::Decision;
using domain::DecisionId;
using domain::DecisionState;
using domain::Result;
using remote::Proof;

namespace casemate::sync {

Prover::Prover(store::Ledger &ledger, domain::Clock &clock, const SendRules &rules, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_rules(rules)
{
}

std::optional<domain::Moment> Prover::nextLook(const DecisionId &id) const
{
    const auto look = m_looks.constFind(id);
    return look == m_looks.constEnd() ? std::nullopt : std::optional(look->next);
}

void Prover::lookNow()
{
    m_looks.clear();
}

void Prover::noteReached()
{
    m_looks.removeIf([](const auto &look) { return look.value().hasFailed; });
}

void Prover::prove(const Decision &decision, remote::Executor &executor)
{
    m_busy.insert(decision.id);
    executor.prove(decision, this,
                   [this, id = decision.id](const Result<Proof> &answer) { weigh(id, answer); });
}

void Prover::weigh(const DecisionId &id, const Result<Proof> &answer)
{
    m_busy.remove(id);
    Proof proof;
    if (answer)
        proof = *answer;
    else
        proof.error = answer.error(); // unreadable
    const Result<Decision> decision = m_ledger.decision(id); // a person may have settled it meanwhile
    if (!decision) {
        Q_EMIT troubled(decision.error());
        Q_EMIT ended();
        return;
    }
    const auto verdict = domain::isFinal(decision->state) ? std::nullopt
                                                          : afterProof(*decision, proof, m_clock.now(), m_rules);
    const bool isSettled = verdict && settle(*decision, *verdict, proof);
    if (isSettled && verdict->to != DecisionState::Verifying)
        m_looks.remove(id);
    else
        lookLater(*decision, proof.error && isOfTheLink(*proof.error));
    Q_EMIT ended();
}

bool Prover::settle(const Decision &decision, const Verdict &verdict, const Proof &proof)
{
    if (verdict.to == DecisionState::Verified && m_beforeVerified) {
        Decision proven = decision;
        proven.stateReason = verdict.reason;
        proven.stateDetail = verdict.detail;
        if (const auto done = m_beforeVerified(proven); !done) {
            Q_EMIT troubled(done.error());
            return false;
        }
    }
    const Result<Decision> after = follow(decision, verdict);
    if (!after) {
        Q_EMIT troubled(after.error());
        return false;
    }
    if (after->state == DecisionState::Verified)
        Q_EMIT proved(*after, proof.incidentBytes);
    return true;
}

Result<Decision> Prover::follow(const Decision &decision, const Verdict &verdict)
{
    if (verdict.via) {
        const Result<Decision> first = m_ledger.advance(
            decision.id, {.to = *verdict.via, .reason = verdict.reason, .detail = verdict.detail});
        if (!first)
            return first;
    }
    const Result<Decision> after = m_ledger.advance(
        decision.id,
        {.to = verdict.to, .reason = verdict.reason, .detail = verdict.detail, .nextStep = verdict.nextStep});
    Q_EMIT moved();
    return after;
}

void Prover::lookLater(const Decision &decision, bool hasFailed)
{
    const bool isMail = domain::effectClass(decision.kind) == domain::EffectClass::Destructive;
    Look &look = m_looks[decision.id];
    look.hasFailed = hasFailed;
    look.pause = look.pause.count() == 0 ? (isMail ? m_rules.firstMailProof : m_rules.firstProof)
                                         : std::min(2 * look.pause, m_rules.mostBetweenProofs);
    look.next = m_clock.now().plusSeconds(look.pause.count());
}

} // namespace casemate::sync
