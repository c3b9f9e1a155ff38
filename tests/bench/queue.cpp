// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of the queue against SQLite answering the same ones over the same cache, in a prepared statement. Orders
// and filters must find as many rows on both sides.
#include "bench/plainsql.h"
#include "bench/reading.h"
#include "bench/subjects.h"

#include "store/datapaths.h"

using namespace Qt::StringLiterals;
using domain::SortKey;

namespace bench {

namespace {

#define QUEUE_COLUMNS                                                                                                  \
    "SELECT id, name, status, severity, classification, determination, assigned_to, custom_tags, system_tags, sources, " \
    "alerts, open_alerts, pending, pending_since, priority, created, updated, archived FROM incident"

constexpr SortKey byUpdate {SortKey::Field::Updated, true};
constexpr SortKey byPriority {SortKey::Field::Priority, true};
constexpr SortKey byName {SortKey::Field::Name, false};

struct Sort {
    QString name;
    SortKey key;
    const char *sql;
};

struct Question {
    QString name;
    QString filter;
    const char *sql;
};

class Queue
{
public:
    Queue(const World &world, int rounds)
        : m_world(world)
        , m_rounds(rounds)
        , m_reading(world)
        , m_sql(store::DataPaths::cacheFile(world.folder))
        , m_model(m_reading.readers, m_reading.clock)
    {
        load(m_model);
    }

    [[nodiscard]] Comparison reading(const QString &name, const QString &peer, const char *sql)
    {
        return compare({.name = named(u"queue."_s + name), .subject = u"read the cache and show all rows in order"_s, .peer = peer, .unit = u"ms"_s},
                       m_rounds,
                       [this] {
                           models::QueueModel model(m_reading.readers, m_reading.clock);
                           return milliseconds([&model] { load(model); });
                       },
                       [this, sql] { return milliseconds([&] { (void)m_sql.rows(sql, true); }); });
    }

    [[nodiscard]] Comparison sorting(const Sort &sort)
    {
        return compare({.name = named(u"queue.sort."_s + sort.name), .subject = u"order all rows by %1"_s.arg(sort.name), .peer = u"SQLite, row ids"_s, .unit = u"ms"_s},
                       m_rounds,
                       [&] {
                           m_model.setSort(byUpdate);
                           return milliseconds([&] { m_model.setSort(sort.key); });
                       },
                       [&] { return milliseconds([&] { same(m_sql.rows(sort.sql, false)); }); });
    }

    [[nodiscard]] Comparison filtering(const Question &question)
    {
        const domain::Filter filter = filterFor(question.filter);
        m_model.setSort(byUpdate);
        Comparison result = compare(
            {.name = named(u"queue.filter."_s + question.name), .subject = u"filter by "_s + question.filter, .peer = u"SQLite, row ids"_s, .unit = u"ms"_s},
            m_rounds,
            [&] {
                m_model.setFilter({});
                return milliseconds([&] { m_model.setFilter(filter); });
            },
            [&] { return milliseconds([&] { m_found = m_sql.rows(question.sql, false); }); });
        same(m_found);
        m_model.setFilter({});
        return result;
    }

private:
    [[nodiscard]] QString named(const QString &what) const { return what + u".%1"_s.arg(m_world.incidents); }
    void same(qint64 found) const
    {
        if (found != m_model.rowCount())
            giveUp(u"SQLite finds %1 rows, the queue %2"_s.arg(found).arg(m_model.rowCount()));
    }

    const World &m_world;
    int m_rounds = 0;
    Reading m_reading;
    PlainSql m_sql;
    models::QueueModel m_model;
    qint64 m_found = 0;
};

} // namespace

QList<Comparison> measureQueue(const Order &order, Worlds &worlds)
{
    const Sort sorts[] = {
        {u"priority"_s, byPriority, "SELECT row FROM incident ORDER BY priority DESC, length(id) DESC, id DESC"},
        {u"name"_s, byName, "SELECT row FROM incident ORDER BY name COLLATE NOCASE, length(id), id"},
    };
    const Question questions[] = {
        {u"few"_s, u"status:active severity:high assignee:none"_s,
         "SELECT row FROM incident WHERE status = 'active' AND severity = 'high' AND assigned_to = '' ORDER BY updated DESC"},
        {u"many"_s, u"not status:resolved"_s, "SELECT row FROM incident WHERE status <> 'resolved' ORDER BY updated DESC"},
    };
    QList<Comparison> all;
    for (const int size : order.sizes) {
        Queue queue(worlds.of(size), order.rounds);
        all.append(queue.reading(u"all"_s, u"SQLite, the same columns of all rows as QString"_s, QUEUE_COLUMNS));
        all.append(queue.reading(u"first"_s, u"SQLite, the first 100 rows in order"_s, QUEUE_COLUMNS " ORDER BY updated DESC LIMIT 100"));
        for (const Sort &sort : sorts)
            all.append(queue.sorting(sort));
        for (const Question &question : questions)
            all.append(queue.filtering(question));
    }
    return all;
}

} // namespace bench
