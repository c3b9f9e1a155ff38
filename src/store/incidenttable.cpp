// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidenttable.h"

#include "connection.h"
#include "jsonlist.h"
#include "packing.h"

#include <sqlite3.h>

using domain::Incident;
using domain::Received;

namespace store {

IncidentTable::IncidentTable(Connection &connection)
    : m_find(connection, "SELECT row, updated, archived FROM incident WHERE id = ?1")
    , m_insert(connection,
               "INSERT INTO incident (id, created, updated, name, status, severity, classification, determination, "
               "assigned_to, custom_tags, system_tags, priority, redirect_to) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
    , m_update(connection,
               "UPDATE incident SET created = ?2, updated = ?3, name = ?4, status = ?5, severity = ?6, "
               "classification = ?7, determination = ?8, assigned_to = ?9, custom_tags = ?10, system_tags = ?11, "
               "priority = ?12, redirect_to = ?13, archived = 0 WHERE row = ?1")
    , m_bytes(connection, "SELECT packed FROM incident_bytes WHERE row = ?1")
    , m_writeBytes(connection, "INSERT OR REPLACE INTO incident_bytes (row, packed) VALUES (?1, ?2)")
    , m_summarise(connection,
                  "UPDATE incident SET alerts = ?2, open_alerts = ?3, pending = ?4, pending_since = ?5, sources = ?6 "
                  "WHERE id = ?1 AND (alerts, open_alerts, pending, sources) IS NOT (?2, ?3, ?4, ?6) "
                  "OR id = ?1 AND pending_since IS NOT ?5")
    , m_archive(connection, "UPDATE incident SET archived = 1 WHERE id = ?1 AND archived = 0")
    , m_connection(connection)
{
}

Written IncidentTable::write(const Received<Incident> &received)
{
    if (!m_find.with(received.value.id).next()) {
        insert(received);
        return Written::New;
    }
    const qint64 row = m_find.integer(0);
    const domain::Moment stored = m_find.moment(1);
    const bool archived = m_find.integer(2) != 0;
    if (received.value.updated < stored)
        return Written::Unchanged;
    if (received.value.updated == stored && !archived && isUnchanged(row, received.bytes))
        return Written::Unchanged;
    update(row, received);
    return Written::Changed;
}

void IncidentTable::insert(const Received<Incident> &received)
{
    const Incident &value = received.value;
    m_insert
        .with(value.id, value.created, value.updated, value.displayName.raw(), value.status.wire, value.severity.wire,
              value.classification.wire, value.determination.wire, value.assignedTo.raw(), jsonList(value.customTags),
              jsonList(value.systemTags), value.priorityScore, value.redirectTo)
        .run();
    m_writeBytes.with(qint64 {sqlite3_last_insert_rowid(m_connection.handle())}, packed(received.bytes)).run();
}

void IncidentTable::update(qint64 row, const Received<Incident> &received)
{
    const Incident &value = received.value;
    m_update
        .with(row, value.created, value.updated, value.displayName.raw(), value.status.wire, value.severity.wire,
              value.classification.wire, value.determination.wire, value.assignedTo.raw(), jsonList(value.customTags),
              jsonList(value.systemTags), value.priorityScore, value.redirectTo)
        .run();
    m_writeBytes.with(row, packed(received.bytes)).run();
}

bool IncidentTable::isUnchanged(qint64 row, const QByteArray &bytes)
{
    return m_bytes.with(row).next() && unpacked(m_bytes.bytesView(0)) == bytes;
}

void IncidentTable::summarise(const domain::IncidentId &id, const Summary &summary)
{
    m_summarise
        .with(id, summary.alerts, summary.openAlerts, summary.pending, summary.pendingSince, jsonList(summary.sources))
        .run();
}

bool IncidentTable::archive(const domain::IncidentId &id)
{
    m_archive.with(id).run();
    return !m_connection.failure() && sqlite3_changes64(m_connection.handle()) > 0;
}

} // namespace store
