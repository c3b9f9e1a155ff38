// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A whole engine in the test's thread: real store, real session, real executors; the network is a FakeTransport before a
// FakeTenant, the clock jumps from alarm to alarm. So a day passes in a moment and every run is the same. Main thread.

#include "faketenant.h"
#include "turnclock.h"

#include "support/faketransport.h"
#include "support/faultgate.h"

#include "remote/graphdecoder.h"
#include "sync/enginecore.h"

#include <QTemporaryDir>

#include <memory>

namespace casemate::test {

class EngineBench
{
public:
    EngineBench();
    ~EngineBench();
    Q_DISABLE_COPY_MOVE(EngineBench)

    // Parts that outlive an engine
    std::shared_ptr<TurnClock> clock = std::make_shared<TurnClock>();
    FakeTenant tenant;
    std::shared_ptr<FakeTransport> transport;
    FaultGate gate; // every statement of every database passes it
    sync::EngineOptions options; // of the next start(); it does not poll by itself
    std::function<std::unique_ptr<remote::Executor>(domain::ExecutorKind, std::unique_ptr<remote::Executor>)> executor;

    void useFolder(const QString &prepared); // a copy of it, instead of an empty one
    void signIn(bool withCredential); // puts a session into the secret store, as of an earlier run
    void start();
    void kill(); // destroys the engine as it stands
    [[nodiscard]] bool isRunning() const { return m_core != nullptr; }
    [[nodiscard]] sync::EngineCore &core() { return *m_core; }
    [[nodiscard]] QString folder() const; // of the tenant; its name says whose it is

    void turn(); // all that can happen without time passing
    bool isHalted = false; // set from within, ends a turn where it stands
    // Lets time pass until it is so; false if nothing is left to happen, or after the limit.
    bool runUntil(const std::function<bool()> &isSo, std::chrono::seconds limit = std::chrono::hours(30));
    void runFor(std::chrono::seconds length);

    // Asks and lets things happen until the answer is there; nothing if the engine has gone.
    [[nodiscard]] std::optional<domain::Result<domain::PullState>> pull(bool full = false);
    [[nodiscard]] std::optional<domain::Result<domain::DecisionId>> decide(const domain::Decision &decision);
    [[nodiscard]] std::optional<domain::Result<domain::Done>> cancel(const domain::DecisionId &id);
    [[nodiscard]] std::optional<domain::Result<domain::Done>> confirm(const domain::DecisionId &id);
    [[nodiscard]] std::optional<domain::Result<domain::Done>> settle(const domain::DecisionId &id);

    // Decisions as the desk makes them, from what the cache says.
    [[nodiscard]] domain::Decision decision(domain::DecisionKind kind, const QString &incident, const QString &value = {},
                                            const QString &comment = {});
    [[nodiscard]] domain::Decision approval(domain::ExecutorKind executor = domain::ExecutorKind::MailRemediation);

    // What is on disk
    [[nodiscard]] QList<domain::Decision> outbox();
    [[nodiscard]] QList<domain::Decision> decisionsOn(const QString &incident);
    [[nodiscard]] domain::Decision stored(const domain::DecisionId &id);
    [[nodiscard]] domain::DecisionState stateOf(const domain::DecisionId &id) { return stored(id).state; }
    [[nodiscard]] bool isSettled(); // nothing is left that moves without a person
    [[nodiscard]] QMap<QString, domain::Moment> cachedIncidents();
    [[nodiscard]] QMap<QString, domain::Moment> cachedAlerts();
    [[nodiscard]] QString chainFault(); // empty: the audit is whole

    domain::PullState pullState; // as last told
    int cacheChanges = 0;
    int ledgerChanges = 0;

private:
    template <class T>
    using Asked = std::shared_ptr<std::optional<domain::Result<T>>>;
    template <class T, class Call>
    std::optional<domain::Result<T>> ask(Call call);

    QTemporaryDir m_folder;
    domain::Tenant m_tenant;
    std::shared_ptr<remote::MemorySecretStore> m_secrets = std::make_shared<remote::MemorySecretStore>();
    std::shared_ptr<const domain::Decoder> m_decoder = std::make_shared<remote::GraphDecoder>();
    std::unique_ptr<sync::Ingest> m_ingest;
    std::unique_ptr<sync::EngineCore> m_core;
    QObject m_asker;
};

[[nodiscard]] QString newId();

} // namespace casemate::test
