// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Port: what the window and the command line ask of the engine. Implemented in sync/ by an object that lives in the
// asker's thread and passes every question on to the engine thread; signals arrive in the asker's thread.
// Reading goes past it, straight to the store.

#include "ask.h"
#include "capabilities.h"
#include "changes.h"
#include "decision.h"
#include "tenant.h"

#include <QObject>

#include <functional>

namespace domain {

struct PullState {
    enum class Phase { Never, Running, Idle, Failed, Offline, SignInNeeded };
    Phase phase = Phase::Never;
    qint64 done = 0; // items so far in this pull
    std::optional<qint64> expected; // from @odata.count, when known
    int requests = 0; // calls made in this pull
    qint64 incidents = 0; // written in this pull: new or changed
    qint64 alerts = 0;
    qint64 unchanged = 0; // seen again, not written
    qint64 poison = 0;
    std::optional<Moment> freshAsOf; // server time up to which both feeds are drained
    QStringList incomplete; // scopes answered with 206 or Warning, or not permitted
    std::optional<Error> error; // of the last pull
    qint64 durationMsecs = 0;

    friend bool operator==(const PullState &, const PullState &) = default;
};

struct BudgetState {
    int used = 0; // calls in the last minute
    int limit = 100;
    std::optional<Moment> pausedUntil; // after Retry-After

    friend bool operator==(const BudgetState &, const BudgetState &) = default;
};

class Engine : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual PullState pullState() const = 0;
    [[nodiscard]] virtual BudgetState budget() const = 0;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;

    virtual void pull(bool full, QObject *asker,
                      std::function<void(Result<PullState>)> answer) = 0; // answers at its end
    virtual void cancelPull() = 0;
    // Writes the decision, its facts and its audit entry in one transaction and starts the undo hold.
    virtual void decide(const Decision &decision, QObject *asker, std::function<void(Result<DecisionId>)> answer) = 0;
    virtual void cancelDecision(const DecisionId &id, QObject *asker, std::function<void(Result<Done>)> answer) = 0;
    virtual void releaseHold(const DecisionId &id) = 0; // send now instead of waiting for the hold to end
    virtual void confirmStale(const DecisionId &id, QObject *asker,
                              std::function<void(Result<Done>)> answer) = 0; // facts re-frozen as now, queued again
    virtual void settle(const DecisionId &id, const QString &note, QObject *asker,
                        std::function<void(Result<Done>)> answer) = 0; // a person closes needs-person
    virtual void signIn(QObject *asker,
                        std::function<void(Result<Capabilities>)> answer) = 0; // system browser, see app/desktop
    virtual void cancelSignIn() = 0;
    virtual void signOut(QObject *asker, std::function<void(Result<Done>)> answer) = 0;
    // Reads the latest delivery location of these messages and stores it as facts in the cache.
    virtual void readLatestLocations(const QList<MailTarget> &targets, QObject *asker,
                                     std::function<void(Result<QList<Fact>>)> answer) = 0;

Q_SIGNALS:
    void pullStateChanged(const domain::PullState &state);
    void budgetChanged(const domain::BudgetState &budget);
    void capabilitiesChanged(const domain::Capabilities &capabilities);
    void cacheChanged(const domain::Changes &changes); // committed
    void ledgerChanged(); // a decision was added or moved on; committed
};

} // namespace domain

Q_DECLARE_METATYPE(domain::PullState)
Q_DECLARE_METATYPE(domain::BudgetState)
