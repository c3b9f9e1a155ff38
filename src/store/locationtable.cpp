// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "locationtable.h"

#include "connection.h"

#include "domain/rules.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using domain::Fact;
using domain::IncidentId;
using domain::MailTarget;

namespace store {

namespace {

// The other direction of domain::latestLocationFact().
std::optional<MailTarget> targetOf(const Fact &fact)
{
    const QStringView name = fact.name;
    const qsizetype first = name.indexOf(u'/');
    const qsizetype second = name.indexOf(u'/', first + 1);
    if (first < 0 || second < 0)
        return {};
    const MailTarget target {name.mid(first + 1, second - first - 1).toString(), name.mid(second + 1).toString()};
    return domain::latestLocationFact(target) == fact.name ? std::optional(target) : std::nullopt;
}

} // namespace

LocationTable::LocationTable(Connection &connection)
    : m_write(connection,
              "INSERT INTO latest_location (message, recipient, value, source, source_time) "
              "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (message, recipient) DO UPDATE "
              "SET value = excluded.value, source = excluded.source, source_time = excluded.source_time "
              "WHERE coalesce(excluded.source_time, 0) >= coalesce(source_time, 0) "
              "AND (value, source, source_time) IS NOT (excluded.value, excluded.source, excluded.source_time)")
    , m_find(connection,
             "SELECT recipient, value, source, source_time FROM latest_location WHERE message = ?1 AND recipient = ?2")
    , m_findAll(connection,
                "SELECT recipient, value, source, source_time FROM latest_location WHERE message = ?1 "
                "ORDER BY recipient")
    , m_incidents(connection,
                  "SELECT DISTINCT a.incident FROM evidence_item AS e JOIN alert AS a ON a.row = e.alert "
                  "WHERE e.message = ?1")
    , m_clusters(connection,
                 "SELECT DISTINCT a.incident FROM evidence_item AS e JOIN alert AS a ON a.row = e.alert "
                 "WHERE e.pending_since IS NOT NULL AND lower(e.type) = 'mailclusterevidence'")
    , m_connection(connection)
{
}

bool LocationTable::write(const Fact &fact)
{
    const std::optional<MailTarget> target = targetOf(fact);
    if (!target)
        return false;
    m_write.with(target->networkMessageId, target->recipient, fact.value, fact.source, fact.sourceTime).run();
    return !m_connection.failure() && sqlite3_changes64(m_connection.handle()) > 0;
}

std::optional<Fact> LocationTable::find(const MailTarget &target)
{
    if (!m_find.with(target.networkMessageId, target.recipient).next())
        return {};
    return Fact {domain::latestLocationFact(target), m_find.text(1), m_find.text(2), m_find.optionalMoment(3)};
}

QList<Fact> LocationTable::findAll(const QString &networkMessageId)
{
    QList<Fact> facts;
    for (m_findAll.with(networkMessageId); m_findAll.next();) {
        facts.append({domain::latestLocationFact({networkMessageId, m_findAll.text(0)}), m_findAll.text(1),
                      m_findAll.text(2), m_findAll.optionalMoment(3)});
    }
    return facts;
}

QSet<IncidentId> LocationTable::incidentsOf(const Fact &fact)
{
    QSet<IncidentId> incidents;
    const std::optional<MailTarget> target = targetOf(fact);
    if (!target)
        return incidents;
    for (m_incidents.with(target->networkMessageId); m_incidents.next();)
        incidents.insert({m_incidents.text(0)});
    for (m_clusters.with(); m_clusters.next();)
        incidents.insert({m_clusters.text(0)});
    incidents.remove(IncidentId {});
    return incidents;
}

} // namespace store
