// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/office.h"

#include "domain/differencetext.h"
#include "domain/rules.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fixture {

using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;

namespace {

template <class T>
T taken(domain::Result<T> result)
{
    if (!result)
        qFatal("fixture: %s", samples::said(result).constData());
    return std::move(*result);
}

Decision decided(int number, DecisionKind kind, domain::Moment now)
{
    Decision decision;
    decision.id = {u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, QChar(u'0'))};
    decision.kind = kind;
    decision.incident = {number % 3 == 1 ? u"4821"_s : QString::number(4821 - number % 12)};
    decision.tenantId = QLatin1StringView(samples::Folder::tenant);
    decision.oid = u"account"_s;
    decision.upn = u"me@contoso.example"_s;
    decision.label = u"Invoice %1 overdue, please pay today"_s.arg(20260 + number);
    decision.decidedAt = now.plusSeconds(-60 * (40 - number));
    decision.heldUntil = decision.decidedAt.plusSeconds(10);
    decision.expires = now.plusSeconds(8 * 3600);
    decision.stateSince = decision.decidedAt;
    decision.executor = domain::ExecutorKind::Graph;
    if (kind == DecisionKind::Assign)
        decision.value = u"ada.hartwell@contoso.example"_s;
    if (kind == DecisionKind::AddTag)
        decision.value = u"phish-wave-7"_s;
    if (kind == DecisionKind::Classify)
        decision.value = u"truePositive/phishing"_s;
    if (kind == DecisionKind::Comment)
        decision.comment = u"Two recipients opened the address; passwords are being reset."_s;
    if (kind == DecisionKind::ApproveAction) {
        decision.action = {u"action-%1"_s.arg(number)};
        decision.mailAction = domain::MailAction::SoftDelete;
        decision.targets = {{u"1d5c7e2a-93b1-4c80-8a11-08de70c4a100"_s, u"megan.byrne@contoso.example"_s}};
        decision.executor = domain::ExecutorKind::MailRemediation;
        decision.facts = {{domain::latestLocationFact(decision.targets.first()), u"Inbox/folder"_s, u"hunting"_s, now.plusSeconds(-720)},
                          {u"verdict"_s, u"malicious"_s, u"cache"_s, std::nullopt}};
    }
    return decision;
}

} // namespace

Office::Office(const World &world, const World &later)
    : ledger(taken(store::Ledger::open(folder.path(), clock)))
    , engine(std::make_unique<FakeEngine>(*ledger))
    , m_writer(taken(store::CacheWriter::open(folder.path(), book)))
    , m_later(later)
{
    engine->able.signedIn = true;
    engine->able.tenantId = QLatin1StringView(samples::Folder::tenant);
    engine->able.oid = u"account"_s;
    engine->able.upn = u"me@contoso.example"_s;
    engine->able.scopes = {u"SecurityIncident.ReadWrite.All"_s, u"ThreatHunting.Read.All"_s};
    engine->able.mayReadIncidents = true;
    engine->able.mayEditIncidents = true;
    engine->able.mayHunt = true;
    engine->able.hasApplicationCredential = true;
    engine->pullNow = synced(clock.now());
    engine->budgetNow = {.used = 14, .limit = 100, .pausedUntil = {}};
    // Everything enters the book before another thread reads it.
    store::Batch incidents {.feed = store::Feed::Incidents};
    store::Batch alerts {.feed = store::Feed::Alerts};
    for (const domain::Incident &incident : world.incidents)
        incidents.incidents.append(book.enter(incident));
    for (const domain::Alert &alert : world.alerts)
        alerts.alerts.append(book.enter(alert));
    for (const domain::Incident &incident : later.incidents)
        m_laterIncidents.incidents.append(book.enter(incident));
    for (const domain::Alert &alert : later.alerts)
        m_laterAlerts.alerts.append(book.enter(alert));
    (void)taken(m_writer->apply(incidents));
    (void)taken(m_writer->apply(alerts));
    readers = std::make_unique<store::Readers>(folder.path(), book);
    set = std::make_unique<models::ModelSet>(*readers, clock);
    desk = std::make_unique<models::Desk>(*engine, *readers, clock);
    QObject::connect(engine.get(), &domain::Engine::ledgerChanged, set.get(), &models::ModelSet::takeLedgerChange);
    QObject::connect(engine.get(), &domain::Engine::cacheChanged, set.get(), &models::ModelSet::takeChanges);
    set->takeCapabilities(engine->able);
}

widgets::Materials Office::materials()
{
    domain::Tenant tenant;
    tenant.key = u"contoso"_s;
    tenant.tenantId = QLatin1StringView(samples::Folder::tenant);
    tenant.cloud.name = u"demo"_s;
    tenant.cloud.demo = true;
    return {*engine, *set, *desk, clock, tenant};
}

void Office::load()
{
    set->load();
    QTRY_VERIFY(set->queue()->isLoaded() && set->approvals()->isLoaded() && set->outbox()->isLoaded() && set->history()->isLoaded());
}

void Office::arrive()
{
    domain::Changes changes = taken(m_writer->apply(m_laterIncidents)).changes;
    changes.add(taken(m_writer->apply(m_laterAlerts)).changes);
    Q_EMIT engine->cacheChanged(changes);
}

void Office::tell(const domain::PullState &state)
{
    engine->pullNow = state;
    Q_EMIT engine->pullStateChanged(state);
}

domain::PullState Office::synced(domain::Moment at)
{
    domain::PullState state;
    state.phase = domain::PullState::Phase::Idle;
    state.freshAsOf = at.plusSeconds(-90);
    return state;
}

void Office::addDecisions()
{
    using S = DecisionState;
    const domain::Moment now = clock.now();
    const auto walk = [this](const Decision &decision, const QList<store::Step> &steps) {
        (void)taken(ledger->record(decision));
        for (const store::Step &step : steps)
            (void)taken(ledger->advance(decision.id, step));
    };
    const auto send = [this](const Decision &decision, const store::Outcome &outcome, const QList<store::Step> &steps) {
        (void)taken(ledger->record(decision));
        (void)taken(ledger->advance(decision.id, {.to = S::Queued}));
        (void)taken(ledger->advance(decision.id, {.to = S::Preflight}));
        const domain::AttemptId attempt {decision.id.text};
        (void)taken(ledger->beginAttempt({.id = attempt, .decision = decision.id, .deadline = clock.now().plusSeconds(60)}));
        store::Outcome ended = outcome;
        ended.attempt = attempt;
        ended.requestId = u"6c1f0f5e-6a1d-4f0b-9f52-2f8f7a4f5d10"_s;
        (void)taken(ledger->finishAttempt(ended));
        for (const store::Step &step : steps)
            (void)taken(ledger->advance(decision.id, step));
    };
    const auto accepted = [](std::optional<domain::Moment> next = {}) {
        store::Outcome outcome;
        outcome.to = S::Accepted;
        outcome.httpStatus = 202;
        outcome.nextStep = next;
        return outcome;
    };
    store::Outcome refused;
    refused.to = S::Refused;
    refused.reason = u"notPermitted"_s;
    refused.detail = u"Insufficient privileges"_s;
    refused.httpStatus = 403;
    store::Outcome unknown;
    unknown.to = S::Unknown;
    unknown.reason = u"timedOut"_s;
    send(decided(1, DecisionKind::Assign, now), accepted(), {{.to = S::Verified}});
    send(decided(2, DecisionKind::Comment, now), accepted(), {{.to = S::Verified}});
    send(decided(3, DecisionKind::ApproveAction, now), accepted(), {{.to = S::Verified}});
    send(decided(4, DecisionKind::ApproveAction, now), accepted(now.plusSeconds(75)), {});
    send(decided(5, DecisionKind::Classify, now), refused, {});
    send(decided(6, DecisionKind::ApproveAction, now), unknown,
         {{.to = S::Verifying}, {.to = S::NeedsPerson, .reason = u"unproved"_s}});
    const Decision stale = decided(7, DecisionKind::ApproveAction, now);
    walk(stale, {{.to = S::Queued}, {.to = S::Preflight},
                 {.to = S::Stale, .reason = u"stale"_s,
                  .detail = domain::differencesText({{stale.facts.first().name, u"Inbox/folder"_s, u"Quarantine"_s}})}});
    walk(decided(8, DecisionKind::AddTag, now), {{.to = S::Queued}});
    walk(decided(9, DecisionKind::Assign, now), {{.to = S::Cancelled}});
    Decision held = decided(10, DecisionKind::AddTag, now);
    held.decidedAt = now.plusSeconds(-3);
    held.heldUntil = now.plusSeconds(7);
    walk(held, {});
}

} // namespace fixture
