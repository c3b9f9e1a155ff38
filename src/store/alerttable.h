// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Table `alert` with `alert_bytes`: one row an alert, whether its incident is here or not. Ingest thread.

#include "evidencetable.h"
#include "incidenttable.h"

namespace store {

class AlertTable
{
public:
    explicit AlertTable(Connection &connection);

    // Adds the incidents whose summary this changes, the one that the alert has left included.
    [[nodiscard]] Written write(const domain::Received<domain::Alert> &received, domain::Moment seen,
                                QSet<domain::IncidentId> &touched);
    [[nodiscard]] Summary summary(const domain::IncidentId &incident);
    [[nodiscard]] EvidenceTable &evidence() { return m_evidence; }

private:
    void insert(const domain::Alert &alert, qint64 pending);
    void update(qint64 row, const domain::Alert &alert, qint64 pending);
    [[nodiscard]] bool isUnchanged(qint64 row, const QByteArray &bytes);

    EvidenceTable m_evidence;
    Statement m_find;
    Statement m_insert;
    Statement m_update;
    Statement m_bytes;
    Statement m_writeBytes;
    Statement m_alertsOf;
    Statement m_pendingOf;
    Connection &m_connection;
};

} // namespace store
