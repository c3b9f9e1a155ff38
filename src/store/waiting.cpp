// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting.h"

#include "packing.h"

#include <QHash>

#include <algorithm>

using domain::Alert;
using domain::Decoder;
using domain::Fact;
using domain::IncidentId;
using domain::MailTarget;
using domain::PendingAction;
using domain::Result;

namespace store {

namespace {

bool expiresEarlier(const PendingAction &a, const PendingAction &b)
{
    return a.expires != b.expires ? a.expires < b.expires : a.id < b.id;
}

// Incidents as sets that are joined when an entity waits in two of them.
class Groups
{
public:
    void join(const IncidentId &a, const IncidentId &b) { m_above[top(a)] = top(b); }
    IncidentId top(IncidentId incident)
    {
        while (m_above.contains(incident) && m_above.value(incident) != incident)
            incident = m_above.value(incident);
        m_above.insert(incident, incident);
        return incident;
    }
    QList<QList<IncidentId>> lists()
    {
        QHash<IncidentId, QList<IncidentId>> byTop;
        const QList<IncidentId> incidents = m_above.keys();
        for (const IncidentId &incident : incidents)
            byTop[top(incident)].append(incident);
        return byTop.values();
    }

private:
    QHash<IncidentId, IncidentId> m_above;
};

} // namespace

Waiting::Waiting(Connection &connection)
    : m_pending(connection,
                "SELECT e.entity, a.incident FROM evidence_item AS e JOIN alert AS a ON a.row = e.alert "
                "LEFT JOIN incident AS i ON i.id = a.incident "
                "WHERE e.pending_since IS NOT NULL AND coalesce(i.archived, 0) = 0 ORDER BY e.entity")
    , m_bytes(connection,
              "SELECT b.packed FROM alert AS a JOIN alert_bytes AS b ON b.row = a.row WHERE a.incident = ?1 ORDER BY a.row")
    , m_looseBytes(connection,
                   "SELECT b.packed FROM alert AS a JOIN alert_bytes AS b ON b.row = a.row "
                   "WHERE a.incident = '' AND a.pending > 0 ORDER BY a.row")
    , m_firstSeen(connection, "SELECT first_seen FROM pending_entity WHERE entity = ?1")
    , m_alerts(connection,
               "SELECT a.id FROM alert AS a LEFT JOIN incident AS i ON i.id = a.incident "
               "WHERE a.pending > 0 AND coalesce(i.archived, 0) = 0 ORDER BY a.updated, a.id")
    , m_locations(connection)
{
}

QList<QList<IncidentId>> Waiting::groups()
{
    Groups groups;
    QString entity;
    IncidentId first;
    bool any = false;
    for (m_pending.with(); m_pending.next();) {
        const QString next = m_pending.text(0);
        const IncidentId incident {m_pending.text(1)};
        if (!any || next != entity)
            first = incident;
        any = true;
        entity = next;
        groups.join(incident, first);
    }
    return groups.lists();
}

QList<PendingAction> Waiting::all(const QString &tenantId, const Decoder &decoder)
{
    QList<PendingAction> actions;
    const QList<QList<IncidentId>> together = groups();
    for (const QList<IncidentId> &group : together) {
        QList<Alert> alerts;
        for (const IncidentId &incident : group) {
            // Alerts without an incident have nothing in common but that.
            Statement &select = incident.isEmpty() ? m_looseBytes.with() : m_bytes.with(incident);
            while (select.next()) {
                Result<Alert> alert = decoder.alert(unpacked(select.bytesView(0)).value_or(QByteArray()));
                if (alert)
                    alerts.append(std::move(*alert));
            }
        }
        actions += of(tenantId, alerts);
    }
    std::sort(actions.begin(), actions.end(), expiresEarlier);
    return actions;
}

QList<PendingAction> Waiting::of(const QString &tenantId, const QList<Alert> &alerts)
{
    QList<PendingAction> actions = domain::pendingActions(tenantId, alerts);
    for (PendingAction &action : actions) {
        addFirstSeen(action);
        addLocation(action);
    }
    std::sort(actions.begin(), actions.end(), expiresEarlier);
    return actions;
}

void Waiting::addFirstSeen(PendingAction &action)
{
    if (!m_firstSeen.with(action.entity).next())
        return;
    action.firstSeen = std::min(action.firstSeen, m_firstSeen.moment(0));
    action.expires = action.firstSeen.plusSeconds(domain::pendingLifeSeconds);
}

// A location is the action's only when it holds for every one of its messages.
void Waiting::addLocation(PendingAction &action)
{
    std::optional<domain::MailLocation> common;
    std::optional<domain::Moment> oldest;
    for (const MailTarget &target : std::as_const(action.targets)) {
        const QList<Fact> facts = latestLocations({target});
        if (facts.isEmpty())
            return;
        for (const Fact &fact : facts) {
            const domain::MailLocation location = domain::word<domain::MailLocation>(fact.value).value;
            if (fact.value.isEmpty() || (common && *common != location))
                return;
            common = location;
            if (fact.sourceTime)
                oldest = oldest ? std::min(*oldest, *fact.sourceTime) : *fact.sourceTime;
        }
    }
    action.latestLocation = common;
    action.latestLocationAt = oldest;
}

QList<domain::AlertId> Waiting::alerts()
{
    QList<domain::AlertId> ids;
    for (m_alerts.with(); m_alerts.next();)
        ids.append({m_alerts.text(0)});
    return ids;
}

QList<Fact> Waiting::latestLocations(const QList<MailTarget> &targets)
{
    QList<Fact> facts;
    for (const MailTarget &target : targets) {
        if (target.recipient.isEmpty())
            facts += m_locations.findAll(target.networkMessageId);
        else if (const std::optional<Fact> fact = m_locations.find(target))
            facts.append(*fact);
    }
    return facts;
}

} // namespace store
