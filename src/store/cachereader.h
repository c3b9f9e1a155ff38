// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads cache.db; never writes it. Opens the file at its first question, also while another process owns the tenant, and
// again when the file has been replaced. Each answer is one snapshot. Lives in the thread that asks it; not shared.
// Error: NotFound (no cache yet), Cancelled (interrupted), StorageCorrupt, StorageUnreadable, SchemaNewer (a newer
// Casemate wrote it in a way that we cannot read).

#include "feeds.h"
#include "storage.h"

#include "domain/decision.h"
#include "domain/pendingaction.h"
#include "domain/queuerow.h"
#include "domain/result.h"

#include <QSet>

#include <atomic>
#include <memory>

namespace store {

struct IncidentDetail {
    domain::Incident incident;
    QList<domain::Alert> alerts; // newest first
    QList<domain::PendingAction> pending; // of these alerts
    bool archived = false;
    QStringList unreadable; // ids of alerts whose stored bytes no longer decode

    friend bool operator==(const IncidentDetail &, const IncidentDetail &) = default;
};

struct CacheCounts {
    qint64 incidents = 0;
    qint64 archived = 0; // of them
    qint64 alerts = 0;
    qint64 unjoinedAlerts = 0; // their incident is not here (yet)
    qint64 pending = 0; // entities that wait for a person
    qint64 poison = 0; // items that could not be read

    friend bool operator==(const CacheCounts &, const CacheCounts &) = default;
};

// Exactly as they came.
struct ReceivedBytes {
    QByteArray incident; // empty: a stand-in, see domain/filetenant.h
    QList<QByteArray> alerts; // newest first

    friend bool operator==(const ReceivedBytes &, const ReceivedBytes &) = default;
};

class CacheReader
{
public:
    // `cancelled`, when given, is looked at while a statement runs; true ends it with Cancelled.
    CacheReader(const QString &tenantFolder, const domain::Decoder &decoder, const Storage &storage = {},
                const std::atomic<bool> *cancelled = nullptr);
    ~CacheReader();
    Q_DISABLE_COPY_MOVE(CacheReader)

    [[nodiscard]] domain::Result<QList<domain::QueueRow>> queue(); // all, in no promised order
    [[nodiscard]] domain::Result<QList<domain::QueueRow>> rows(const QSet<domain::IncidentId> &ids); // those that exist
    [[nodiscard]] domain::Result<IncidentDetail> incident(const domain::IncidentId &id); // NotFound
    [[nodiscard]] domain::Result<ReceivedBytes> receivedBytes(const domain::IncidentId &id);
    [[nodiscard]] domain::Result<QList<domain::PendingAction>> pendingActions(); // soonest expiry first
    [[nodiscard]] domain::Result<QList<domain::AlertId>> alertsWithPendingEvidence();
    [[nodiscard]] domain::Result<QList<domain::Fact>> latestLocations(const QList<domain::MailTarget> &targets); // known ones
    [[nodiscard]] domain::Result<FeedState> feedState(Feed feed);
    [[nodiscard]] domain::Result<CacheCounts> counts();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace store
