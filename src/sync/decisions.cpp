// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions.h"

#include "outboxsender.h"
#include "preflight.h"

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionId;
using domain::DecisionState;
using domain::Done;
using domain::Result;

namespace casemate::sync {

Decisions::Decisions(store::Ledger &ledger, domain::Clock &clock, OutboxSender *sender, const SendRules &rules)
    : m_ledger(ledger)
    , m_clock(clock)
    , m_sender(sender)
    , m_rules(rules)
{
}

Result<DecisionId> Decisions::take(Decision decision, const domain::Capabilities &capabilities)
{
    const domain::Moment now = m_clock.now();
    if (decision.heldUntil == domain::Moment {})
        decision.heldUntil = now.plusSeconds(m_rules.hold.count());
    if (const auto allowed = domain::mayDecide(decision, capabilities, now); !allowed)
        return allowed.error();
    if (const auto recorded = m_ledger.record(decision); !recorded)
        return recorded.error();
    if (m_sender)
        m_sender->look();
    return decision.id;
}

Result<Done> Decisions::cancel(const DecisionId &id)
{
    const QString tried = u"cancel a decision"_s;
    const Result<Decision> decision = m_ledger.decision(id);
    if (!decision)
        return decision.error();
    const bool isTooLate = !domain::isCancellable(decision->state) || (m_sender && !m_sender->letGo(id));
    if (isTooLate)
        return domain::refusal(u"tooLate"_s, tried, domain::decisionStateWord(decision->state));
    return move(id, {.to = DecisionState::Cancelled});
}

Result<Done> Decisions::release(const DecisionId &id)
{
    const Result<Decision> held = find(id, DecisionState::Held);
    return held ? move(id, {.to = DecisionState::Queued}) : Result<Done>(held.error());
}

Result<Done> Decisions::confirm(const DecisionId &id)
{
    const Result<Decision> stale = find(id, DecisionState::Stale);
    if (!stale)
        return stale.error();
    return move(id, {.to = DecisionState::Queued, .facts = confirmedFacts(*stale)});
}

// A person says that it is dealt with. The history keeps apart what a read has proved and what somebody has said.
Result<Done> Decisions::settle(const DecisionId &id, const QString &note)
{
    const Result<Decision> open = find(id, DecisionState::NeedsPerson);
    if (!open)
        return open.error();
    return move(id, {.to = DecisionState::Verified, .reason = u"settledByPerson"_s, .detail = note});
}

Result<Decision> Decisions::find(const DecisionId &id, DecisionState from)
{
    Result<Decision> decision = m_ledger.decision(id);
    if (decision && decision->state != from)
        return domain::refusal(u"notAllowed"_s, u"move a decision on"_s, domain::decisionStateWord(decision->state));
    return decision;
}

Result<Done> Decisions::move(const DecisionId &id, const store::Step &step)
{
    const Result<Decision> moved = m_ledger.advance(id, step);
    if (!moved)
        return moved.error();
    if (m_sender)
        m_sender->look();
    return Done {};
}

} // namespace casemate::sync
