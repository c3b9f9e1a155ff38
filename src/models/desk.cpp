// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "domain/rules.h"
#include "groundwork.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace models {

using domain::Answer;
using domain::Decision;
using domain::DecisionId;
using domain::DecisionKind;
using domain::Result;

Desk::Desk(domain::Engine &engine, store::Readers &readers, domain::Clock &clock, const DeskOptions &options,
           QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_readers(readers)
    , m_clock(clock)
    , m_options(options)
{
}

void Desk::setOptions(const DeskOptions &options) { m_options = options; }

std::optional<domain::Error> Desk::objection(DecisionKind kind) const
{
    const domain::Capabilities capabilities = m_engine.capabilities();
    Decision decision;
    decision.kind = kind;
    decision.incident = {u"1"_s};
    decision.tenantId = capabilities.tenantId;
    decision.oid = capabilities.oid;
    decision.executor = executorFor(kind, nullptr, {}, capabilities);
    decision.expires = m_clock.now().plusSeconds(1);
    const auto answer = domain::mayDecide(decision, capabilities, m_clock.now());
    if (answer)
        return std::nullopt;
    // The rest is about what the decision says, which nobody has said yet.
    const bool isGeneral = answer.error().code == "readOnly"_L1 || answer.error().code == "notSignedIn"_L1
        || answer.error().code == "noCapability"_L1;
    return isGeneral ? std::optional(answer.error()) : std::nullopt;
}

void Desk::prepare(const Choice &choice, QObject *asker, PreparedFunction answer)
{
    const Answer<Decision> reply(asker, std::move(answer));
    // Each question has a topic of its own: a newer one about the same topic would put an end to this one.
    const QString topic = u"desk/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_readers.ask<Ground>(
        this, topic, [choice](store::ReadSession &session) { return readGround(session.cache(), choice); },
        [this, choice, reply](const Result<Ground> &ground) {
            if (!ground)
                return reply(ground.error());
            reply(completed(choice, *ground, m_engine.capabilities(), m_clock.now(), m_options));
        });
}

void Desk::take(const Decision &prepared, QObject *asker, TakenFunction answer)
{
    const Answer<DecisionId> reply(asker, std::move(answer));
    const qint64 life = prepared.expires.ticks - prepared.decidedAt.ticks;
    Decision decision = prepared;
    decision.decidedAt = m_clock.now();
    decision.stateSince = decision.decidedAt;
    decision.heldUntil = decision.decidedAt.plusSeconds(m_options.hold.count());
    // Whoever looked at it for an hour still has the whole time, unless it was the action's own end that came earlier.
    const bool endsEarly = life < domain::Moment {}.plusSeconds(m_options.life.count()).ticks;
    if (!endsEarly)
        decision.expires = decision.decidedAt.plusSeconds(m_options.life.count());
    if (const auto allowed = domain::mayDecide(decision, m_engine.capabilities(), decision.decidedAt); !allowed)
        return reply(allowed.error());
    m_engine.decide(decision, this, [this, decision, reply](const Result<DecisionId> &result) {
        if (result)
            Q_EMIT decided(decision);
        reply(result);
    });
}

void Desk::decide(const Choice &choice, QObject *asker, TakenFunction answer)
{
    const Answer<DecisionId> reply(asker, std::move(answer));
    prepare(choice, this, [this, reply](const Result<Decision> &decision) {
        if (!decision)
            return reply(decision.error());
        take(*decision, this, [reply](const Result<DecisionId> &taken) { reply(taken); });
    });
}

void Desk::decideAll(const QList<Choice> &choices, QObject *asker, TakenAllFunction answer)
{
    using Results = QList<Result<DecisionId>>;
    const Answer<Results> reply(asker, [answer = std::move(answer)](Result<Results> results) {
        if (results)
            answer(*results);
    });
    if (choices.isEmpty())
        return reply(Results());
    auto results =
        std::make_shared<Results>(choices.size(), domain::error(domain::ErrorKind::Cancelled, u"take a decision"_s));
    auto missing = std::make_shared<qsizetype>(choices.size());
    for (qsizetype i = 0; i < choices.size(); ++i) {
        decide(choices.at(i), this, [results, missing, reply, i](const Result<DecisionId> &taken) {
            (*results)[i] = taken;
            if (--*missing == 0)
                reply(*results);
        });
    }
}

void Desk::undo(QObject *asker, std::function<void(Result<Decision>)> answer)
{
    const Answer<Decision> reply(asker, std::move(answer));
    const auto cancel = [this, reply](const Result<QList<Decision>> &open) {
        if (!open)
            return reply(open.error());
        const Decision *newest = nullptr;
        for (const Decision &decision : *open) {
            if (decision.state == domain::DecisionState::Held && (!newest || newest->decidedAt <= decision.decidedAt))
                newest = &decision;
        }
        if (!newest)
            return reply(domain::refusal(u"nothingToUndo"_s, u"undo"_s));
        m_engine.cancelDecision(newest->id, this, [this, decision = *newest, reply](const Result<domain::Done> &done) {
            if (!done)
                return reply(done.error());
            Q_EMIT undone(decision);
            reply(decision);
        });
    };
    m_readers.ask<QList<Decision>>(
        this, u"undo"_s, [](store::ReadSession &session) { return session.ledger().outbox(); }, cancel);
}

} // namespace models
