// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables `decision`, `decision_target` and `decision_fact`: what was decided and where it stands. Personal parts go
// through PersonalTable. In the thread of its connection.

#include "personaltable.h"

#include "domain/decision.h"

namespace store {

struct StoredDecision {
    qint64 row = 0;
    domain::Decision value;
    QString detailField; // of `personal`, where value.stateDetail lies
    int factsRevision = 1;
};

class DecisionTable
{
public:
    DecisionTable(Connection &connection, PersonalTable &personal);

    // Answers the row; adds the commitments to its personal fields.
    [[nodiscard]] qint64 insert(const domain::Decision &decision, QJsonObject &commitments);
    // Writes where it stands: state, reason, attempts, handle, next step, facts revision.
    void write(const StoredDecision &decision);
    // A new revision of the facts; takes effect by write().
    void freeze(StoredDecision &decision, const QList<domain::Fact> &facts, QJsonObject &commitments);
    void setApplied(qint64 row, bool applied);

    [[nodiscard]] std::optional<StoredDecision> find(const domain::DecisionId &id);
    [[nodiscard]] bool hasOpenAnswer(const domain::PendingActionId &action); // an approval or a rejection
    // Carried out and proved, or answered in the same way and proved: whoever rejected may still approve.
    [[nodiscard]] bool hasProvedAnswer(const domain::PendingActionId &action, domain::DecisionKind next);
    [[nodiscard]] QList<domain::Decision> open();
    [[nodiscard]] QList<domain::Decision> unapplied();
    [[nodiscard]] QList<domain::Decision> ofIncident(const domain::IncidentId &incident); // newest first

private:
    [[nodiscard]] std::optional<StoredDecision> load(qint64 row);
    [[nodiscard]] QList<domain::Decision> loadAll(Statement &rows);
    void insertFacts(qint64 row, int revision, const QList<domain::Fact> &facts, QJsonObject &commitments);

    Connection &m_connection;
    PersonalTable &m_personal;
    Statement m_insert;
    Statement m_insertTarget;
    Statement m_insertFact;
    Statement m_write;
    Statement m_applied;
    Statement m_load;
    Statement m_targets;
    Statement m_facts;
    Statement m_byId;
    Statement m_openAnswer;
    Statement m_provedAnswer;
    Statement m_open;
    Statement m_unapplied;
    Statement m_ofIncident;
};

} // namespace store
