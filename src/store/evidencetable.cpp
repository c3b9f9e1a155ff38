// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencetable.h"

#include "connection.h"

#include <sqlite3.h>

using domain::Alert;
using domain::EntityKey;
using domain::Evidence;
using domain::IncidentId;
using domain::Moment;

namespace store {

namespace {

std::optional<QString> filled(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

EvidenceTable::EvidenceTable(Connection &connection)
    : m_pendingOf(connection, "SELECT entity FROM evidence_item WHERE alert = ?1 AND pending_since IS NOT NULL")
    , m_delete(connection, "DELETE FROM evidence_item WHERE alert = ?1")
    , m_insert(connection,
               "INSERT INTO evidence_item (alert, position, type, entity, verdict, remediation, label, message, "
               "recipient, created, pending_since) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
    , m_sight(connection,
              "INSERT INTO pending_entity (entity, first_seen) VALUES (?1, ?2) ON CONFLICT (entity) DO UPDATE "
              "SET first_seen = excluded.first_seen, gone = NULL "
              "WHERE gone IS NOT NULL OR excluded.first_seen < first_seen")
    , m_remember(connection, "INSERT OR REPLACE INTO pending_entity (entity, first_seen) VALUES (?1, ?2)")
    , m_gone(connection,
             "UPDATE pending_entity SET gone = ?2 WHERE entity = ?1 AND gone IS NULL AND NOT EXISTS "
             "(SELECT 1 FROM evidence_item WHERE entity = ?1 AND pending_since IS NOT NULL)")
    , m_incidentsOf(connection,
                    "SELECT DISTINCT a.incident FROM evidence_item AS e JOIN alert AS a ON a.row = e.alert "
                    "WHERE e.entity = ?1 AND e.pending_since IS NOT NULL")
    , m_connection(connection)
{
}

bool EvidenceTable::isPending(const Evidence &evidence)
{
    return evidence.remediation.value == domain::RemediationStatus::PendingApproval;
}

QSet<IncidentId> EvidenceTable::replace(qint64 alertRow, bool hadPending, const Alert &alert, Moment seen)
{
    QSet<EntityKey> ended;
    if (hadPending)
        ended = pendingOf(alertRow);
    m_delete.with(alertRow).run();
    insert(alertRow, alert);
    QSet<IncidentId> moved;
    QSet<EntityKey> waiting;
    for (const Evidence &evidence : alert.evidence) {
        if (isPending(evidence))
            waiting.insert(evidence.key);
    }
    for (const EntityKey &entity : std::as_const(waiting)) {
        if (!sight(entity, seen))
            continue;
        for (m_incidentsOf.with(entity); m_incidentsOf.next();)
            moved.insert({m_incidentsOf.text(0)});
    }
    ended.subtract(waiting);
    for (const EntityKey &entity : std::as_const(ended))
        m_gone.with(entity, seen).run();
    return moved;
}

QSet<EntityKey> EvidenceTable::pendingOf(qint64 alertRow)
{
    QSet<EntityKey> entities;
    for (m_pendingOf.with(alertRow); m_pendingOf.next();)
        entities.insert({m_pendingOf.text(0)});
    return entities;
}

void EvidenceTable::insert(qint64 alertRow, const Alert &alert)
{
    qint64 position = 0;
    for (const Evidence &evidence : alert.evidence) {
        std::optional<QString> message;
        std::optional<QString> recipient;
        if (evidence.mail) {
            message = filled(evidence.mail->target.networkMessageId);
            recipient = filled(evidence.mail->target.recipient);
        }
        std::optional<Moment> pendingSince;
        if (isPending(evidence))
            pendingSince = evidence.created.value_or(alert.created);
        m_insert
            .with(alertRow, position++, evidence.type, evidence.key, evidence.verdict.wire, evidence.remediation.wire,
                  evidence.label.raw(), message, recipient, evidence.created, pendingSince)
            .run();
    }
}

bool EvidenceTable::sight(const EntityKey &entity, Moment seen)
{
    m_sight.with(entity, seen).run();
    return !m_connection.failure() && sqlite3_changes64(m_connection.handle()) > 0;
}

void EvidenceTable::rememberFirstSeen(const EntityKey &entity, Moment firstSeen)
{
    m_remember.with(entity, firstSeen).run();
}

} // namespace store
