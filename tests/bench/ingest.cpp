// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a page to committed rows. Peers: QJsonDocument, from whose values every text is taken as a QString;
// SQLite inserting the packed bytes and nothing else (bare); SQLite inserting exactly the rows that we leave behind, into
// the same tables with the same indexes, a transaction a page (lean).
#include "bench/plainsql.h"
#include "bench/subjects.h"

#include "remote/graphdecoder.h"
#include "remote/page.h"
#include "store/cachewriter.h"
#include "store/datapaths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr auto pragmas = "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL";

store::Batch decoded(const QByteArray &body, store::Feed feed)
{
    const auto page = remote::readPage(body);
    if (!page)
        giveUp(u"a page of the demo tenant cannot be read"_s);
    const remote::GraphDecoder decoder;
    store::Batch batch {.feed = feed};
    if (feed == store::Feed::Incidents) {
        auto items = remote::decodeIncidents(page->items, decoder);
        batch.incidents = std::move(items.received);
        batch.poison = std::move(items.poison);
    } else {
        auto items = remote::decodeAlerts(page->items, decoder);
        batch.alerts = std::move(items.received);
        batch.poison = std::move(items.poison);
    }
    if (!batch.poison.isEmpty())
        giveUp(u"an item of the demo tenant cannot be read"_s);
    return batch;
}

QList<store::Batch> decoded(const Pages &pages)
{
    QList<store::Batch> batches;
    for (const QByteArray &body : pages.incidents)
        batches.append(decoded(body, store::Feed::Incidents));
    for (const QByteArray &body : pages.alerts)
        batches.append(decoded(body, store::Feed::Alerts));
    return batches;
}

qsizetype lettersIn(const QJsonValue &value)
{
    qsizetype letters = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &element : array)
            letters += lettersIn(element);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            letters += lettersIn(member.value());
    } else {
        letters = value.toString().size();
    }
    return letters;
}

void readWithQt(const Pages &pages)
{
    qsizetype letters = 0;
    for (const QByteArray &body : pages.incidents + pages.alerts)
        letters += lettersIn(QJsonDocument::fromJson(body).object());
    if (letters == 0)
        giveUp(u"QJsonDocument reads nothing"_s);
}

// A cache of its own for each round.
class FreshCache
{
public:
    FreshCache()
    {
        const auto folder = store::DataPaths {m_root.path()}.prepareTenant(u"demo"_s, u"tenant"_s, u"account"_s);
        auto writer = folder ? store::CacheWriter::open(*folder, m_decoder) : folder.error();
        if (!writer)
            giveUp(u"a cache cannot be made: %1"_s.arg(writer.error().detail));
        m_file = store::DataPaths::cacheFile(*folder);
        m_writer = std::move(*writer);
    }

    [[nodiscard]] QString file() const { return m_file; }
    void store(const QList<store::Batch> &batches)
    {
        for (const store::Batch &batch : batches) {
            if (!m_writer->apply(batch))
                giveUp(u"a page cannot be stored"_s);
        }
    }

private:
    QTemporaryDir m_root;
    remote::GraphDecoder m_decoder;
    QString m_file;
    std::unique_ptr<store::CacheWriter> m_writer;
};

struct FreeValue {
    void operator()(sqlite3_value *value) const { sqlite3_value_free(value); }
};
using Value = std::unique_ptr<sqlite3_value, FreeValue>;

// The rows of a table in memory, and how they get into another one.
class Rows
{
public:
    Rows(PlainSql &from, const QByteArray &columns, const QByteArray &table, const QByteArray &into)
    {
        sqlite3_stmt *select = from.statement("SELECT " + columns + " FROM " + table);
        const int count = sqlite3_column_count(select);
        while (sqlite3_step(select) == SQLITE_ROW) {
            for (int column = 0; column < count; ++column)
                m_values.emplace_back(sqlite3_value_dup(sqlite3_column_value(select, column)));
        }
        sqlite3_reset(select);
        m_columns = size_t(count);
        m_insert = "INSERT INTO " + into + " VALUES (?" + QByteArray(",?").repeated(count - 1) + ')';
    }

    // The part that falls to one of so many pages.
    void insert(PlainSql &into, qsizetype page, qsizetype pages) const
    {
        sqlite3_stmt *insert = into.statement(m_insert);
        const size_t rows = m_values.size() / m_columns;
        const size_t end = rows * size_t(page + 1) / size_t(pages);
        for (size_t row = rows * size_t(page) / size_t(pages); row < end; ++row) {
            for (size_t column = 0; column < m_columns; ++column)
                sqlite3_bind_value(insert, int(column) + 1, m_values.at(row * m_columns + column).get());
            into.done(sqlite3_step(insert));
            sqlite3_reset(insert);
        }
    }

private:
    std::vector<Value> m_values;
    size_t m_columns = 0;
    QByteArray m_insert;
};

// What one feed brings, and in how many transactions.
struct Load {
    std::vector<Rows> tables;
    qsizetype pages = 0;
};

double insertMsecs(const QByteArray &schema, const std::vector<Load> &loads)
{
    const QTemporaryDir folder;
    PlainSql database(folder.filePath(u"peer.db"_s));
    database.run(pragmas);
    database.run(schema);
    return milliseconds([&] {
        for (const Load &load : loads) {
            for (qsizetype page = 0; page < load.pages; ++page) {
                database.run("BEGIN IMMEDIATE");
                for (const Rows &table : load.tables)
                    table.insert(database, page, load.pages);
                database.run("COMMIT");
            }
        }
    });
}

QByteArray schemaOf(PlainSql &cache)
{
    QByteArray schema;
    sqlite3_stmt *select = cache.statement(
        "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC");
    while (sqlite3_step(select) == SQLITE_ROW)
        schema += QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(select, 0))) + ";\n";
    sqlite3_reset(select);
    return schema;
}

struct Peers {
    QByteArray leanSchema;
    std::vector<Load> lean;
    std::vector<Load> bare;

    Peers(const QString &cacheFile, const Pages &pages)
    {
        PlainSql cache(cacheFile);
        leanSchema = schemaOf(cache);
        const auto load = [&](std::initializer_list<const char *> tables, qsizetype count) {
            Load whole {.tables = {}, .pages = count};
            for (const char *table : tables)
                whole.tables.emplace_back(cache, "*", table, table);
            return whole;
        };
        lean.push_back(load({"incident", "incident_bytes"}, pages.incidents.size()));
        lean.push_back(load({"alert", "alert_bytes", "evidence_item", "pending_entity"}, pages.alerts.size()));
        for (const auto &[table, count] : {std::pair("incident_bytes", pages.incidents.size()), std::pair("alert_bytes", pages.alerts.size())}) {
            Load bytes {.tables = {}, .pages = count};
            bytes.tables.emplace_back(cache, "packed", table, "bytes (packed)");
            bare.push_back(std::move(bytes));
        }
    }
};

constexpr auto bareSchema = "CREATE TABLE bytes (row INTEGER PRIMARY KEY, packed BLOB NOT NULL)";

} // namespace

QList<Comparison> measureIngest(const Order &order, Worlds &)
{
    const Pages pages = Worlds::pages(order.pageItems);
    const QList<store::Batch> batches = decoded(pages);
    FreshCache filled;
    filled.store(batches);
    const Peers peers(filled.file(), pages);
    const auto bare = [&] { return insertMsecs(bareSchema, peers.bare); };
    const auto lean = [&] { return insertMsecs(peers.leanSchema, peers.lean); };
    const auto stored = [&] {
        FreshCache cache;
        return milliseconds([&] { cache.store(batches); });
    };
    const auto whole = [&] {
        FreshCache cache;
        return milliseconds([&] { cache.store(decoded(pages)); });
    };
    const QString what = u"%1 incidents with their alerts, %2 MB in %3 pages"_s.arg(order.pageItems)
                             .arg(double(pages.bytes()) / 1e6, 0, 'f', 1)
                             .arg(pages.incidents.size() + pages.alerts.size());
    return {
        compare({.name = u"ingest.decode"_s, .subject = u"decode "_s + what, .peer = u"QJsonDocument, its texts as QString"_s, .unit = u"ms"_s},
                order.rounds, [&] { return milliseconds([&] { (void)decoded(pages); }); },
                [&] { return milliseconds([&] { readWithQt(pages); }); }),
        compare({.name = u"ingest.store.bare"_s, .subject = u"store them, decoded"_s, .peer = u"SQLite: packed bytes, no index"_s, .unit = u"ms"_s},
                order.rounds, stored, bare),
        compare({.name = u"ingest.store.lean"_s, .subject = u"store them, decoded"_s, .peer = u"SQLite: the same rows and indexes"_s, .unit = u"ms"_s},
                order.rounds, stored, lean),
        compare({.name = u"ingest.whole.lean"_s, .subject = u"decode and store them"_s, .peer = u"SQLite: the same rows and indexes"_s, .unit = u"ms"_s},
                order.rounds, whole, lean),
    };
}

} // namespace bench
