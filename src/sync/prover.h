// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks whether what was sent has happened, again and again with growing pauses, until it is proved or a person is needed.
// The pauses are kept in memory only: a day of looking would otherwise fill the audit with nothing. Engine thread.

#include "sendrules.h"

#include "domain/clock.h"
#include "remote/executor.h"
#include "store/ledger.h"

#include <QHash>
#include <QObject>

namespace casemate::sync {

class Prover final : public QObject
{
    Q_OBJECT
public:
    Prover(store::Ledger &ledger, domain::Clock &clock, const SendRules &rules, QObject *parent);

    // Called with a decision that is proved, before the ledger calls it verified, with the reason and detail that it will
    // have then; an error puts that off.
    using BeforeVerified = std::function<domain::Result<domain::Done>(const domain::Decision &)>;
    void setBeforeVerified(BeforeVerified call) { m_beforeVerified = std::move(call); }

    void prove(const domain::Decision &decision, remote::Executor &executor);
    void lookNow(); // session or credential are back
    void noteReached(); // somebody got an answer: what the network or the session kept from looking is looked at now

    [[nodiscard]] bool isBusyWith(const domain::DecisionId &id) const { return m_busy.contains(id); }
    [[nodiscard]] bool hasRoom() const { return m_busy.size() < m_rules.parallelProofs; }
    // When it wants to look again; nothing: at once.
    [[nodiscard]] std::optional<domain::Moment> nextLook(const domain::DecisionId &id) const;

Q_SIGNALS:
    void moved(); // the ledger has changed
    void ended(); // a look; there is room again
    void proved(const domain::Decision &decision, const std::optional<QByteArray> &incidentBytes);
    void troubled(const domain::Error &error); // the ledger could not be read or written

private:
    struct Look {
        domain::Moment next;
        std::chrono::seconds pause {0};
        bool hasFailed = false; // no network, no session
    };

    void weigh(const domain::DecisionId &id, const domain::Result<remote::Proof> &answer);
    [[nodiscard]] bool settle(const domain::Decision &decision, const Verdict &verdict, const remote::Proof &proof);
    [[nodiscard]] domain::Result<domain::Decision> follow(const domain::Decision &decision, const Verdict &verdict);
    void lookLater(const domain::Decision &decision, bool hasFailed);

    store::Ledger &m_ledger;
    domain::Clock &m_clock;
    SendRules m_rules;
    BeforeVerified m_beforeVerified;
    QSet<domain::DecisionId> m_busy;
    QHash<domain::DecisionId, Look> m_looks;
};

} // namespace casemate::sync
