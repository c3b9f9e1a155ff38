// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sendrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionState;
using domain::EffectClass;
using domain::Error;
using domain::ErrorKind;
using domain::Moment;
using remote::isUncertain;
using remote::Outcome;
using remote::Proof;

namespace casemate::sync {

namespace {

constexpr auto openPortal = "openPortal"_L1; // a person has to do it there
constexpr int throttledSeconds = 60; // when the service does not say
constexpr int notSentSeconds = 10; // until the next try when nothing went out

bool isDestructive(const Decision &decision)
{
    return domain::effectClass(decision.kind) == EffectClass::Destructive;
}

bool isPortals(const Decision &decision)
{
    return decision.executor == domain::ExecutorKind::Portal;
}

NextMove waitUntil(Moment due)
{
    return {Move::Wait, due};
}

NextMove look(const Decision &decision, Moment now)
{
    if (decision.nextStep && *decision.nextStep > now)
        return waitUntil(*decision.nextStep);
    return {Move::Prove, {}};
}

NextMove unsent(const Decision &decision, Moment now)
{
    if (decision.expires <= now)
        return {Move::Expire, {}};
    switch (decision.state) {
    case DecisionState::Held:
        return decision.heldUntil <= now ? NextMove {Move::Queue, {}}
                                         : waitUntil(std::min(decision.heldUntil, decision.expires));
    case DecisionState::Stale: return waitUntil(decision.expires);
    default: break;
    }
    if (decision.nextStep && *decision.nextStep > now)
        return waitUntil(std::min(*decision.nextStep, decision.expires));
    return {Move::Send, {}};
}

// Whether a later decision on the same incident has to wait for this one. A remediation whose outcome is unknown may take
// an hour to settle and does not touch the incident, so it holds up no edit.
bool holdsUp(const Decision &earlier)
{
    switch (earlier.state) {
    case DecisionState::Held:
    case DecisionState::Queued:
    case DecisionState::Preflight:
    case DecisionState::Sending: return true;
    default: return isUncertain(earlier) && !isDestructive(earlier);
    }
}

bool wasNeverSent(const Error &error)
{
    return !error.mayHaveBeenApplied
        && (error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::TlsFailed
            || error.kind == ErrorKind::SignInNeeded || error.kind == ErrorKind::Cancelled
            || error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::ConnectionLost);
}

Verdict afterRefusal(const Decision &decision, const Error &error, Moment now)
{
    Verdict verdict {.to = DecisionState::Refused, .reason = reasonOf(error), .detail = error.detail};
    const bool wasNotProcessed = error.kind == ErrorKind::Throttled || wasNeverSent(error);
    if (wasNotProcessed && !isDestructive(decision)) {
        verdict.to = DecisionState::Queued;
        const int pause = error.kind == ErrorKind::Throttled ? throttledSeconds : notSentSeconds;
        verdict.nextStep = now.plusSeconds(error.retryAfterSeconds.value_or(pause));
    }
    return verdict;
}

Verdict needsPerson(const QString &reason, const QString &detail, const Decision &decision)
{
    const bool isDirect = decision.state == DecisionState::Verifying;
    return {.to = DecisionState::NeedsPerson,
            .reason = reason,
            .detail = detail,
            .via = isDirect ? std::nullopt : std::optional(DecisionState::Verifying)};
}

std::optional<Verdict> afterAbsence(const Decision &decision, const Proof &proof, Moment now, const SendRules &rules)
{
    if (now < decision.stateSince.plusSeconds(rules.settleTime.count()))
        return std::nullopt;
    const bool mayGoAgain = domain::effectClass(decision.kind) == EffectClass::Set && decision.attempts < rules.mostAttempts;
    if (!mayGoAgain)
        return needsPerson(u"absent"_s, proof.detail, decision);
    const bool isDirect = decision.state == DecisionState::Verifying;
    return Verdict {.to = DecisionState::Queued,
                    .reason = u"absent"_s,
                    .detail = proof.detail,
                    .via = isDirect ? std::nullopt : std::optional(DecisionState::Verifying)};
}

} // namespace

QString reasonOf(const Error &error)
{
    return error.kind == ErrorKind::Refused && !error.code.isEmpty() ? error.code : domain::errorKindWord(error.kind);
}

bool isPassing(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::TlsFailed:
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionLost:
    case ErrorKind::NotGraph:
    case ErrorKind::TooLarge:
    case ErrorKind::SignInNeeded:
    case ErrorKind::Throttled:
    case ErrorKind::ServerFailed:
    case ErrorKind::Incomplete:
    case ErrorKind::Cancelled:
    case ErrorKind::KeychainFailed:
    case ErrorKind::Busy: return true;
    default: return false;
    }
}

bool isOfTheLink(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::TlsFailed:
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionLost:
    case ErrorKind::SignInNeeded: return true;
    default: return false;
    }
}

NextMove nextMove(const Decision &decision, Moment now)
{
    switch (decision.state) {
    case DecisionState::Held:
    case DecisionState::Queued:
    case DecisionState::Preflight:
    case DecisionState::Stale: return unsent(decision, now);
    case DecisionState::Sending: return {Move::Reconcile, {}};
    case DecisionState::Unknown: return {Move::Verify, {}};
    case DecisionState::Verifying:
        if (isPortals(decision))
            return {Move::HandOver, {}};
        return look(decision, now);
    case DecisionState::Accepted: return look(decision, now);
    case DecisionState::NeedsPerson:
        return isPortals(decision) && decision.nextStep && decision.expires > now ? look(decision, now) : NextMove {};
    case DecisionState::Verified:
    case DecisionState::Refused:
    case DecisionState::Cancelled:
    case DecisionState::Expired: break;
    }
    return {};
}

QList<Decision> settingOut(const QList<Decision> &open, const QSet<domain::DecisionId> &busy, Moment now,
                           const SendRules &rules)
{
    QList<Decision> result;
    QSet<domain::IncidentId> blocked;
    const auto isUnderWay = [&busy](const Decision &decision) { return busy.contains(decision.id); };
    bool destructiveUnderWay = std::any_of(open.begin(), open.end(), [&](const Decision &decision) {
        return isUnderWay(decision) && isDestructive(decision);
    });
    for (const Decision &decision : open) {
        const bool isFree = !blocked.contains(decision.incident) && !isUnderWay(decision)
            && nextMove(decision, now).move == Move::Send && busy.size() + result.size() < rules.parallel
            && !(destructiveUnderWay && isDestructive(decision));
        if (isFree) {
            result.append(decision);
            destructiveUnderWay = destructiveUnderWay || isDestructive(decision);
        }
        if (isUnderWay(decision) || holdsUp(decision))
            blocked.insert(decision.incident);
    }
    return result;
}

Verdict afterOutcome(const Decision &decision, const Outcome &outcome, Moment now, const SendRules &rules)
{
    if (isPortals(decision) && outcome.verdict != Outcome::Class::No)
        return {.to = DecisionState::Unknown, .reason = openPortal};
    switch (outcome.verdict) {
    case Outcome::Class::Yes: {
        const auto delay = isDestructive(decision) ? rules.firstMailProof : rules.firstProof;
        return {.to = DecisionState::Accepted, .nextStep = now.plusSeconds(delay.count())};
    }
    case Outcome::Class::No: return afterRefusal(decision, outcome.error, now);
    case Outcome::Class::Unknown: break;
    }
    return {.to = DecisionState::Unknown, .reason = reasonOf(outcome.error), .detail = outcome.error.detail};
}

std::optional<Verdict> afterProof(const Decision &decision, const Proof &proof, Moment now, const SendRules &rules)
{
    const bool isPersons = decision.state == DecisionState::NeedsPerson; // portal
    if (proof.state == Proof::State::Proved)
        return Verdict {.to = DecisionState::Verified, .reason = proof.reason, .detail = proof.detail};
    if (isPersons)
        return std::nullopt;
    if (proof.state == Proof::State::Contradicted)
        return needsPerson(u"contradicted"_s, proof.detail, decision);
    if (proof.state == Proof::State::Absent) {
        if (const auto verdict = afterAbsence(decision, proof, now, rules))
            return verdict;
    }
    const auto patience = isUncertain(decision) ? rules.unknownPatience : rules.proofPatience;
    if (decision.stateSince.plusSeconds(patience.count()) <= now)
        return needsPerson(u"unproved"_s, proof.detail, decision);
    const bool isNews = decision.state == DecisionState::Accepted
        || (proof.state == Proof::State::NotYet && proof.detail != decision.stateDetail);
    if (!isNews)
        return std::nullopt;
    return Verdict {.to = DecisionState::Verifying,
                    .reason = decision.stateReason,
                    .detail = proof.state == Proof::State::Unreadable ? decision.stateDetail : proof.detail};
}

} // namespace casemate::sync
