// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuerows.h"

#include "jsonlist.h"

#include "domain/pendingaction.h"

using domain::IncidentId;
using domain::QueueRow;
using domain::Untrusted;
using domain::UntrustedList;

namespace store {

namespace {

#define CASEMATE_QUEUE_COLUMNS                                                                                         \
    "SELECT id, name, status, severity, classification, determination, assigned_to, custom_tags, system_tags, sources, " \
    "alerts, open_alerts, pending, pending_since, priority, created, updated, archived FROM incident"

constexpr qsizetype MostKnown = 50'000; // spellings; beyond, memory is worth more than time

template <class Value, class Read>
Value known(QHash<QByteArray, Value> &values, const QByteArray &text, Read read)
{
    const auto found = values.constFind(text);
    if (found != values.constEnd())
        return *found;
    if (values.size() >= MostKnown)
        values.clear();
    QByteArray key = text;
    key.detach(); // it is a view into SQLite's row
    return *values.insert(key, read(key));
}

template <class E>
domain::Word<E> wordFor(QHash<QByteArray, domain::Word<E>> &words, const QByteArray &text)
{
    return known(words, text, [](const QByteArray &wire) { return domain::word<E>(QString::fromUtf8(wire)); });
}

UntrustedList untrusted(const QByteArray &list)
{
    UntrustedList words;
    const QStringList raw = wordsOf(list);
    for (const QString &word : raw)
        words.append(Untrusted(word));
    return words;
}

QList<domain::ServiceSource> sourcesOf(const QByteArray &list)
{
    QList<domain::ServiceSource> sources;
    const QStringList wires = wordsOf(list);
    for (const QString &wire : wires) {
        const domain::ServiceSource source = domain::word<domain::ServiceSource>(wire).value;
        if (!sources.contains(source))
            sources.append(source);
    }
    return sources;
}

} // namespace

QueueRows::QueueRows(Connection &connection)
    : m_count(connection, "SELECT count(*) FROM incident")
    , m_all(connection, CASEMATE_QUEUE_COLUMNS)
    , m_one(connection, CASEMATE_QUEUE_COLUMNS " WHERE id = ?1")
{
}

QList<QueueRow> QueueRows::all()
{
    QList<QueueRow> rows;
    if (m_count.with().next())
        rows.reserve(m_count.integer(0));
    for (m_all.with(); m_all.next();)
        rows.append(row(m_all));
    return rows;
}

std::optional<QueueRow> QueueRows::find(const IncidentId &id)
{
    if (!m_one.with(id).next())
        return {};
    return row(m_one);
}

QueueRow QueueRows::row(const Statement &statement)
{
    QueueRow row;
    row.id = {statement.text(0)};
    row.name = Untrusted(statement.text(1));
    row.status = wordFor(m_statuses, statement.bytesView(2));
    row.severity = wordFor(m_severities, statement.bytesView(3));
    row.classification = wordFor(m_classifications, statement.bytesView(4));
    row.determination = wordFor(m_determinations, statement.bytesView(5));
    row.assignedTo = known(m_people, statement.bytesView(6),
                           [](const QByteArray &upn) { return Untrusted(QString::fromUtf8(upn)); });
    row.tags = known(m_tags, statement.bytesView(7), untrusted);
    row.customTags = static_cast<int>(row.tags.size());
    row.customTags = static_cast<int>(row.tags.size());
    const UntrustedList system = known(m_tags, statement.bytesView(8), untrusted);
    if (!system.isEmpty())
        row.tags += system;
    row.sources = known(m_sources, statement.bytesView(9), sourcesOf);
    row.alerts = static_cast<int>(statement.integer(10));
    row.openAlerts = static_cast<int>(statement.integer(11));
    row.archived = statement.integer(17) != 0;
    if (!row.archived) { // nobody can decide about what the server no longer has
        row.pendingActions = static_cast<int>(statement.integer(12));
        if (const std::optional<domain::Moment> since = statement.optionalMoment(13))
            row.pendingExpires = since->plusSeconds(domain::pendingLifeSeconds);
    }
    if (!statement.isNull(14))
        row.priorityScore = static_cast<int>(statement.integer(14));
    row.created = statement.moment(15);
    row.updated = statement.moment(16);
    return row;
}

} // namespace store
