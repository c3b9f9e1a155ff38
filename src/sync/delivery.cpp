// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionState;
using domain::Error;
using domain::Moment;
using domain::Result;

namespace casemate::sync {

namespace {

constexpr std::chrono::seconds mostBetweenRecords {60};

// What an executor did not even try is a definite no, unless its error says otherwise.
remote::Outcome untried(const Error &error)
{
    remote::Outcome outcome;
    outcome.verdict = error.mayHaveBeenApplied ? remote::Outcome::Class::Unknown : remote::Outcome::Class::No;
    outcome.error = error;
    return outcome;
}

} // namespace

Delivery::Delivery(Decision decision, remote::Executor &executor, DeliverySeams &seams, const SendRules &rules, QObject *parent)
    : QObject(parent)
    , m_decision(std::move(decision))
    , m_executor(executor)
    , m_seams(seams)
    , m_rules(rules)
{
}

void Delivery::start(bool factsFirst)
{
    if (!factsFirst && m_decision.state == DecisionState::Queued && !move({.to = DecisionState::Preflight}))
        return;
    readFacts();
}

bool Delivery::move(const store::Step &step)
{
    const Result<Decision> moved = m_seams.ledger.advance(m_decision.id, step);
    if (!moved) {
        end(moved.error());
        return false;
    }
    m_decision = *moved;
    Q_EMIT this->moved();
    return true;
}

void Delivery::readFacts()
{
    m_executor.readFacts(m_decision, this, [this](const Result<QList<domain::Fact>> &facts) { judge(facts); });
}

void Delivery::judge(const Result<QList<domain::Fact>> &facts)
{
    const Moment now = m_seams.clock.now();
    if (!facts && isPassing(facts.error())) {
        const int pause = facts.error().retryAfterSeconds.value_or(0);
        putOff(facts.error(), pause > 0 ? std::optional(now.plusSeconds(pause)) : std::nullopt);
        return;
    }
    if (m_decision.state == DecisionState::Queued && !move({.to = DecisionState::Preflight}))
        return;
    if (!facts) { // no permission, no such incident, a rule
        settle({.answer = Preflight::Answer::Refuse,
                .reason = reasonOf(facts.error()),
                .detail = facts.error().detail});
        return;
    }
    m_facts = *facts;
    m_factsAt = m_seams.clock.elapsed();
    const auto own = ownDecisions();
    if (!own) {
        end(own.error());
        return;
    }
    const Preflight preflight = judgePreflight(m_decision, m_facts, *own, m_seams.capabilities(), now);
    if (preflight.answer == Preflight::Answer::Go)
        begin();
    else
        settle(preflight);
}

Result<QList<Decision>> Delivery::ownDecisions() const
{
    return m_seams.history.decisionsFor(m_decision.incident);
}

void Delivery::putOff(const Error &error, std::optional<Moment> until)
{
    // From the queue to the queue is no move: the ledger hears of it once.
    if (m_decision.state == DecisionState::Preflight
        && !move({.to = DecisionState::Queued, .reason = reasonOf(error), .detail = error.detail, .nextStep = until}))
        return;
    end(error);
}

void Delivery::settle(const Preflight &preflight)
{
    DecisionState to = DecisionState::Refused;
    switch (preflight.answer) {
    case Preflight::Answer::Stale: to = DecisionState::Stale; break;
    case Preflight::Answer::Expire: to = DecisionState::Expired; break;
    case Preflight::Answer::Later:
        putOff(domain::refusal(preflight.reason, u"send a decision"_s, preflight.detail), {});
        return;
    case Preflight::Answer::Freeze:
        if (move({.to = DecisionState::Queued, .reason = u"factsRead"_s, .facts = preflight.facts}))
            end();
        return;
    case Preflight::Answer::Refuse:
    case Preflight::Answer::Go: break;
    }
    if (move({.to = to, .reason = preflight.reason, .detail = preflight.detail}))
        end();
}

void Delivery::begin()
{
    // A call that had to wait for the budget would go out on facts that are too old by then.
    if (const auto pausedUntil = m_seams.callsPausedUntil()) {
        putOff({.kind = domain::ErrorKind::Throttled, .tried = u"send a decision"_s}, pausedUntil);
        return;
    }
    Decision asRead = m_decision;
    asRead.facts = m_facts;
    m_attempt = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    const Result<Decision> begun = m_seams.ledger.beginAttempt(
        {.id = m_attempt,
         .decision = m_decision.id,
         .requestDigest = m_executor.digest(asRead),
         .deadline = m_seams.clock.now().plusSeconds(m_rules.attemptDeadline.count())});
    if (!begun) {
        const bool isSpent = begun.error().code == "secondAttempt"_L1;
        if (!isSpent)
            end(begun.error());
        else // it was sent before, and not processed; see sendrules.h
            settle({.answer = Preflight::Answer::Refuse, .reason = begun.error().code});
        return;
    }
    m_decision = *begun;
    m_begun = true;
    Q_EMIT moved();
    carryOut();
}

void Delivery::carryOut()
{
    if (m_seams.clock.elapsed() - m_factsAt > m_rules.factsLife) { // a disk that took its time over the commit
        record(untried({.kind = domain::ErrorKind::Cancelled, .tried = u"send a decision"_s, .code = u"factsTooOld"_s}));
        return;
    }
    Decision asRead = m_decision;
    asRead.facts = m_facts;
    m_executor.carryOut(asRead, m_attempt, this, [this](const Result<remote::Outcome> &outcome) {
        record(outcome ? *outcome : untried(outcome.error()));
    });
}

// A full disk must not lose what the other side said: tried again until it is written or the program ends.
void Delivery::record(const remote::Outcome &outcome)
{
    const Verdict verdict = afterOutcome(m_decision, outcome, m_seams.clock.now(), m_rules);
    const Result<Decision> finished = m_seams.ledger.finishAttempt({.attempt = m_attempt,
                                                                    .to = verdict.to,
                                                                    .reason = verdict.reason,
                                                                    .detail = verdict.detail,
                                                                    .requestId = outcome.requestId,
                                                                    .handle = outcome.handle,
                                                                    .httpStatus = outcome.httpStatus,
                                                                    .nextStep = verdict.nextStep});
    if (!finished && finished.error().kind == domain::ErrorKind::Refused) {
        end(); // it was recorded, though the disk had said no
        return;
    }
    if (!finished) {
        m_seams.clock.after(m_recordAgain, this, [this, outcome] { record(outcome); });
        m_recordAgain = std::min(2 * m_recordAgain, mostBetweenRecords);
        return;
    }
    m_decision = *finished;
    m_incidentBytes = outcome.incidentBytes;
    Q_EMIT moved();
    end();
}

void Delivery::end(std::optional<Error> error)
{
    m_error = std::move(error);
    Q_EMIT ended();
}

} // namespace casemate::sync
