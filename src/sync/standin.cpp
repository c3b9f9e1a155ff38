// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin.h"

#include "domain/filetenant.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

using namespace Qt::StringLiterals;

namespace casemate::sync {

using domain::Alert;
using domain::Incident;
using domain::IncidentId;

namespace {

QByteArray standIn(const IncidentId &id, const QList<const Alert *> &alerts)
{
    const Alert *worst = alerts.constFirst();
    domain::Moment created = worst->created;
    domain::Moment updated = worst->updated;
    for (const Alert *alert : alerts) {
        if (alert->severity.value > worst->severity.value)
            worst = alert;
        created = std::min(created, alert->created);
        updated = std::max(updated, alert->updated);
    }
    QJsonObject json {{u"id"_s, id.text},
                      {u"displayName"_s, worst->title.raw()},
                      {u"severity"_s, worst->severity.wire},
                      {u"status"_s, u"unknown"_s},
                      {u"createdDateTime"_s, created.wire()},
                      {u"lastUpdateDateTime"_s, updated.wire()}};
    if (!worst->tenantId.isEmpty())
        json.insert(u"tenantId"_s, worst->tenantId);
    return domain::standInMark + QJsonDocument(json).toJson(QJsonDocument::Compact).sliced(1);
}

} // namespace

IncidentId incidentOf(const Alert &alert)
{
    return alert.incident.isEmpty() ? IncidentId {alert.id.text} : alert.incident;
}

QList<domain::Received<Incident>> standIns(const QList<domain::Received<Alert>> &alerts, const QSet<IncidentId> &known,
                                           const domain::Decoder &decoder)
{
    QMap<QString, QList<const Alert *>> missing;
    for (const domain::Received<Alert> &alert : alerts) {
        const IncidentId id = incidentOf(alert.value);
        if (!known.contains(id))
            missing[id.text].append(&alert.value);
    }
    QList<domain::Received<Incident>> made;
    for (auto entry = missing.cbegin(); entry != missing.cend(); ++entry) {
        const QByteArray bytes = standIn({entry.key()}, entry.value());
        domain::Result<Incident> incident = decoder.incident(bytes);
        if (incident)
            made.append({std::move(*incident), bytes});
    }
    return made;
}

} // namespace casemate::sync
