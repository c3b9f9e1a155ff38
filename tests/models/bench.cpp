// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bench.h"

#include "domain/rules.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace bench {

void Store::open()
{
    auto writer = store::CacheWriter::open(folder.path(), book);
    QVERIFY2(writer.hasValue(), samples::said(writer).constData());
    cache = std::move(*writer);
    auto opened = store::Ledger::open(folder.path(), clock);
    QVERIFY2(opened.hasValue(), samples::said(opened).constData());
    ledger = std::move(*opened);
    readers = std::make_unique<store::Readers>(folder.path(), book);
}

Changes Store::write(const QList<Received<Incident>> &incidents, const QList<Received<Alert>> &alerts)
{
    Changes changes;
    store::Batch batch;
    batch.incidents = incidents;
    batch.alerts = alerts;
    const auto applied = cache->apply(batch);
    if (applied)
        changes = applied->changes;
    else
        qFatal("%s", samples::said(applied).constData());
    return changes;
}

void Store::locate(const MailTarget &target, const QString &location)
{
    const auto applied = cache->applyFacts({{latestLocationFact(target), location, u"hunting"_s, samples::minute(30)}});
    if (!applied)
        qFatal("%s", samples::said(applied).constData());
}

Decision Store::decide(const Decision &decision, const QList<DecisionState> &states)
{
    if (const auto recorded = ledger->record(decision); !recorded)
        qFatal("%s", samples::said(recorded).constData());
    Decision current = decision;
    for (const DecisionState state : states) {
        const AttemptId attempt {u"attempt-"_s + decision.id.text};
        Result<Decision> moved = state == DecisionState::Sending
            ? ledger->beginAttempt({.id = attempt, .decision = decision.id, .deadline = clock.time.plusSeconds(60)})
            : current.state == DecisionState::Sending
            ? ledger->finishAttempt({.attempt = attempt, .to = state, .requestId = u"request-1"_s, .httpStatus = 200})
            : ledger->advance(decision.id, {.to = state});
        if (!moved)
            qFatal("%s", samples::said(moved).constData());
        current = *moved;
    }
    return current;
}

Capabilities FakeEngine::everything()
{
    Capabilities capabilities;
    capabilities.signedIn = true;
    capabilities.tenantId = QLatin1StringView(samples::Folder::tenant);
    capabilities.oid = u"account"_s;
    capabilities.upn = u"adele@contoso.example"_s;
    capabilities.mayReadIncidents = true;
    capabilities.mayEditIncidents = true;
    capabilities.mayHunt = true;
    capabilities.hasApplicationCredential = true;
    return capabilities;
}

void FakeEngine::decide(const Decision &decision, QObject *asker, std::function<void(Result<DecisionId>)> answer)
{
    const Answer<DecisionId> reply(asker, std::move(answer));
    if (refuses)
        return reply(*refuses);
    if (const auto recorded = m_store.ledger->record(decision); !recorded)
        return reply(recorded.error());
    taken.append(decision);
    reply(decision.id);
    Q_EMIT ledgerChanged();
}

void FakeEngine::cancelDecision(const DecisionId &id, QObject *asker, std::function<void(Result<Done>)> answer)
{
    const Answer<Done> reply(asker, std::move(answer));
    const auto moved = m_store.ledger->advance(id, {.to = DecisionState::Cancelled});
    if (!moved)
        return reply(moved.error());
    reply(Done {});
    Q_EMIT ledgerChanged();
}

} // namespace bench
