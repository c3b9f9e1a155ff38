// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Table `incident` with `incident_bytes`: one row an incident, written as received, and what is computed from its alerts.
// Ingest thread.

#include "statement.h"

#include "domain/decoder.h"

namespace store {

enum class Written { New, Changed, Unchanged };

struct Summary { // of an incident's alerts
    qint64 alerts = 0;
    qint64 openAlerts = 0;
    qint64 pending = 0; // entities
    std::optional<domain::Moment> pendingSince;
    QStringList sources; // wire words, distinct, sorted

    friend bool operator==(const Summary &, const Summary &) = default;
};

class IncidentTable
{
public:
    explicit IncidentTable(Connection &connection);

    [[nodiscard]] Written write(const domain::Received<domain::Incident> &received);
    void summarise(const domain::IncidentId &id, const Summary &summary); // writes only what differs
    [[nodiscard]] bool archive(const domain::IncidentId &id); // false: unknown, or archived before

private:
    void insert(const domain::Received<domain::Incident> &received);
    void update(qint64 row, const domain::Received<domain::Incident> &received);
    [[nodiscard]] bool isUnchanged(qint64 row, const QByteArray &bytes);

    Statement m_find;
    Statement m_insert;
    Statement m_update;
    Statement m_bytes;
    Statement m_writeBytes;
    Statement m_summarise;
    Statement m_archive;
    Connection &m_connection;
};

} // namespace store
