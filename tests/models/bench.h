// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A real store with readers, a clock that stands still, and an engine that writes what it is told into the ledger. Items go
// into the book before open(), because reader threads look them up. Main thread.

#include "domain/engine.h"
#include "store/cachewriter.h"
#include "store/ledger.h"
#include "store/readers.h"
#include "store/samples.h"

#include <memory>

namespace bench {

struct Store {
    samples::Folder folder;
    samples::Book book;
    samples::StillClock clock;
    std::unique_ptr<store::CacheWriter> cache;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<store::Readers> readers;

    void open();
    // Writes what is in the batch, incidents and alerts alike, and answers what the models are told.
    domain::Changes write(const QList<domain::Received<domain::Incident>> &incidents,
                          const QList<domain::Received<domain::Alert>> &alerts = {});
    void locate(const domain::MailTarget &target, const QString &location); // its latest location is known
    // Records a decision and moves it on through the states.
    domain::Decision decide(const domain::Decision &decision, const QList<domain::DecisionState> &states = {});
};

class FakeEngine final : public domain::Engine
{
    Q_OBJECT
public:
    explicit FakeEngine(Store &store)
        : m_store(store)
    {
    }

    [[nodiscard]] domain::PullState pullState() const override { return {}; }
    [[nodiscard]] domain::BudgetState budget() const override { return {}; }
    [[nodiscard]] domain::Capabilities capabilities() const override { return can; }
    void decide(const domain::Decision &decision, QObject *asker,
                std::function<void(domain::Result<domain::DecisionId>)> answer) override;
    void cancelDecision(const domain::DecisionId &id, QObject *asker,
                        std::function<void(domain::Result<domain::Done>)> answer) override;

    // not part of what is tested with it
    void pull(bool, QObject *, std::function<void(domain::Result<domain::PullState>)>) override {}
    void cancelPull() override {}
    void releaseHold(const domain::DecisionId &) override {}
    void confirmStale(const domain::DecisionId &, QObject *, std::function<void(domain::Result<domain::Done>)>) override
    {
    }
    void settle(const domain::DecisionId &, const QString &, QObject *,
                std::function<void(domain::Result<domain::Done>)>) override
    {
    }
    void signIn(QObject *, std::function<void(domain::Result<domain::Capabilities>)>) override {}
    void cancelSignIn() override {}
    void signOut(QObject *, std::function<void(domain::Result<domain::Done>)>) override {}
    void readLatestLocations(const QList<domain::MailTarget> &, QObject *,
                             std::function<void(domain::Result<QList<domain::Fact>>)>) override
    {
    }

    domain::Capabilities can = everything();
    QList<domain::Decision> taken;
    std::optional<domain::Error> refuses; // decide() answers it

    [[nodiscard]] static domain::Capabilities everything();

private:
    Store &m_store;
};

} // namespace bench
