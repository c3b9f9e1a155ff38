// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One queued decision on its way to the other side:
//
//   queued ─ read facts ─ judge ─┬─ differ ─> stale
//                                ├─ forbidden ─> refused
//                                ├─ not now (no network, no session) ─> queued
//                                └─ as decided ─> intent committed ─ ONE request ─> outcome recorded
//
// Before the intent is committed the object may be deleted and nothing has happened. Afterwards it must not be, except when
// the program ends: the decision is then found as "sending" and becomes unknown. Engine thread.

#include "preflight.h"
#include "sendrules.h"

#include "domain/clock.h"
#include "remote/executor.h"
#include "store/ledger.h"
#include "store/ledgerreader.h"

#include <QObject>

namespace casemate::sync {

struct DeliverySeams {
    store::Ledger &ledger;
    store::LedgerReader &history;
    domain::Clock &clock;
    std::function<domain::Capabilities()> capabilities;
    std::function<std::optional<domain::Moment>()> callsPausedUntil; // the budget has no room for a call before
};

class Delivery final : public QObject
{
    Q_OBJECT
public:
    // factsFirst: asks before it moves the decision, so that tries without a network leave no trace in the ledger.
    Delivery(domain::Decision decision, remote::Executor &executor, DeliverySeams &seams, const SendRules &rules,
             QObject *parent);

    void start(bool factsFirst);

    [[nodiscard]] const domain::Decision &decision() const { return m_decision; } // as the ledger has it
    [[nodiscard]] bool hasBegun() const { return m_begun; } // the intent is committed
    [[nodiscard]] const std::optional<domain::Error> &error() const { return m_error; } // after ended(): why it came to nothing
    [[nodiscard]] const std::optional<QByteArray> &incidentBytes() const { return m_incidentBytes; }

Q_SIGNALS:
    void moved(); // the ledger has changed
    void ended();

private:
    bool move(const store::Step &step);
    void readFacts();
    void judge(const domain::Result<QList<domain::Fact>> &facts);
    void putOff(const domain::Error &error, std::optional<domain::Moment> until);
    void settle(const Preflight &preflight);
    void begin();
    void carryOut();
    void record(const remote::Outcome &outcome);
    void end(std::optional<domain::Error> error = {});
    [[nodiscard]] domain::Result<QList<domain::Decision>> ownDecisions() const;

    domain::Decision m_decision;
    remote::Executor &m_executor;
    DeliverySeams &m_seams;
    SendRules m_rules;
    QList<domain::Fact> m_facts; // just read
    std::chrono::milliseconds m_factsAt {0}; // monotonic
    domain::AttemptId m_attempt;
    bool m_begun = false;
    std::chrono::seconds m_recordAgain {1};
    std::optional<domain::Error> m_error;
    std::optional<QByteArray> m_incidentBytes;
};

} // namespace casemate::sync
