// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one writer of cache.db: what the server said, with exact bytes, and how far the feeds have been read. Each call is
// one transaction: all of it or nothing. Lives in the ingest thread; one per tenant (the owner lock is the caller's).

#include "feeds.h"
#include "storage.h"

#include "domain/decision.h"
#include "domain/result.h"

#include <memory>

namespace store {

class CacheWriter
{
public:
    // What open() came upon.
    struct Opening {
        bool created = false; // there was no cache
        bool checked = false; // the last writer had not closed it: quick_check was run
        QString putAside; // the corrupt file's new name; empty when nothing was wrong
        qint64 salvaged = 0; // archived incidents carried over from it
    };

    // Creates, migrates, checks and, when corrupt, rebuilds. Error: SchemaNewer, StorageUnreadable, StorageFull,
    // StorageFailed, Busy. The decoder is used to salvage and must outlive the writer.
    [[nodiscard]] static domain::Result<std::unique_ptr<CacheWriter>>
    open(const QString &tenantFolder, const domain::Decoder &decoder, const Storage &storage = {});
    ~CacheWriter();
    Q_DISABLE_COPY_MOVE(CacheWriter)

    [[nodiscard]] Opening opening() const;

    [[nodiscard]] domain::Result<FeedState> feedState(Feed feed);
    // Replaces the open windows of the feed.
    [[nodiscard]] domain::Result<domain::Done> planWindows(Feed feed, const QList<domain::TimeWindow> &open);
    // By id and stamp: an older stamp never overwrites a newer one; the same stamp with the same bytes is unchanged, with
    // other bytes it is written, because evidence moves without the stamp. An incident that comes is no longer archived.
    [[nodiscard]] domain::Result<Applied> apply(const Batch &batch);
    // Facts named latestLocation/<network message id>/<recipient>; an older source time never overwrites a newer one.
    [[nodiscard]] domain::Result<domain::Changes> applyFacts(const QList<domain::Fact> &latestLocations);
    [[nodiscard]] domain::Result<domain::Changes> markArchived(const QList<domain::IncidentId> &incidents);
    [[nodiscard]] domain::Result<std::optional<PendingRound>> pendingRound();
    [[nodiscard]] domain::Result<domain::Done> notePendingRound(const PendingRound &round);
    // Forgets watermarks and windows of both feeds, keeps the rows.
    [[nodiscard]] domain::Result<domain::Done> clearForFullPull();

private:
    struct Private;
    explicit CacheWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace store
