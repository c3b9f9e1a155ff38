// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The engine of one tenant and account: puts session, calls, pulls, ledger and outbox together. Its constructor touches
// nothing; start() makes everything, in the engine thread. Questions that come before the last session has been looked
// for wait for that. Tests run one in their own thread. Engine thread.

#include "enginesetup.h"
#include "ingest.h"

#include "domain/ask.h"
#include "domain/engine.h"
#include "store/ledger.h"
#include "store/ledgerreader.h"

#include <QObject>

namespace casemate::sync {

class Decisions;
class EngineRemote;
class OutboxSender;
class Puller;

class EngineCore final : public QObject
{
    Q_OBJECT
public:
    template <class T>
    using Reply = domain::Answer<T>;

    EngineCore(EngineSetup setup, Ingest &ingest); // the ingest may live in another thread; it outlives this
    ~EngineCore() override;

    void start();
    void stop(); // ends with stopped()

    void setPace(const EnginePace &pace);
    void whenReady(const Reply<domain::Capabilities> &reply);
    void pull(bool full, const Reply<domain::PullState> &reply);
    void cancelPull();
    void decide(const domain::Decision &decision, const Reply<domain::DecisionId> &reply);
    void cancelDecision(const domain::DecisionId &id, const Reply<domain::Done> &reply);
    void releaseHold(const domain::DecisionId &id);
    void confirmStale(const domain::DecisionId &id, const Reply<domain::Done> &reply);
    void settle(const domain::DecisionId &id, const QString &note, const Reply<domain::Done> &reply);
    void signIn(const Reply<domain::Capabilities> &reply);
    void cancelSignIn();
    void signOut(const Reply<domain::Done> &reply);
    void readLatestLocations(const QList<domain::MailTarget> &targets, const Reply<QList<domain::Fact>> &reply);
    void setApplicationCredential(const QByteArray &json, const Reply<domain::Done> &reply);

Q_SIGNALS:
    void pullStateChanged(const domain::PullState &state);
    void budgetChanged(const domain::BudgetState &budget);
    void capabilitiesChanged(const domain::Capabilities &capabilities);
    void cacheChanged(const domain::Changes &changes);
    void ledgerChanged();
    void stopped();

private:
    void openLedger();
    void compose(const std::shared_ptr<remote::SecretStore> &secrets);
    void composePulls();
    void composeOutbox();
    void beReady();
    void showFreshness();
    void showProved(const domain::Decision &decision);
    void change(const Reply<domain::Done> &reply, std::function<domain::Result<domain::Done>(Decisions &)> move);
    void noteCapabilities();
    void ask(std::function<void()> question); // now, or once ready
    [[nodiscard]] domain::Capabilities capabilities() const;
    [[nodiscard]] std::optional<domain::Moment> callsPausedUntil() const;
    [[nodiscard]] domain::Error noFolder(const QString &tried) const;

    EngineSetup m_setup;
    Ingest &m_ingest;
    std::shared_ptr<domain::Clock> m_clock;
    std::unique_ptr<store::Ledger> m_ledger;
    std::unique_ptr<store::LedgerReader> m_history;
    std::optional<domain::Error> m_ledgerError;
    std::unique_ptr<EngineRemote> m_remote;
    std::unique_ptr<Puller> m_puller;
    std::unique_ptr<OutboxSender> m_sender;
    std::unique_ptr<Decisions> m_decisions;
    domain::Capabilities m_told; // last capabilities that were announced
    bool m_isReady = false;
    bool m_isStopping = false;
    QList<std::function<void()>> m_waiting;
};

} // namespace casemate::sync
