// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cachereader.h"

#include "feedtable.h"
#include "packing.h"
#include "queuerows.h"
#include "readaccess.h"
#include "statement.h"
#include "waiting.h"

#include "domain/filetenant.h"

using namespace Qt::StringLiterals;
using domain::Alert;
using domain::AlertId;
using domain::ErrorKind;
using domain::Fact;
using domain::Incident;
using domain::IncidentId;
using domain::PendingAction;
using domain::QueueRow;
using domain::Result;

namespace store {

namespace {

struct Tables {
    explicit Tables(Connection &database)
        : connection(database)
        , rows(database)
        , waiting(database)
        , feeds(database)
        , incident(database,
                   "SELECT i.archived, b.packed FROM incident AS i JOIN incident_bytes AS b ON b.row = i.row "
                   "WHERE i.id = ?1")
        , alerts(database,
                 "SELECT a.id, b.packed FROM alert AS a JOIN alert_bytes AS b ON b.row = a.row WHERE a.incident = ?1 "
                 "ORDER BY a.created DESC, a.id")
    {
    }

    Connection &connection;
    QueueRows rows;
    Waiting waiting;
    FeedTable feeds;
    Statement incident;
    Statement alerts;
};

domain::Error damaged(const QString &tried, const QString &id)
{
    return makeError(ErrorKind::StorageCorrupt, tried, u"packing"_s, id);
}

} // namespace

struct CacheReader::Private {
    const domain::Decoder &decoder;
    ReadAccess<Tables> access;

    // For questions that can find nothing: Result within the snapshot's own.
    template <class T, class Question>
    Result<T> readOrFail(const QString &tried, Question question)
    {
        Result<Result<T>> answer = access.read(tried, question);
        if (!answer)
            return answer.error();
        return std::move(*answer);
    }
    Result<IncidentDetail> detail(Tables &tables, const IncidentId &id, const QString &tried);
};

CacheReader::CacheReader(const QString &tenantFolder, const domain::Decoder &decoder, const Storage &storage,
                         const std::atomic<bool> *cancelled)
    : d(new Private {decoder, ReadAccess<Tables>(Description::cache(), tenantFolder, storage, cancelled)})
{
}

CacheReader::~CacheReader() = default;

Result<QList<QueueRow>> CacheReader::queue()
{
    return d->access.read(u"read the queue"_s, [](Tables &tables) { return tables.rows.all(); });
}

Result<QList<QueueRow>> CacheReader::rows(const QSet<IncidentId> &ids)
{
    return d->access.read(u"read the queue"_s, [&](Tables &tables) {
        QList<QueueRow> rows;
        for (const IncidentId &id : ids) {
            if (std::optional<QueueRow> row = tables.rows.find(id))
                rows.append(std::move(*row));
        }
        return rows;
    });
}

Result<IncidentDetail> CacheReader::Private::detail(Tables &tables, const IncidentId &id, const QString &tried)
{
    if (!tables.incident.with(id).next())
        return makeError(ErrorKind::NotFound, tried, u"noIncident"_s, id.text);
    IncidentDetail detail;
    detail.archived = tables.incident.integer(0) != 0;
    const std::optional<QByteArray> bytes = unpacked(tables.incident.bytesView(1));
    if (!bytes)
        return damaged(tried, id.text);
    Result<Incident> incident = decoder.incident(*bytes);
    if (!incident)
        return incident.error();
    detail.incident = std::move(*incident);
    for (tables.alerts.with(id); tables.alerts.next();) {
        Result<Alert> alert = decoder.alert(unpacked(tables.alerts.bytesView(1)).value_or(QByteArray()));
        if (alert)
            detail.alerts.append(std::move(*alert));
        else
            detail.unreadable.append(tables.alerts.text(0));
    }
    if (!detail.archived)
        detail.pending = tables.waiting.of(tenantOf(access.folder()), detail.alerts);
    return detail;
}

Result<IncidentDetail> CacheReader::incident(const IncidentId &id)
{
    const QString tried = u"read incident "_s + id.text;
    return d->readOrFail<IncidentDetail>(tried, [&](Tables &tables) { return d->detail(tables, id, tried); });
}

Result<ReceivedBytes> CacheReader::receivedBytes(const IncidentId &id)
{
    const QString tried = u"read incident "_s + id.text;
    return d->readOrFail<ReceivedBytes>(tried, [&](Tables &tables) -> Result<ReceivedBytes> {
        if (!tables.incident.with(id).next())
            return makeError(ErrorKind::NotFound, tried, u"noIncident"_s, id.text);
        ReceivedBytes items;
        std::optional<QByteArray> bytes = unpacked(tables.incident.bytesView(1));
        if (!bytes)
            return damaged(tried, id.text);
        if (!domain::isStandIn(*bytes))
            items.incident = std::move(*bytes);
        for (tables.alerts.with(id); tables.alerts.next();) {
            bytes = unpacked(tables.alerts.bytesView(1));
            if (!bytes)
                return damaged(tried, tables.alerts.text(0));
            items.alerts.append(std::move(*bytes));
        }
        return items;
    });
}

Result<QList<PendingAction>> CacheReader::pendingActions()
{
    const QString tenant = tenantOf(d->access.folder());
    return d->access.read(u"read what waits for a person"_s,
                          [&](Tables &tables) { return tables.waiting.all(tenant, d->decoder); });
}

Result<QList<AlertId>> CacheReader::alertsWithPendingEvidence()
{
    return d->access.read(u"read what waits for a person"_s, [](Tables &tables) { return tables.waiting.alerts(); });
}

Result<QList<Fact>> CacheReader::latestLocations(const QList<domain::MailTarget> &targets)
{
    return d->access.read(u"read the latest locations"_s,
                          [&](Tables &tables) { return tables.waiting.latestLocations(targets); });
}

Result<FeedState> CacheReader::feedState(Feed feed)
{
    return d->access.read(u"read where the feed stands"_s, [&](Tables &tables) { return tables.feeds.state(feed); });
}

Result<CacheCounts> CacheReader::counts()
{
    return d->access.read(u"count what is stored"_s, [](Tables &tables) {
        Connection &cache = tables.connection;
        CacheCounts counts;
        counts.incidents = cache.integer("SELECT count(*) FROM incident");
        counts.archived = cache.integer("SELECT count(*) FROM incident WHERE archived = 1");
        counts.alerts = cache.integer("SELECT count(*) FROM alert");
        counts.unjoinedAlerts = cache.integer(
            "SELECT count(*) FROM alert AS a WHERE NOT EXISTS (SELECT 1 FROM incident AS i WHERE i.id = a.incident)");
        counts.pending = cache.integer(
            "SELECT count(DISTINCT e.entity) FROM evidence_item AS e JOIN alert AS a ON a.row = e.alert "
            "LEFT JOIN incident AS i ON i.id = a.incident "
            "WHERE e.pending_since IS NOT NULL AND coalesce(i.archived, 0) = 0");
        counts.poison = cache.integer("SELECT count(*) FROM poison");
        return counts;
    });
}

} // namespace store
