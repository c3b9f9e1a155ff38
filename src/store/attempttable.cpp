// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempttable.h"

using domain::AttemptId;
using domain::Moment;

namespace store {

AttemptTable::AttemptTable(Connection &connection)
    : m_insert(connection,
               "INSERT INTO attempt (id, decision, number, digest, started, deadline) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    , m_finish(connection,
               "UPDATE attempt SET finished = ?2, outcome = ?3, http_status = ?4, request_id = ?5 WHERE id = ?1")
    , m_abandon(connection,
                "UPDATE attempt SET finished = ?2, outcome = ?3 WHERE decision = ?1 AND finished IS NULL")
    , m_find(connection,
             "SELECT a.id, d.id, a.finished IS NOT NULL FROM attempt AS a JOIN decision AS d ON d.row = a.decision "
             "WHERE a.id = ?1")
    , m_any(connection, "SELECT 1 FROM attempt WHERE decision = ?1")
{
}

void AttemptTable::insert(const Attempt &attempt, qint64 decision, int number, Moment started)
{
    m_insert.with(attempt.id, decision, number, attempt.requestDigest, started, attempt.deadline).run();
}

void AttemptTable::finish(const AttemptId &id, Moment finished, domain::DecisionState outcome, int httpStatus,
                          const QString &requestId)
{
    m_finish.with(id, finished, domain::decisionStateWord(outcome), httpStatus, requestId).run();
}

void AttemptTable::abandon(qint64 decision, Moment finished)
{
    m_abandon.with(decision, finished, domain::decisionStateWord(domain::DecisionState::Unknown)).run();
}

std::optional<StoredAttempt> AttemptTable::find(const AttemptId &id)
{
    if (!m_find.with(id).next())
        return {};
    return StoredAttempt {{m_find.text(0)}, {m_find.text(1)}, m_find.integer(2) != 0};
}

bool AttemptTable::any(qint64 decision)
{
    return m_any.with(decision).next();
}

} // namespace store
