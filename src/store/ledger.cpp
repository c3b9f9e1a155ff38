// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger.h"

#include "attempttable.h"
#include "auditentry.h"
#include "audittable.h"
#include "decisiontable.h"
#include "errors.h"
#include "transaction.h"
#include "writeaccess.h"

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionId;
using domain::DecisionKind;
using domain::DecisionState;
using domain::Done;
using domain::EffectClass;
using domain::ErrorKind;
using domain::Result;
using domain::refusal;

namespace store {

namespace {

struct Tables {
    explicit Tables(Connection &connection)
        : personal(connection)
        , decisions(connection, personal)
        , attempts(connection)
        , audit(connection)
    {
    }

    PersonalTable personal;
    DecisionTable decisions;
    AttemptTable attempts;
    AuditTable audit;
};

using Access = WriteAccess<Tables>;

domain::Error notFound(const QString &tried, const DecisionId &id)
{
    return makeError(ErrorKind::NotFound, tried, u"noDecision"_s, id.text);
}

bool movesMails(const Decision &decision)
{
    return !decision.targets.isEmpty()
        && (decision.executor == domain::ExecutorKind::MailRemediation
            || decision.executor == domain::ExecutorKind::Portal);
}

bool answersAnAction(const Decision &decision)
{
    return decision.kind == DecisionKind::ApproveAction || decision.kind == DecisionKind::RejectAction;
}

} // namespace

struct Ledger::Private {
    std::unique_ptr<Access> access;
    domain::Clock &clock;
    AuditEntries entries;

    // One transaction around change(tables) -> Result<T>; a refusal undoes it.
    template <class T, class Change>
    Result<T> write(const QString &tried, Change change)
    {
        const Result<Tables *> tables = access->ready();
        if (!tables)
            return tables.error();
        Transaction transaction(access->connection(), tried);
        Result<T> result = change(**tables);
        if (access->connection().failure() || result)
            return transaction.commit(result ? std::move(*result) : T {});
        return result;
    }
    // The state, with what its detail says about people, and the entry that tells of it.
    void settle(Tables &tables, StoredDecision &decision, const QString &detail, QJsonObject entry,
                QJsonObject commitments = {});
};

void Ledger::Private::settle(Tables &tables, StoredDecision &decision, const QString &detail, QJsonObject entry,
                             QJsonObject commitments)
{
    decision.value.stateDetail = detail;
    decision.detailField = detail.isEmpty() ? QString() : u"detail/%1"_s.arg(tables.audit.head().seq + 1);
    tables.personal.keep(decision.row, decision.detailField, detail, commitments);
    if (!commitments.isEmpty())
        entry.insert(u"personal"_s, commitments);
    tables.decisions.write(decision);
    tables.audit.append(std::move(entry), false);
}

Ledger::Ledger(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &tenantFolder, domain::Clock &clock, const Storage &storage)
{
    Result<std::unique_ptr<Access>> access = Access::open(Description::ledger(), tenantFolder, storage);
    if (!access)
        return access.error();
    std::unique_ptr<Private> d(new Private {std::move(*access), clock, AuditEntries(clock)});
    const QString tried = u"open the ledger"_s;
    const Result<bool> whole = d->write<bool>(tried, [](Tables &tables) -> Result<bool> {
        return tables.audit.endsAsItShould();
    });
    if (!whole)
        return whole.error();
    if (!*whole)
        return makeError(ErrorKind::StorageCorrupt, tried, u"auditTail"_s);
    return std::unique_ptr<Ledger>(new Ledger(std::move(d)));
}

Result<Done> Ledger::record(const Decision &decision)
{
    const QString tried = u"record a decision"_s;
    if (decision.id.isEmpty() || (decision.state != DecisionState::Held && decision.state != DecisionState::Queued))
        return refusal(u"notAllowed"_s, tried);
    return d->write<Done>(tried, [&](Tables &tables) -> Result<Done> {
        if (tables.decisions.find(decision.id))
            return refusal(u"duplicateDecision"_s, tried);
        if (answersAnAction(decision) && tables.decisions.hasOpenAnswer(decision.action))
            return refusal(u"alreadyDecided"_s, tried);
        if (answersAnAction(decision) && tables.decisions.hasProvedAnswer(decision.action, decision.kind))
            return refusal(u"alreadyProved"_s, tried);
        StoredDecision stored {.row = 0, .value = decision, .detailField = {}, .factsRevision = 1};
        stored.value.attempts = 0;
        stored.value.stateSince = d->clock.now();
        QJsonObject commitments;
        stored.row = tables.decisions.insert(stored.value, commitments);
        QJsonObject entry = d->entries.decided(stored.value);
        if (!decision.stateDetail.isEmpty()) {
            stored.detailField = u"detail/%1"_s.arg(tables.audit.head().seq + 1);
            tables.personal.keep(stored.row, stored.detailField, decision.stateDetail, commitments);
            tables.decisions.write(stored);
        }
        entry.insert(u"personal"_s, commitments);
        tables.audit.append(std::move(entry), true);
        return Done {};
    });
}

Result<Decision> Ledger::advance(const DecisionId &id, const Step &step)
{
    const QString tried = u"move a decision to "_s + domain::decisionStateWord(step.to);
    return d->write<Decision>(tried, [&](Tables &tables) -> Result<Decision> {
        std::optional<StoredDecision> stored = tables.decisions.find(id);
        if (!stored)
            return notFound(tried, id);
        Decision &decision = stored->value;
        const DecisionState from = decision.state;
        if (step.to == DecisionState::Sending
            || !domain::mayFollow(from, step.to, domain::effectClass(decision.kind)))
            return refusal(u"notAllowed"_s, tried, domain::decisionStateWord(from));
        const domain::Moment now = d->clock.now();
        if (from == DecisionState::Sending) // whoever sent it did not live to see the answer
            tables.attempts.abandon(stored->row, now);
        decision.state = step.to;
        decision.stateReason = step.reason;
        decision.stateSince = now;
        decision.nextStep = step.nextStep;
        if (step.handle)
            decision.handle = *step.handle;
        QJsonObject commitments;
        if (step.facts)
            tables.decisions.freeze(*stored, *step.facts, commitments);
        d->settle(tables, *stored, step.detail, d->entries.moved(decision, from), commitments);
        if (step.to == DecisionState::Verified && movesMails(decision)) // the cache has them where they were
            tables.decisions.setApplied(stored->row, false);
        return decision;
    });
}

Result<Decision> Ledger::beginAttempt(const Attempt &attempt)
{
    const QString tried = u"begin to send a decision"_s;
    return d->write<Decision>(tried, [&](Tables &tables) -> Result<Decision> {
        std::optional<StoredDecision> stored = tables.decisions.find(attempt.decision);
        if (!stored)
            return notFound(tried, attempt.decision);
        Decision &decision = stored->value;
        if (domain::effectClass(decision.kind) == EffectClass::Destructive && tables.attempts.any(stored->row))
            return refusal(u"secondAttempt"_s, tried);
        if (attempt.id.isEmpty() || tables.attempts.find(attempt.id))
            return refusal(u"duplicateAttempt"_s, tried);
        if (decision.state != DecisionState::Preflight)
            return refusal(u"notInPreflight"_s, tried, domain::decisionStateWord(decision.state));
        const domain::Moment now = d->clock.now();
        if (decision.expires <= now)
            return refusal(u"expired"_s, tried, decision.expires.wire());
        decision.state = DecisionState::Sending;
        decision.stateReason.clear();
        decision.stateSince = now;
        decision.nextStep.reset();
        ++decision.attempts;
        tables.attempts.insert(attempt, stored->row, decision.attempts, now);
        d->settle(tables, *stored, {}, d->entries.attempted(decision, attempt));
        return decision;
    });
}

Result<Decision> Ledger::finishAttempt(const Outcome &outcome)
{
    const QString tried = u"record an outcome"_s;
    return d->write<Decision>(tried, [&](Tables &tables) -> Result<Decision> {
        const std::optional<StoredAttempt> attempt = tables.attempts.find(outcome.attempt);
        if (!attempt)
            return refusal(u"unknownAttempt"_s, tried);
        if (attempt->finished)
            return refusal(u"attemptFinished"_s, tried);
        std::optional<StoredDecision> stored = tables.decisions.find(attempt->decision);
        if (!stored)
            return notFound(tried, attempt->decision);
        Decision &decision = stored->value;
        if (decision.state != DecisionState::Sending)
            return refusal(u"notSending"_s, tried, domain::decisionStateWord(decision.state));
        if (!domain::mayFollow(decision.state, outcome.to, domain::effectClass(decision.kind)))
            return refusal(u"notAllowed"_s, tried, domain::decisionStateWord(outcome.to));
        const domain::Moment now = d->clock.now();
        tables.attempts.finish(outcome.attempt, now, outcome.to, outcome.httpStatus, outcome.requestId);
        decision.state = outcome.to;
        decision.stateReason = outcome.reason;
        decision.stateSince = now;
        decision.nextStep = outcome.nextStep;
        if (!outcome.handle.isEmpty())
            decision.handle = outcome.handle;
        d->settle(tables, *stored, outcome.detail, d->entries.answered(decision, outcome));
        if (outcome.to == DecisionState::Accepted) // the server's copy has changed, ours has not
            tables.decisions.setApplied(stored->row, false);
        return decision;
    });
}

Result<QList<Decision>> Ledger::open()
{
    return d->write<QList<Decision>>(u"read the outbox"_s, [](Tables &tables) -> Result<QList<Decision>> {
        return tables.decisions.open();
    });
}

Result<Decision> Ledger::decision(const DecisionId &id)
{
    const QString tried = u"read a decision"_s;
    return d->write<Decision>(tried, [&](Tables &tables) -> Result<Decision> {
        std::optional<StoredDecision> stored = tables.decisions.find(id);
        if (!stored)
            return notFound(tried, id);
        return stored->value;
    });
}

Result<QList<Decision>> Ledger::unapplied()
{
    return d->write<QList<Decision>>(u"read the outbox"_s, [](Tables &tables) -> Result<QList<Decision>> {
        return tables.decisions.unapplied();
    });
}

Result<Done> Ledger::markApplied(const DecisionId &id)
{
    const QString tried = u"note that an outcome is in the cache"_s;
    return d->write<Done>(tried, [&](Tables &tables) -> Result<Done> {
        const std::optional<StoredDecision> stored = tables.decisions.find(id);
        if (!stored)
            return notFound(tried, id);
        tables.decisions.setApplied(stored->row, true);
        return Done {};
    });
}

Result<Done> Ledger::erasePersonal(const DecisionId &id)
{
    const QString tried = u"erase what a decision says about people"_s;
    return d->write<Done>(tried, [&](Tables &tables) -> Result<Done> {
        const std::optional<StoredDecision> stored = tables.decisions.find(id);
        if (!stored)
            return notFound(tried, id);
        if (!domain::isFinal(stored->value.state))
            return refusal(u"notFinal"_s, tried);
        tables.personal.erase(stored->row);
        tables.audit.append(d->entries.erased(stored->value), false);
        return Done {};
    });
}

} // namespace store
