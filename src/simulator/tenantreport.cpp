// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tenantreport.h"

#include "air.h"
#include "evidence.h"
#include "mailwords.h"
#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonObject pendingEntry(const Organisation &org, AlertIndex alert, const QJsonObject &item)
{
    QJsonObject entry {{u"incidentId"_s, org.incidents.incidentId(org.incidents.alert(alert).incident)},
                       {u"alertId"_s, org.incidents.alertId(alert)},
                       {u"type"_s, evidenceType(item)}};
    const QString message = item[u"networkMessageId"].toString();
    if (const auto copy = org.mails.find(message, item[u"recipientEmailAddress"].toString())) {
        entry.insert(u"networkMessageId"_s, message);
        entry.insert(u"recipient"_s, org.mails.delivery(*copy).recipient);
        entry.insert(u"latest"_s, huntingPlace(org.mails.delivery(*copy).latest, org.switches));
    }
    return entry;
}

} // namespace

QJsonObject stateReport(const Organisation &org)
{
    QJsonObject byStatus;
    for (IncidentIndex i = 0; i < org.incidents.incidentCount(); ++i) {
        const QString word = wireWord(org.incidents.incident(i).status);
        byStatus.insert(word, byStatus[word].toInt() + 1);
    }
    return {{u"time"_s, stamp(org.clock.now())},
            {u"incidents"_s, static_cast<qint64>(org.incidents.incidentCount())},
            {u"alerts"_s, static_cast<qint64>(org.incidents.alertCount())},
            {u"incidentsByStatus"_s, byStatus},
            {u"mailboxes"_s, org.people.size()},
            {u"mails"_s, static_cast<qint64>(org.mails.mailCount())},
            {u"deliveries"_s, static_cast<qint64>(org.mails.deliveryCount())},
            {u"effects"_s, org.effects.count()},
            {u"agenda"_s, static_cast<qint64>(org.agenda.size())},
            {u"activeRemediations"_s, org.activeRemediations}};
}

QJsonObject incidentsReport(const Organisation &org)
{
    QJsonArray list;
    for (IncidentIndex i = 0; i < org.incidents.incidentCount(); ++i) {
        const IncidentFacts &facts = org.incidents.incident(i);
        QJsonArray alerts;
        for (const AlertIndex alert : org.incidents.alertsOf(i)) {
            alerts.append(QJsonObject {{u"id"_s, org.incidents.alertId(alert)},
                                       {u"createdDateTime"_s, stamp(org.incidents.alert(alert).created)},
                                       {u"lastUpdateDateTime"_s, stamp(org.incidents.alert(alert).updated)}});
        }
        list.append(QJsonObject {{u"id"_s, org.incidents.incidentId(i)},
                                 {u"createdDateTime"_s, stamp(facts.created)},
                                 {u"lastUpdateDateTime"_s, stamp(facts.updated)},
                                 {u"status"_s, QString(wireWord(facts.status))},
                                 {u"alerts"_s, alerts}});
    }
    return {{u"incidents"_s, list}};
}

QJsonObject pendingReport(const Organisation &org)
{
    QJsonArray list;
    for (AlertIndex alert = 0; alert < org.incidents.alertCount(); ++alert) {
        if (org.incidents.alert(alert).investigation != InvestigationState::PendingApproval) {
            continue;
        }
        const QJsonArray evidence = org.incidents.body(alert)[u"evidence"].toArray();
        for (const QJsonValue &item : evidence) {
            if (isPendingItem(item.toObject())) {
                list.append(pendingEntry(org, alert, item.toObject()));
            }
        }
    }
    return {{u"pending"_s, list}};
}

QJsonObject mailReport(const Organisation &org, const QString &networkMessageId)
{
    QJsonArray list;
    for (const quint32 delivery : org.mails.deliveriesOf(networkMessageId)) {
        const MailCopy &copy = org.mails.delivery(delivery);
        QJsonArray moves;
        for (const MailMove &move : copy.moves) {
            moves.append(QJsonObject {{u"time"_s, stamp(move.at)},
                                      {u"action"_s, move.action},
                                      {u"type"_s, moveType(move, org.mails.mail(copy.mail))},
                                      {u"result"_s, move.result},
                                      {u"location"_s, huntingPlace(move.place, org.switches)}});
        }
        list.append(QJsonObject {{u"id"_s, org.mails.reportId(delivery)},
                                 {u"recipient"_s, copy.recipient},
                                 {u"subject"_s, org.mails.mail(copy.mail).subject},
                                 {u"original"_s, huntingPlace(copy.original, org.switches)},
                                 {u"latest"_s, huntingPlace(copy.latest, org.switches)},
                                 {u"moves"_s, moves}});
    }
    return {{u"deliveries"_s, list}};
}

QJsonObject switchReport(const Organisation &org)
{
    QJsonArray list;
    for (const SwitchEntry &entry : Switches::table()) {
        list.append(QJsonObject {{u"name"_s, QString(entry.name)},
                                 {u"value"_s, org.switches.value(entry.name)},
                                 {u"initial"_s, QString(entry.initial)},
                                 {u"settings"_s, QString(entry.settings)},
                                 {u"meaning"_s, QString(entry.meaning)}});
    }
    return {{u"switches"_s, list}};
}

} // namespace simulator
