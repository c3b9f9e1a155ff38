// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An engine that answers from what the test put into it, keeps decisions in a real ledger, and remembers what it was asked.
// Main thread.

#include "domain/engine.h"
#include "store/ledger.h"

#include <QStringList>

namespace fixture {

class FakeEngine final : public domain::Engine
{
    Q_OBJECT
public:
    explicit FakeEngine(store::Ledger &ledger);

    [[nodiscard]] domain::PullState pullState() const override { return pullNow; }
    [[nodiscard]] domain::BudgetState budget() const override { return budgetNow; }
    [[nodiscard]] domain::Capabilities capabilities() const override { return able; }
    void pull(bool full, QObject *asker, std::function<void(domain::Result<domain::PullState>)> answer) override;
    void cancelPull() override { asked.append(QStringLiteral("cancelPull")); }
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
    void cancelSignIn() override { asked.append(QStringLiteral("cancelSignIn")); }
    void signOut(QObject *asker, std::function<void(domain::Result<domain::Done>)> answer) override;
    void readLatestLocations(const QList<domain::MailTarget> &targets, QObject *asker,
                             std::function<void(domain::Result<QList<domain::Fact>>)> answer) override;

    domain::PullState pullNow;
    domain::BudgetState budgetNow;
    domain::Capabilities able;
    QList<domain::Decision> decisions; // as they were handed over
    QStringList asked;

private:
    domain::Result<domain::Done> advance(const domain::DecisionId &id, domain::DecisionState to, const QString &detail = {});

    store::Ledger &m_ledger;
};

} // namespace fixture
