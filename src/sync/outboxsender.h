// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Moves the decisions of the outbox on: looks at the ledger, asks sendrules.h what is next for each, and does it. It holds
// no state of its own that matters: after a kill the next one finds everything in the ledger. What was "sending" then has
// an unknown outcome and is looked for, never simply sent again. Sends
// only what the account that is signed in has decided itself. Engine thread.

#include "aftermath.h"
#include "backoff.h"
#include "delivery.h"
#include "executors.h"
#include "prover.h"

#include <QHash>
#include <QObject>

namespace casemate::sync {

struct OutboxSeams {
    DeliverySeams delivery;
    Executors executors;
    Ingest &ingest;
    remote::Incidents &incidents;
};

class OutboxSender final : public QObject
{
    Q_OBJECT
public:
    OutboxSender(const OutboxSeams &seams, const SendRules &rules);

    void start(); // reconciles, replays, sends
    void look(); // something has changed in the ledger; does its work in the next turn of the event loop
    void retryNow(); // somebody may do more than before, or has signed in: every pause is over
    void noteReached(); // somebody got an answer: pauses for want of the network are over, those of rules are not
    // Gives up a preflight so that its decision can be cancelled. False: its intent is committed, nothing stops it.
    [[nodiscard]] bool letGo(const domain::DecisionId &id);
    // Starts nothing more and calls `done` when nothing is on the wire, or after rules.closingTime.
    void close(const std::function<void()> &done);

Q_SIGNALS:
    void ledgerChanged();
    void cacheChanged(const domain::Changes &changes);
    void proved(const domain::Decision &decision);

private:
    void work();
    [[nodiscard]] bool isBusyWith(const domain::DecisionId &id) const;
    [[nodiscard]] bool isOurs(const domain::Decision &decision) const;
    [[nodiscard]] domain::Result<bool> moveOn(const QList<domain::Decision> &open, domain::Moment now);
    [[nodiscard]] std::optional<store::Step> stepFor(const domain::Decision &decision, domain::Moment now) const;
    void setOut(const QList<domain::Decision> &open, domain::Moment now);
    void deliver(const domain::Decision &decision);
    void endDelivery(const domain::DecisionId &id);
    void noteAnswer(const domain::Decision &decision);
    void pauseAfter(const Delivery &delivery);
    void proveDue(const QList<domain::Decision> &open, domain::Moment now);
    void setAlarm(const QList<domain::Decision> &open, domain::Moment now);
    void troubled(const domain::Error &error);
    void closeIfQuiet();

    DeliverySeams m_deliverySeams;
    OutboxSeams m_seams;
    SendRules m_rules;
    Prover m_prover;
    Aftermath m_aftermath;
    QHash<domain::DecisionId, Delivery *> m_deliveries; // children
    QHash<domain::DecisionId, domain::Moment> m_notBefore; // rules that forbid a decision just now
    Backoff m_link {std::chrono::seconds(5), std::chrono::minutes(5)};
    std::optional<domain::Moment> m_linkPause;
    Backoff m_disk {std::chrono::seconds(1), std::chrono::minutes(1)};
    std::chrono::milliseconds m_diskPause {0}; // until then, monotonic
    bool m_isRunning = false;
    bool m_lookIsDue = false;
    quint64 m_alarm = 0; // number of the timer that counts
    std::function<void()> m_closed;
};

} // namespace casemate::sync
