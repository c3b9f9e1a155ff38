// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// domain::Engine for the thread it is made in, usually the GUI's. Owns the engine and ingest threads, passes every question
// on to them, and keeps the last states that they told. Its destructor sends nothing more, lets what is on the wire end
// (for a few seconds), and joins the threads; questions that are not answered by then are answered Cancelled.

#include "enginesetup.h"

#include "domain/engine.h"

#include <memory>

namespace casemate::sync {

class EngineHost;

class EngineProxy final : public domain::Engine
{
    Q_OBJECT
public:
    explicit EngineProxy(EngineSetup setup, QObject *parent = nullptr);
    ~EngineProxy() override;

    [[nodiscard]] domain::PullState pullState() const override { return m_pullState; }
    [[nodiscard]] domain::BudgetState budget() const override { return m_budget; }
    [[nodiscard]] domain::Capabilities capabilities() const override { return m_capabilities; }

    void pull(bool full, QObject *asker, std::function<void(domain::Result<domain::PullState>)> answer) override;
    void cancelPull() override;
    void decide(const domain::Decision &decision, QObject *asker,
                std::function<void(domain::Result<domain::DecisionId>)> answer) override;
    void cancelDecision(const domain::DecisionId &id, QObject *asker,
                        std::function<void(domain::Result<domain::Done>)> answer) override;
    void releaseHold(const domain::DecisionId &id) override;
    void confirmStale(const domain::DecisionId &id, QObject *asker,
                      std::function<void(domain::Result<domain::Done>)> answer) override;
    void settle(const domain::DecisionId &id, const QString &note, QObject *asker,
                std::function<void(domain::Result<domain::Done>)> answer) override;
    void signIn(QObject *asker, std::function<void(domain::Result<domain::Capabilities>)> answer) override;
    void cancelSignIn() override;
    void signOut(QObject *asker, std::function<void(domain::Result<domain::Done>)> answer) override;
    void readLatestLocations(const QList<domain::MailTarget> &targets, QObject *asker,
                             std::function<void(domain::Result<QList<domain::Fact>>)> answer) override;

    // Not part of the port: only the command line sets a credential. JSON as in remote::ApplicationCredential::read();
    // empty removes it. The bytes are a secret: they are passed on and forgotten.
    void setApplicationCredential(const QByteArray &json, QObject *asker,
                                  std::function<void(domain::Result<domain::Done>)> answer);
    void setPace(const EnginePace &pace);
    // Answers once the session of the last run has been looked for; capabilities() is right from then on.
    void whenReady(QObject *asker, std::function<void(domain::Result<domain::Capabilities>)> answer);

private:
    std::unique_ptr<EngineHost> m_host;
    domain::PullState m_pullState;
    domain::BudgetState m_budget;
    domain::Capabilities m_capabilities;
};

} // namespace casemate::sync
