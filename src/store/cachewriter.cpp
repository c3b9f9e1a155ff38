// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cachewriter.h"

#include "cachetables.h"
#include "salvage.h"
#include "transaction.h"
#include "writeaccess.h"

using namespace Qt::StringLiterals;
using domain::Changes;
using domain::Done;
using domain::ErrorKind;
using domain::IncidentId;
using domain::Result;

namespace store {

using Access = WriteAccess<CacheTables>;

struct CacheWriter::Private {
    std::unique_ptr<Access> access;
    Opening opening;

    // One transaction around change(tables) -> T.
    template <class Change>
    auto write(const QString &tried, Change change) -> Result<decltype(change(std::declval<CacheTables &>()))>
    {
        const Result<CacheTables *> tables = access->ready();
        if (!tables)
            return tables.error();
        Transaction transaction(access->connection(), tried);
        auto result = change(**tables);
        return transaction.commit(std::move(result));
    }
};

namespace {

Result<Done> carryOver(Access &access, const Salvaged &salvaged)
{
    const Result<CacheTables *> ready = access.ready();
    if (!ready)
        return ready.error();
    CacheTables &tables = **ready;
    Transaction transaction(access.connection(), u"carry over from the damaged cache"_s);
    const Batch batch {.incidents = salvaged.incidents, .alerts = salvaged.alerts};
    const Applied applied = tables.apply(batch);
    for (const IncidentId &incident : applied.changes.arrived) {
        const bool archived = tables.incidents.archive(incident);
        Q_UNUSED(archived) // it has just come in
    }
    for (auto each = salvaged.firstSeen.begin(); each != salvaged.firstSeen.end(); ++each)
        tables.alerts.evidence().rememberFirstSeen(each.key(), each.value());
    return transaction.commit();
}

} // namespace

CacheWriter::CacheWriter(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

CacheWriter::~CacheWriter() = default;

Result<std::unique_ptr<CacheWriter>> CacheWriter::open(const QString &tenantFolder, const domain::Decoder &decoder,
                                                       const Storage &storage)
{
    const Description description = Description::cache();
    auto d = std::make_unique<Private>();
    Result<std::unique_ptr<Access>> access = Access::open(description, tenantFolder, storage);
    if (access) {
        d->access = std::move(*access);
        d->opening.created = d->access->wasCreated();
        d->opening.checked = d->access->wasChecked();
        return std::unique_ptr<CacheWriter>(new CacheWriter(std::move(d)));
    }
    if (access.error().kind != ErrorKind::StorageCorrupt)
        return access.error();
    const Result<QString> aside = putAside(description, tenantFolder);
    if (!aside)
        return aside.error();
    access = Access::open(description, tenantFolder, storage);
    if (!access)
        return access.error();
    d->access = std::move(*access);
    d->opening.checked = true;
    d->opening.putAside = *aside;
    const Salvaged salvaged = salvage(*aside, decoder, storage);
    const Result<Done> carried = carryOver(*d->access, salvaged);
    if (!carried)
        return carried.error();
    d->opening.salvaged = salvaged.incidents.size();
    return std::unique_ptr<CacheWriter>(new CacheWriter(std::move(d)));
}

CacheWriter::Opening CacheWriter::opening() const
{
    return d->opening;
}

Result<FeedState> CacheWriter::feedState(Feed feed)
{
    return d->write(u"read where the feed stands"_s, [&](CacheTables &tables) { return tables.feeds.state(feed); });
}

Result<Done> CacheWriter::planWindows(Feed feed, const QList<domain::TimeWindow> &open)
{
    return d->write(u"plan what to pull"_s, [&](CacheTables &tables) {
        tables.feeds.plan(feed, open);
        return Done {};
    });
}

Result<Applied> CacheWriter::apply(const Batch &batch)
{
    return d->write(u"store what was received"_s, [&](CacheTables &tables) { return tables.apply(batch); });
}

Result<Changes> CacheWriter::applyFacts(const QList<domain::Fact> &latestLocations)
{
    return d->write(u"store the latest locations"_s, [&](CacheTables &tables) {
        Changes changes;
        for (const domain::Fact &fact : latestLocations) {
            if (tables.locations.write(fact))
                changes.incidents.unite(tables.locations.incidentsOf(fact));
        }
        return changes;
    });
}

Result<Changes> CacheWriter::markArchived(const QList<IncidentId> &incidents)
{
    return d->write(u"mark incidents as archived"_s, [&](CacheTables &tables) {
        Changes changes;
        for (const IncidentId &incident : incidents) {
            if (tables.incidents.archive(incident))
                changes.incidents.insert(incident);
        }
        return changes;
    });
}

Result<std::optional<PendingRound>> CacheWriter::pendingRound()
{
    return d->write(u"read when pending alerts were read"_s,
                    [](CacheTables &tables) { return tables.feeds.pendingRound(); });
}

Result<Done> CacheWriter::notePendingRound(const PendingRound &round)
{
    return d->write(u"note that pending alerts were read"_s, [&](CacheTables &tables) {
        tables.feeds.notePendingRound(round);
        return Done {};
    });
}

Result<Done> CacheWriter::clearForFullPull()
{
    return d->write(u"begin a full pull"_s, [](CacheTables &tables) {
        tables.feeds.clear();
        return Done {};
    });
}

} // namespace store
