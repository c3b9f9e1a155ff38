// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What waits for a person, read from the stored bytes by the rules of domain/, with our own first sight and the latest
// locations put in. In the thread of its connection.

#include "locationtable.h"
#include "statement.h"

#include "domain/decoder.h"
#include "domain/pendingaction.h"

namespace store {

class Waiting
{
public:
    explicit Waiting(Connection &connection);

    // Of all incidents that are not archived; soonest expiry first.
    [[nodiscard]] QList<domain::PendingAction> all(const QString &tenantId, const domain::Decoder &decoder);
    // Of these alerts.
    [[nodiscard]] QList<domain::PendingAction> of(const QString &tenantId, const QList<domain::Alert> &alerts);
    [[nodiscard]] QList<domain::AlertId> alerts();
    [[nodiscard]] QList<domain::Fact> latestLocations(const QList<domain::MailTarget> &targets);

private:
    // Incidents that share a waiting entity belong together: one action may stand for several of them.
    [[nodiscard]] QList<QList<domain::IncidentId>> groups();
    void addFirstSeen(domain::PendingAction &action);
    void addLocation(domain::PendingAction &action);

    Statement m_pending;
    Statement m_bytes;
    Statement m_looseBytes;
    Statement m_firstSeen;
    Statement m_alerts;
    LocationTable m_locations;
};

} // namespace store
