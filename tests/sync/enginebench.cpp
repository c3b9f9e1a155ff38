// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginebench.h"

#include "domain/facts.h"
#include "domain/rules.h"
#include "remote/sessionrecord.h"
#include "store/cachereader.h"
#include "store/ledgerreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionId;
using domain::Moment;
using domain::Result;

namespace casemate::test {

namespace {

const QString account = u"22222222-2222-4222-8222-222222222222"_s;
const QString tenantGuid = u"11111111-1111-4111-8111-111111111111"_s;

// Databases that are read now and then and never survive the test: memory is disk enough.
QString quickFolder()
{
    const QString memory = u"/dev/shm"_s;
    return (QDir(memory).exists() ? memory : QDir::tempPath()) + u"/casemate-sync-XXXXXX"_s;
}

domain::Tenant testTenant()
{
    domain::Tenant tenant;
    tenant.key = u"test"_s;
    tenant.tenantId = tenantGuid;
    tenant.clientId = u"33333333-3333-4333-8333-333333333333"_s;
    tenant.cloud.name = u"test"_s;
    tenant.cloud.login = QUrl(u"https://login.example"_s);
    tenant.cloud.graph = QUrl(u"https://graph.example"_s);
    tenant.cloud.portal = QUrl(u"https://security.example"_s);
    tenant.oid = account;
    tenant.upn = u"an@contoso.example"_s;
    return tenant;
}

class NoBrowser final : public remote::BrowserOpener
{
public:
    Result<domain::Done> open(const QUrl &) override { return domain::refusal(u"noBrowser"_s, u"open a page"_s); }
};

template <class T>
T valueOr(const Result<T> &result, T otherwise)
{
    return result ? *result : otherwise;
}

} // namespace

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

EngineBench::EngineBench()
    : tenant([this] { return clock->now(); })
    , transport(std::make_shared<FakeTransport>([this](const remote::HttpRequest &request) { return tenant.answer(request); }))
    , m_folder(quickFolder())
    , m_tenant(testTenant())
{
    QDir().mkpath(folder());
    options.pollEvery = std::chrono::seconds(0);
    options.budget = {.security = 100'000, .sync = 100'000, .hunting = 100'000};
}

EngineBench::~EngineBench()
{
    kill();
}

QString EngineBench::folder() const
{
    return m_folder.path() + u'/' + tenantGuid + u'/' + account;
}

void EngineBench::useFolder(const QString &prepared)
{
    const QStringList files = QDir(prepared).entryList(QDir::Files);
    for (const QString &file : files)
        QFile::copy(prepared + u'/' + file, folder() + u'/' + file);
}

void EngineBench::signIn(bool withCredential)
{
    const remote::SessionRecord record {
        {tenantGuid, account, m_tenant.upn},
        {u"SecurityIncident.ReadWrite.All"_s, u"SecurityAlert.Read.All"_s, u"ThreatHunting.Read.All"_s},
        remote::Secret("refresh")};
    const auto ignore = [](const Result<domain::Done> &) {};
    m_secrets->write(remote::sessionKey(m_tenant, account), record.written(), &m_asker, ignore);
    if (withCredential) {
        const remote::ApplicationCredential credential {u"app"_s, remote::Secret("secret")};
        m_secrets->write(remote::credentialKey(m_tenant), remote::writtenCredential(credential), &m_asker, ignore);
    }
    turn();
}

void EngineBench::start()
{
    sync::EngineSetup setup;
    setup.tenant = m_tenant;
    setup.folder = folder();
    setup.options = options;
    setup.decoder = m_decoder;
    setup.seams.clock = [this] { return clock; };
    setup.seams.transport = [this](const domain::Cloud &) { return transport; };
    setup.seams.secrets = [this](QObject *asker, const sync::EngineSeams::SecretsReady &ready) {
        QMetaObject::invokeMethod(asker, [this, ready] { ready(m_secrets); }, Qt::QueuedConnection);
    };
    setup.seams.browser = [] { return std::make_shared<NoBrowser>(); };
    setup.seams.storage = store::Storage {.gate = &gate};
    setup.seams.executor = executor;
    m_ingest = std::make_unique<sync::Ingest>(setup.folder, m_decoder, setup.seams.storage, options.pull);
    m_core = std::make_unique<sync::EngineCore>(setup, *m_ingest);
    QObject::connect(m_core.get(), &sync::EngineCore::pullStateChanged, m_core.get(),
                     [this](const domain::PullState &state) { pullState = state; });
    QObject::connect(m_core.get(), &sync::EngineCore::cacheChanged, m_core.get(), [this] { ++cacheChanges; });
    QObject::connect(m_core.get(), &sync::EngineCore::ledgerChanged, m_core.get(), [this] { ++ledgerChanges; });
    m_core->start();
    turn();
}

void EngineBench::kill()
{
    m_core.reset();
    m_ingest.reset();
    isHalted = false;
    turn();
}

void EngineBench::turn()
{
    // One pass carries each posted event one hop further. After so many without network and disk nothing is on its way.
    constexpr int longestChain = 50;
    for (int quiet = 0; quiet < longestChain && !isHalted; ++quiet) {
        const auto before = std::pair(transport->count(), gate.count());
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (before != std::pair(transport->count(), gate.count()))
            quiet = -1;
    }
}

bool EngineBench::runUntil(const std::function<bool()> &isSo, std::chrono::seconds limit)
{
    const auto end = clock->elapsed() + limit;
    for (;;) {
        turn();
        if (isSo())
            return true;
        const auto next = clock->untilNext();
        if (!next || clock->elapsed() + *next > end)
            return false;
        clock->ringNext();
    }
}

void EngineBench::runFor(std::chrono::seconds length)
{
    const auto end = clock->elapsed() + length;
    runUntil([] { return false; }, length);
    clock->pass(end - clock->elapsed());
}

template <class T, class Call>
std::optional<Result<T>> EngineBench::ask(Call call)
{
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    call(domain::Answer<T>(&m_asker, [answer](Result<T> result) { *answer = std::move(result); }));
    runUntil([this, answer] { return answer->has_value() || !m_core; });
    return *answer;
}

std::optional<Result<domain::PullState>> EngineBench::pull(bool full)
{
    return ask<domain::PullState>([&](const auto &reply) { m_core->pull(full, reply); });
}

std::optional<Result<DecisionId>> EngineBench::decide(const Decision &decision)
{
    return ask<DecisionId>([&](const auto &reply) { m_core->decide(decision, reply); });
}

std::optional<Result<domain::Done>> EngineBench::cancel(const DecisionId &id)
{
    return ask<domain::Done>([&](const auto &reply) { m_core->cancelDecision(id, reply); });
}

std::optional<Result<domain::Done>> EngineBench::confirm(const DecisionId &id)
{
    return ask<domain::Done>([&](const auto &reply) { m_core->confirmStale(id, reply); });
}

std::optional<Result<domain::Done>> EngineBench::settle(const DecisionId &id)
{
    return ask<domain::Done>([&](const auto &reply) { m_core->settle(id, u"seen in the portal"_s, reply); });
}

Decision EngineBench::decision(domain::DecisionKind kind, const QString &incident, const QString &value,
                               const QString &comment)
{
    Decision decision;
    decision.id = {newId()};
    decision.kind = kind;
    decision.incident = {incident};
    decision.tenantId = tenantGuid;
    decision.oid = account;
    decision.upn = m_tenant.upn;
    decision.value = value;
    decision.comment = comment;
    decision.decidedAt = clock->now();
    decision.heldUntil = clock->now().plusSeconds(10);
    decision.expires = clock->now().plusSeconds(8 * 3600);
    store::CacheReader cache(folder(), *m_decoder);
    const auto detail = cache.incident(decision.incident);
    const QStringList names = domain::factsReliedOn(kind, !value.isEmpty());
    for (const QString &name : names) {
        if (const auto fact = detail ? domain::incidentFact(detail->incident, name) : std::nullopt)
            decision.facts.append({name, *fact, u"cache"_s, {}});
    }
    return decision;
}

Decision EngineBench::approval(domain::ExecutorKind executorKind)
{
    store::CacheReader cache(folder(), *m_decoder);
    const auto actions = cache.pendingActions();
    if (!actions || actions->isEmpty())
        return {};
    const domain::PendingAction &action = actions->first();
    Decision approval = decision(domain::DecisionKind::ApproveAction, action.incident.text);
    approval.action = action.id;
    approval.mailAction = domain::MailAction::SoftDelete;
    approval.targets = action.targets;
    approval.executor = executorKind;
    const QStringList names = domain::factsReliedOn(approval.kind, false);
    for (const QString &name : names) {
        if (const auto fact = domain::actionFact(action, name))
            approval.facts.append({name, *fact, u"cache"_s, {}});
    }
    for (const domain::MailTarget &target : action.targets)
        approval.facts.append({domain::latestLocationFact(target), {}, u"cache"_s, {}});
    return approval;
}

QList<Decision> EngineBench::outbox()
{
    return valueOr(store::LedgerReader(folder()).outbox(), {});
}

QList<Decision> EngineBench::decisionsOn(const QString &incident)
{
    return valueOr(store::LedgerReader(folder()).decisionsFor({incident}), {});
}

Decision EngineBench::stored(const DecisionId &id)
{
    return valueOr(store::LedgerReader(folder()).decision(id), {});
}

bool EngineBench::isSettled()
{
    const QList<Decision> open = outbox();
    return std::all_of(open.begin(), open.end(), [](const Decision &decision) {
        return decision.state == domain::DecisionState::NeedsPerson || decision.state == domain::DecisionState::Stale;
    });
}

QMap<QString, Moment> EngineBench::cachedIncidents()
{
    QMap<QString, Moment> stamps;
    store::CacheReader cache(folder(), *m_decoder);
    const auto rows = valueOr(cache.queue(), {});
    for (const domain::QueueRow &row : rows)
        stamps.insert(row.id.text, row.updated);
    return stamps;
}

QMap<QString, Moment> EngineBench::cachedAlerts()
{
    QMap<QString, Moment> stamps;
    store::CacheReader cache(folder(), *m_decoder);
    const QStringList incidents = cachedIncidents().keys();
    for (const QString &id : incidents) {
        const auto detail = cache.incident({id});
        for (const domain::Alert &alert : detail ? detail->alerts : QList<domain::Alert> {})
            stamps.insert(alert.id.text, alert.updated);
    }
    return stamps;
}

QString EngineBench::chainFault()
{
    const auto report = store::LedgerReader(folder()).verifyChain();
    if (!report)
        return domain::errorKindWord(report.error().kind);
    return report->firstBad ? report->reason : QString();
}

} // namespace casemate::test
