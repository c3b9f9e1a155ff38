// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "salvage.h"

#include "connection.h"
#include "packing.h"
#include "statement.h"

using namespace Qt::StringLiterals;
using domain::Alert;
using domain::Decoder;
using domain::EntityKey;
using domain::Incident;
using domain::Moment;
using domain::Result;

namespace store {

namespace {

// Every question starts anew: one that met a damaged page says nothing about the next.
void begin(Connection &wreck)
{
    wreck.begin(u"salvage the damaged cache"_s);
}

// From both ends, since a scan stops at the first damaged page.
QHash<qint64, QString> archivedIncidents(Connection &wreck)
{
    QHash<qint64, QString> ids;
    for (const char *sql : {"SELECT row, id FROM incident WHERE archived = 1 ORDER BY row",
                            "SELECT row, id FROM incident WHERE archived = 1 ORDER BY row DESC"}) {
        begin(wreck);
        Statement select(wreck, sql);
        for (select.with(); select.next();)
            ids.insert(select.integer(0), select.text(1));
    }
    return ids;
}

QHash<EntityKey, Moment> firstSeen(Connection &wreck)
{
    QHash<EntityKey, Moment> moments;
    for (const char *sql : {"SELECT entity, first_seen FROM pending_entity WHERE gone IS NULL ORDER BY entity",
                            "SELECT entity, first_seen FROM pending_entity WHERE gone IS NULL ORDER BY entity DESC"}) {
        begin(wreck);
        Statement select(wreck, sql);
        for (select.with(); select.next();)
            moments.insert({select.text(0)}, select.moment(1));
    }
    return moments;
}

void takeIncident(Connection &wreck, qint64 row, const Decoder &decoder, Salvaged &salvaged)
{
    begin(wreck);
    Statement select(wreck, "SELECT packed FROM incident_bytes WHERE row = ?1");
    if (!select.with(row).next())
        return;
    const std::optional<QByteArray> bytes = unpacked(select.bytes(0));
    if (!bytes)
        return;
    Result<Incident> incident = decoder.incident(*bytes);
    if (incident)
        salvaged.incidents.append({std::move(*incident), *bytes});
}

void takeAlerts(Connection &wreck, const QString &incident, const Decoder &decoder, Salvaged &salvaged)
{
    begin(wreck);
    Statement select(wreck, "SELECT b.packed FROM alert AS a JOIN alert_bytes AS b ON b.row = a.row WHERE a.incident = ?1");
    for (select.with(incident); select.next();) {
        const std::optional<QByteArray> bytes = unpacked(select.bytes(0));
        if (!bytes)
            continue;
        Result<Alert> alert = decoder.alert(*bytes);
        if (alert)
            salvaged.alerts.append({std::move(*alert), *bytes});
    }
}

} // namespace

Salvaged salvage(const QString &file, const Decoder &decoder, const Storage &storage)
{
    Salvaged salvaged;
    const Result<std::unique_ptr<Connection>> opened = Connection::open(file, Connection::Access::Read, storage);
    if (!opened)
        return salvaged;
    Connection &wreck = **opened;
    const QHash<qint64, QString> archived = archivedIncidents(wreck);
    for (auto each = archived.begin(); each != archived.end(); ++each) {
        takeIncident(wreck, each.key(), decoder, salvaged);
        takeAlerts(wreck, each.value(), decoder, salvaged);
    }
    salvaged.firstSeen = firstSeen(wreck);
    return salvaged;
}

} // namespace store
