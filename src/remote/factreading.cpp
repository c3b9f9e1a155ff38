// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "factreading.h"

#include "failure.h"
#include "graphdecoder.h"
#include "page.h"

#include "domain/facts.h"
#include "domain/pendingaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

using domain::Result;

namespace {

bool isActionFact(const QString &name)
{
    return domain::actionFact({}, name).has_value();
}

bool isIncidentFact(const QString &name)
{
    return domain::incidentFact({}, name).has_value();
}

// What the newest alert says of an entity that waits no longer, so that the difference can be shown in its words.
QString settledFact(const domain::Decision &decision, const QList<domain::Alert> &alerts, const QString &name)
{
    QString value;
    std::optional<domain::Moment> newest;
    for (const domain::Alert &alert : alerts) {
        for (const domain::Evidence &evidence : alert.evidence) {
            const bool isIt = domain::pendingActionId(decision.tenantId, evidence.key) == decision.action;
            if (!isIt || (newest && *newest > alert.updated))
                continue;
            newest = alert.updated;
            if (name == QStringView(domain::factVerdict))
                value = evidence.verdict.wire;
            else if (name == QStringView(domain::factRemediationStatus))
                value = evidence.remediation.wire;
        }
    }
    return value;
}

// By the same rule as the desk: what waits is what domain::pendingActions() finds in the alerts.
QString currentFact(const domain::Decision &decision, const QList<domain::Alert> &alerts, const QString &name)
{
    const QList<domain::PendingAction> waiting = domain::pendingActions(decision.tenantId, alerts);
    const auto action =
        std::find_if(waiting.begin(), waiting.end(), [&](const auto &a) { return a.id == decision.action; });
    return action == waiting.end() ? settledFact(decision, alerts, name)
                                   : domain::actionFact(*action, name).value_or(QString());
}

} // namespace

FactReading::FactReading(GraphClient &client, const domain::Decoder &decoder, const FactQuestion &question,
                         domain::Answer<FactAnswer> answer)
    : QObject(&client)
    , m_client(client)
    , m_decoder(decoder)
    , m_question(question)
    , m_answer(std::move(answer))
{
}

void FactReading::run(GraphClient &client, const domain::Decoder &decoder, const FactQuestion &question, QObject *asker,
                      std::function<void(Result<FactAnswer>)> answer)
{
    auto *reading = new FactReading(client, decoder, question, domain::Answer<FactAnswer>(asker, std::move(answer)));
    connect(asker, &QObject::destroyed, reading, [reading] { delete reading; });
    reading->start();
}

void FactReading::start()
{
    bool needsIncident = m_question.incident;
    bool needsAction = false;
    for (const domain::Fact &fact : std::as_const(m_question.decision.facts)) {
        const bool isLocation = m_question.mails && domain::targetOfLocationFact(fact.name);
        needsAction = needsAction || isActionFact(fact.name);
        needsIncident = needsIncident || isIncidentFact(fact.name);
        if (!isLocation && !isActionFact(fact.name) && !isIncidentFact(fact.name))
            return end(failure(domain::ErrorKind::Refused, u"read the facts again"_s, u"unknownFact"_s, fact.name));
    }
    if (needsIncident || needsAction)
        readIncident(needsAction);
    else
        readMails();
}

void FactReading::readIncident(bool withAlerts)
{
    const auto take = [this, withAlerts](const Result<ItemAnswer> &item) {
        if (item)
            takeIncident(*item, withAlerts);
        else
            end(item.error());
    };
    Incidents incidents(m_client);
    if (withAlerts)
        incidents.getWithAlerts(m_question.decision.incident, Lane::Foreground, this, take);
    else
        incidents.get(m_question.decision.incident, Lane::Foreground, this, take);
}

void FactReading::takeIncident(const ItemAnswer &item, bool withAlerts)
{
    const Result<domain::Incident> incident = m_decoder.incident(item.bytes);
    if (!incident)
        return end(incident.error());
    m_facts.incident = *incident;
    for (const domain::Fact &fact : std::as_const(m_question.decision.facts)) {
        if (const auto value = domain::incidentFact(*incident, fact.name))
            add(fact.name, *value, item.serverDate);
    }
    if (withAlerts)
        takeAction(item.bytes, item.serverDate);
    else
        readMails();
}

void FactReading::takeAction(const QByteArray &incident, const std::optional<domain::Moment> &time)
{
    const Result<QList<QByteArray>> items = readItemsOf(incident, "alerts");
    if (!items)
        return end(items.error());
    QList<domain::Alert> alerts;
    DecodedAlerts decoded = decodeAlerts(*items, m_decoder);
    for (domain::Received<domain::Alert> &alert : decoded.received)
        alerts.append(std::move(alert.value));
    for (const domain::Fact &fact : std::as_const(m_question.decision.facts)) {
        if (isActionFact(fact.name))
            add(fact.name, currentFact(m_question.decision, alerts, fact.name), time);
    }
    readMails();
}

void FactReading::readMails()
{
    if (!m_question.mails)
        return end(m_facts);
    LatestLocations(m_client).read(m_question.decision.targets, *m_question.mails, Lane::Foreground, this,
                                   [this](const Result<QList<domain::Fact>> &locations) {
                                       if (!locations)
                                           return end(locations.error());
                                       m_facts.facts += *locations;
                                       end(m_facts);
                                   });
}

void FactReading::add(const QString &name, const QString &value, const std::optional<domain::Moment> &time)
{
    m_facts.facts.append({name, value, u"graph"_s, time});
}

void FactReading::end(Result<FactAnswer> result)
{
    m_answer(std::move(result));
    deleteLater();
}

} // namespace remote
