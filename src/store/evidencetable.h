// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables `evidence_item` and `pending_entity`: what an alert carries, and since when an entity waits for a person.
// Ingest thread.

#include "statement.h"

#include "domain/alert.h"

#include <QSet>

namespace store {

class EvidenceTable
{
public:
    explicit EvidenceTable(Connection &connection);

    [[nodiscard]] static bool isPending(const domain::Evidence &evidence);

    // The alert's evidence instead of what was there. `seen`: server time at which we saw it. Answers the incidents of
    // other alerts whose pending entities are now known to wait since earlier.
    [[nodiscard]] QSet<domain::IncidentId> replace(qint64 alertRow, bool hadPending, const domain::Alert &alert,
                                                   domain::Moment seen);
    // For a cache that is rebuilt: whatever the stored evidence says.
    void rememberFirstSeen(const domain::EntityKey &entity, domain::Moment firstSeen);

private:
    [[nodiscard]] QSet<domain::EntityKey> pendingOf(qint64 alertRow);
    void insert(qint64 alertRow, const domain::Alert &alert);
    [[nodiscard]] bool sight(const domain::EntityKey &entity, domain::Moment seen); // whether first_seen moved

    Statement m_pendingOf;
    Statement m_delete;
    Statement m_insert;
    Statement m_sight;
    Statement m_remember;
    Statement m_gone;
    Statement m_incidentsOf;
    Connection &m_connection;
};

} // namespace store
