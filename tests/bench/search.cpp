// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A word typed into the filter line against SQLite: LIKE over the same four columns, and a full-text index (FTS5) of them
// that is made beforehand, which finds beginnings of words only.
#include "bench/plainsql.h"
#include "bench/reading.h"
#include "bench/subjects.h"

#include "store/datapaths.h"

using namespace Qt::StringLiterals;

namespace bench {

namespace {

QByteArray likeQuestion(const QByteArray &word)
{
    QByteArray where;
    for (const char *column : {"name", "custom_tags", "system_tags", "assigned_to", "id"})
        where += (where.isEmpty() ? "" : " OR ") + QByteArray(column) + " LIKE '%" + word + "%'";
    return "SELECT row FROM incident WHERE " + where + " ORDER BY updated DESC";
}

// An index of its own, in memory: it has nothing to read from the disk.
void makeIndex(PlainSql &index, const QString &cacheFile)
{
    index.run("ATTACH '" + cacheFile.toUtf8().replace('\'', "''") + "' AS cache");
    index.run("CREATE VIRTUAL TABLE word USING fts5 (name, custom_tags, system_tags, assigned_to, id, detail=column)");
    index.run("INSERT INTO word (rowid, name, custom_tags, system_tags, assigned_to, id) "
              "SELECT row, name, custom_tags, system_tags, assigned_to, id FROM cache.incident");
    index.run("DETACH cache");
}

QList<Comparison> measure(const World &world, int rounds, const QString &word)
{
    const QString cacheFile = store::DataPaths::cacheFile(world.folder);
    Reading reading(world);
    models::QueueModel model(reading.readers, reading.clock);
    load(model);
    const domain::Filter filter = filterFor(u'"' + word + u'"');
    const auto ours = [&] {
        model.setFilter({});
        return milliseconds([&] { model.setFilter(filter); });
    };
    PlainSql cache(cacheFile);
    PlainSql index(u":memory:"_s);
    makeIndex(index, cacheFile);
    const QByteArray like = likeQuestion(word.toUtf8());
    const QByteArray match = "SELECT rowid FROM word WHERE word MATCH '" + word.toUtf8() + "*' ORDER BY rowid DESC";
    qint64 found = 0;
    const Comparison what {.subject = u"filter by \"%1\""_s.arg(word), .unit = u"ms"_s};
    Comparison byLike = what;
    byLike.name = u"search.like.%1"_s.arg(world.incidents);
    byLike.peer = u"SQLite, LIKE over the same columns"_s;
    Comparison byMatch = what;
    byMatch.name = u"search.fts.%1"_s.arg(world.incidents);
    byMatch.peer = u"SQLite, full-text index of them"_s;
    const QList<Comparison> both = {
        compare(byLike, rounds, ours, [&] { return milliseconds([&] { found = cache.rows(like, false); }); }),
        compare(byMatch, rounds, ours, [&] { return milliseconds([&] { (void)index.rows(match, false); }); }),
    };
    if (found != model.rowCount() || found == 0)
        giveUp(u"SQLite finds %1 rows, the queue %2"_s.arg(found).arg(model.rowCount()));
    return both;
}

} // namespace

QList<Comparison> measureSearch(const Order &order, Worlds &worlds)
{
    QList<Comparison> all;
    for (const int size : order.sizes)
        all += measure(worlds.of(size), order.rounds, u"phish"_s);
    return all;
}

} // namespace bench
