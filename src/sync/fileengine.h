// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The engine of a file tenant: it reads nothing, sends nothing and signs nobody in, and says so. GUI thread.

#include "domain/engine.h"

namespace casemate::sync {

class FileEngine final : public domain::Engine
{
    Q_OBJECT
public:
    explicit FileEngine(const domain::Tenant &tenant, QObject *parent = nullptr);

    [[nodiscard]] domain::PullState pullState() const override { return {}; }
    [[nodiscard]] domain::BudgetState budget() const override { return {}; }
    [[nodiscard]] domain::Capabilities capabilities() const override { return m_capabilities; }

    // All of them answer Error{Refused} "fileTenant".
    void pull(bool full, QObject *asker, std::function<void(domain::Result<domain::PullState>)> answer) override;
    void decide(const domain::Decision &decision, QObject *asker,
                std::function<void(domain::Result<domain::DecisionId>)> answer) override;
    void cancelDecision(const domain::DecisionId &id, QObject *asker,
                        std::function<void(domain::Result<domain::Done>)> answer) override;
    void confirmStale(const domain::DecisionId &id, QObject *asker,
                      std::function<void(domain::Result<domain::Done>)> answer) override;
    void settle(const domain::DecisionId &id, const QString &note, QObject *asker,
                std::function<void(domain::Result<domain::Done>)> answer) override;
    void signIn(QObject *asker, std::function<void(domain::Result<domain::Capabilities>)> answer) override;
    void signOut(QObject *asker, std::function<void(domain::Result<domain::Done>)> answer) override;
    void readLatestLocations(const QList<domain::MailTarget> &targets, QObject *asker,
                             std::function<void(domain::Result<QList<domain::Fact>>)> answer) override;
    // There is nothing under way that these could end.
    void cancelPull() override { }
    void cancelSignIn() override { }
    void releaseHold(const domain::DecisionId &) override { }

private:
    domain::Capabilities m_capabilities;
};

} // namespace casemate::sync
