// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerttable.h"

#include "connection.h"
#include "packing.h"

#include <sqlite3.h>

#include <algorithm>

using domain::Alert;
using domain::IncidentId;
using domain::Moment;
using domain::Received;

namespace store {

AlertTable::AlertTable(Connection &connection)
    : m_evidence(connection)
    , m_find(connection, "SELECT row, updated, incident, pending FROM alert WHERE id = ?1")
    , m_insert(connection,
               "INSERT INTO alert (id, incident, created, updated, title, category, status, severity, classification, "
               "determination, service_source, detection_source, investigation, assigned_to, open, pending) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)")
    , m_update(connection,
               "UPDATE alert SET incident = ?2, created = ?3, updated = ?4, title = ?5, category = ?6, status = ?7, "
               "severity = ?8, classification = ?9, determination = ?10, service_source = ?11, detection_source = ?12, "
               "investigation = ?13, assigned_to = ?14, open = ?15, pending = ?16 WHERE row = ?1")
    , m_bytes(connection, "SELECT packed FROM alert_bytes WHERE row = ?1")
    , m_writeBytes(connection, "INSERT OR REPLACE INTO alert_bytes (row, packed) VALUES (?1, ?2)")
    , m_alertsOf(connection, "SELECT open, pending, service_source FROM alert WHERE incident = ?1")
    , m_pendingOf(connection,
                  "SELECT count(DISTINCT e.entity), min(min(e.pending_since, coalesce(p.first_seen, e.pending_since))) "
                  "FROM alert AS a JOIN evidence_item AS e ON e.alert = a.row "
                  "LEFT JOIN pending_entity AS p ON p.entity = e.entity "
                  "WHERE a.incident = ?1 AND a.pending > 0 AND e.pending_since IS NOT NULL")
    , m_connection(connection)
{
}

Written AlertTable::write(const Received<Alert> &received, Moment seen, QSet<IncidentId> &touched)
{
    const Alert &alert = received.value;
    const qint64 pending = std::count_if(alert.evidence.begin(), alert.evidence.end(), EvidenceTable::isPending);
    Written written = Written::New;
    bool hadPending = false;
    qint64 row = 0;
    if (m_find.with(alert.id).next()) {
        written = Written::Changed;
        row = m_find.integer(0);
        const Moment stored = m_find.moment(1);
        const IncidentId before {m_find.text(2)};
        hadPending = m_find.integer(3) > 0;
        if (alert.updated < stored || (alert.updated == stored && isUnchanged(row, received.bytes)))
            return Written::Unchanged;
        touched.insert(before);
        update(row, alert, pending);
    } else {
        insert(alert, pending);
        row = sqlite3_last_insert_rowid(m_connection.handle());
    }
    touched.insert(alert.incident);
    m_writeBytes.with(row, packed(received.bytes)).run();
    touched.unite(m_evidence.replace(row, hadPending, alert, seen));
    touched.remove(IncidentId {});
    return written;
}

void AlertTable::insert(const Alert &alert, qint64 pending)
{
    const bool open = alert.status.value != domain::AlertStatus::Resolved;
    m_insert
        .with(alert.id, alert.incident, alert.created, alert.updated, alert.title.raw(), alert.category.raw(),
              alert.status.wire, alert.severity.wire, alert.classification.wire, alert.determination.wire,
              alert.serviceSource.wire, alert.detectionSource, alert.investigation.wire, alert.assignedTo.raw(), open,
              pending)
        .run();
}

void AlertTable::update(qint64 row, const Alert &alert, qint64 pending)
{
    const bool open = alert.status.value != domain::AlertStatus::Resolved;
    m_update
        .with(row, alert.incident, alert.created, alert.updated, alert.title.raw(), alert.category.raw(),
              alert.status.wire, alert.severity.wire, alert.classification.wire, alert.determination.wire,
              alert.serviceSource.wire, alert.detectionSource, alert.investigation.wire, alert.assignedTo.raw(), open,
              pending)
        .run();
}

bool AlertTable::isUnchanged(qint64 row, const QByteArray &bytes)
{
    return m_bytes.with(row).next() && unpacked(m_bytes.bytesView(0)) == bytes;
}

Summary AlertTable::summary(const IncidentId &incident)
{
    Summary summary;
    bool pending = false;
    for (m_alertsOf.with(incident); m_alertsOf.next();) {
        ++summary.alerts;
        summary.openAlerts += m_alertsOf.integer(0);
        pending = pending || m_alertsOf.integer(1) > 0;
        const QString source = m_alertsOf.text(2);
        if (!source.isEmpty() && !summary.sources.contains(source))
            summary.sources.append(source);
    }
    summary.sources.sort();
    if (pending && m_pendingOf.with(incident).next()) {
        summary.pending = m_pendingOf.integer(0);
        summary.pendingSince = m_pendingOf.optionalMoment(1);
    }
    return summary;
}

} // namespace store
