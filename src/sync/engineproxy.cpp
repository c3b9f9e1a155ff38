// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineproxy.h"

#include "enginehost.h"

using domain::Answer;
using domain::Result;

namespace casemate::sync {

EngineProxy::EngineProxy(EngineSetup setup, QObject *parent)
    : domain::Engine(parent)
    , m_host(std::make_unique<EngineHost>(std::move(setup)))
{
    const EngineCore *core = &m_host->core();
    connect(core, &EngineCore::pullStateChanged, this, [this](const domain::PullState &state) {
        m_pullState = state;
        Q_EMIT pullStateChanged(state);
    });
    connect(core, &EngineCore::budgetChanged, this, [this](const domain::BudgetState &budget) {
        m_budget = budget;
        Q_EMIT budgetChanged(budget);
    });
    connect(core, &EngineCore::capabilitiesChanged, this, [this](const domain::Capabilities &capabilities) {
        m_capabilities = capabilities;
        Q_EMIT capabilitiesChanged(capabilities);
    });
    connect(core, &EngineCore::cacheChanged, this, &EngineProxy::cacheChanged);
    connect(core, &EngineCore::ledgerChanged, this, &EngineProxy::ledgerChanged);
    m_host->start();
}

EngineProxy::~EngineProxy() = default;

void EngineProxy::pull(bool full, QObject *asker, std::function<void(Result<domain::PullState>)> answer)
{
    m_host->post([full, reply = Answer<domain::PullState>(asker, std::move(answer))](EngineCore &core) {
        core.pull(full, reply);
    });
}

void EngineProxy::cancelPull()
{
    m_host->post([](EngineCore &core) { core.cancelPull(); });
}

void EngineProxy::decide(const domain::Decision &decision, QObject *asker,
                         std::function<void(Result<domain::DecisionId>)> answer)
{
    m_host->post([decision, reply = Answer<domain::DecisionId>(asker, std::move(answer))](EngineCore &core) {
        core.decide(decision, reply);
    });
}

void EngineProxy::cancelDecision(const domain::DecisionId &id, QObject *asker,
                                 std::function<void(Result<domain::Done>)> answer)
{
    m_host->post([id, reply = Answer<domain::Done>(asker, std::move(answer))](EngineCore &core) {
        core.cancelDecision(id, reply);
    });
}

void EngineProxy::releaseHold(const domain::DecisionId &id)
{
    m_host->post([id](EngineCore &core) { core.releaseHold(id); });
}

void EngineProxy::confirmStale(const domain::DecisionId &id, QObject *asker,
                               std::function<void(Result<domain::Done>)> answer)
{
    m_host->post([id, reply = Answer<domain::Done>(asker, std::move(answer))](EngineCore &core) {
        core.confirmStale(id, reply);
    });
}

void EngineProxy::settle(const domain::DecisionId &id, const QString &note, QObject *asker,
                         std::function<void(Result<domain::Done>)> answer)
{
    m_host->post([id, note, reply = Answer<domain::Done>(asker, std::move(answer))](EngineCore &core) {
        core.settle(id, note, reply);
    });
}

void EngineProxy::signIn(QObject *asker, std::function<void(Result<domain::Capabilities>)> answer)
{
    m_host->post([reply = Answer<domain::Capabilities>(asker, std::move(answer))](EngineCore &core) {
        core.signIn(reply);
    });
}

void EngineProxy::cancelSignIn()
{
    m_host->post([](EngineCore &core) { core.cancelSignIn(); });
}

void EngineProxy::signOut(QObject *asker, std::function<void(Result<domain::Done>)> answer)
{
    m_host->post([reply = Answer<domain::Done>(asker, std::move(answer))](EngineCore &core) { core.signOut(reply); });
}

void EngineProxy::readLatestLocations(const QList<domain::MailTarget> &targets, QObject *asker,
                                      std::function<void(Result<QList<domain::Fact>>)> answer)
{
    m_host->post([targets, reply = Answer<QList<domain::Fact>>(asker, std::move(answer))](EngineCore &core) {
        core.readLatestLocations(targets, reply);
    });
}

void EngineProxy::setApplicationCredential(const QByteArray &json, QObject *asker,
                                           std::function<void(Result<domain::Done>)> answer)
{
    m_host->post([json, reply = Answer<domain::Done>(asker, std::move(answer))](EngineCore &core) {
        core.setApplicationCredential(json, reply);
    });
}

void EngineProxy::setPace(const EnginePace &pace)
{
    m_host->post([pace](EngineCore &core) { core.setPace(pace); });
}

void EngineProxy::whenReady(QObject *asker, std::function<void(Result<domain::Capabilities>)> answer)
{
    m_host->post([reply = Answer<domain::Capabilities>(asker, std::move(answer))](EngineCore &core) {
        core.whenReady(reply);
    });
}

} // namespace casemate::sync
