// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "restructureendpoint.h"

#include "accessrules.h"
#include "caseedits.h"
#include "graphanswer.h"
#include "incidentsendpoint.h"
#include "organisation.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

void redirectTo(Organisation &org, IncidentIndex from, IncidentIndex to, const QString &actor)
{
    IncidentText &text = org.incidents.editText(from);
    text.redirectId = org.incidents.incidentId(to);
    text.lastModifiedBy = actor;
    IncidentFacts &facts = org.incidents.edit(from);
    facts.status = IncidentStatus::Redirected;
    facts.updated = org.clock.takeStamp();
}

void moveOneAlert(Organisation &org, AlertIndex alert, IncidentIndex to)
{
    org.incidents.moveAlert(alert, to);
    org.incidents.editAlert(alert).updated = org.clock.takeStamp();
}

Result<std::vector<IncidentIndex>> readIncidents(const QJsonArray &ids, const Organisation &org)
{
    std::vector<IncidentIndex> incidents;
    for (const QJsonValue &id : ids) {
        const auto index = org.incidents.findIncident(id.toString());
        if (!index || org.incidents.incident(*index).status == IncidentStatus::Redirected) {
            return Failure {u"Incident '%1' does not exist or was merged."_s.arg(id.toString())};
        }
        if (std::find(incidents.begin(), incidents.end(), *index) == incidents.end()) {
            incidents.push_back(*index);
        }
    }
    if (incidents.size() < 2) {
        return Failure {u"At least two incidents are needed."_s};
    }
    return incidents;
}

// The service picks the target itself: here the one with the highest severity, of those the oldest.
IncidentIndex targetOf(const std::vector<IncidentIndex> &incidents, const Organisation &org)
{
    return *std::max_element(incidents.begin(), incidents.end(), [&org](IncidentIndex left, IncidentIndex right) {
        const Severity a = org.incidents.incident(left).severity;
        const Severity b = org.incidents.incident(right).severity;
        return a != b ? a < b : left > right;
    });
}

IncidentIndex newIncidentFor(Organisation &org, AlertIndex alert)
{
    IncidentFacts facts;
    facts.created = org.clock.now();
    facts.updated = org.clock.takeStamp();
    facts.severity = org.incidents.alert(alert).severity;
    IncidentText text;
    text.displayName = org.incidents.body(alert)[u"title"].toString();
    return org.incidents.add(facts, std::move(text));
}

Response targetAnswer(const GraphCall &call, const QString &action, const QString &id)
{
    return jsonAnswer(QJsonObject {{u"@odata.context"_s, call.context(u"microsoft.graph.security."_s + action)},
                                   {u"targetIncidentId"_s, id}});
}

Result<std::vector<AlertIndex>> readAlerts(const QJsonArray &ids, const Organisation &org)
{
    std::vector<AlertIndex> alerts;
    for (const QJsonValue &id : ids) {
        const auto alert = org.incidents.findAlert(id.toString());
        if (!alert) {
            return Failure {u"Alert '%1' does not exist."_s.arg(id.toString())};
        }
        alerts.push_back(*alert);
    }
    if (alerts.empty()) {
        return Failure {u"At least one alert is needed."_s};
    }
    return alerts;
}

constexpr std::array correlationReasons {
    "repeatedAlertOccurrence"_L1, "sameGeography"_L1,      "similarArtifacts"_L1, "sameTargetedAsset"_L1,
    "sameNetworkSegment"_L1,      "eventSequence"_L1,      "timeFrame"_L1,        "sameThreatSource"_L1,
    "similarTTPsOrBehavior"_L1,   "sameActor"_L1,          "sameCampaign"_L1,     "sharedIndicators"_L1,
    "sameAsset"_L1,               "networkProximity"_L1,   "eventCasualSequence"_L1, "temporalProximity"_L1,
    "lateralMovementPath"_L1};

// Flags: one text, words separated by commas. Empty: nothing is wrong with them.
QString reasonsProblem(const QString &name, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull()) {
        return {};
    }
    const QStringList words = value.toString().split(u',');
    for (const QString &word : words) {
        const QString reason = word.trimmed();
        const bool known = std::any_of(correlationReasons.begin(), correlationReasons.end(), [&reason](QLatin1StringView one) {
            return reason.compare(one, Qt::CaseInsensitive) == 0;
        });
        if (!known) {
            return u"Invalid value for property '%1': '%2'."_s.arg(name, value.toVariant().toString());
        }
    }
    return {};
}

// What is wrong with the comment and the reasons that come along; empty: nothing.
QString sideProblem(const Organisation &org, const QJsonObject &body, const QString &comment, const QString &reasons)
{
    const QString text = body[comment].toString();
    const QString problem = text.isEmpty() ? QString() : commentProblem(org, text);
    return problem.isEmpty() ? reasonsProblem(reasons, body[reasons]) : problem;
}

// An incident that lost its last alert does not stay open.
void closeWhenEmpty(Organisation &org, IncidentIndex left, IncidentIndex target, const QString &actor)
{
    if (!org.incidents.alertsOf(left).empty()) {
        org.incidents.edit(left).updated = org.clock.takeStamp();
    } else if (org.switches.is("emptyLeftIncident"_L1, "redirect"_L1)) {
        redirectTo(org, left, target, actor);
    } else {
        IncidentFacts &facts = org.incidents.edit(left);
        facts.status = IncidentStatus::Resolved;
        facts.updated = org.clock.takeStamp();
    }
}

} // namespace

Response answerMerge(const GraphCall &call, Organisation &org)
{
    const QString refusal = refusalOf(call.caller, Operation::Restructure);
    if (!refusal.isEmpty()) {
        return call.error(403, u"Forbidden"_s, refusal);
    }
    if (!call.hasMethod("POST")) {
        return call.wrongMethod();
    }
    const auto body = call.bodyObject();
    if (!body) {
        return call.badRequest(body.error());
    }
    const auto incidents = readIncidents((*body)[u"incidentIds"].toArray(), org);
    if (!incidents) {
        return call.badRequest(incidents.error());
    }
    const QString problem = sideProblem(org, *body, u"incidentComment"_s, u"mergeReasons"_s);
    if (!problem.isEmpty()) {
        return call.badRequest(problem);
    }
    const IncidentIndex target = targetOf(*incidents, org);
    for (const IncidentIndex source : *incidents) {
        const std::vector<AlertIndex> members = org.incidents.alertsOf(source);
        for (const AlertIndex alert : members) {
            if (source != target) {
                moveOneAlert(org, alert, target);
            }
        }
        if (source != target) {
            redirectTo(org, source, target, modifierOf(call.caller));
        }
    }
    org.incidents.edit(target).updated = org.clock.takeStamp();
    const QString comment = (*body)[u"incidentComment"].toString();
    if (!comment.isEmpty()) {
        addIncidentComment(org, target, comment, authorOf(call.caller, org));
    }
    const QString id = org.incidents.incidentId(target);
    org.effects.add(org.clock.now(), call.request, call.caller, u"mergeIncidents"_s, id, *body);
    return targetAnswer(call, u"mergeIncidentsResponse"_s, id);
}

Response answerMove(const GraphCall &call, Organisation &org)
{
    const QString refusal = refusalOf(call.caller, Operation::Restructure);
    if (!refusal.isEmpty()) {
        return call.error(403, u"Forbidden"_s, refusal);
    }
    if (!call.hasMethod("POST")) {
        return call.wrongMethod();
    }
    const auto body = call.bodyObject();
    if (!body) {
        return call.badRequest(body.error());
    }
    const auto alerts = readAlerts((*body)[u"alertIds"].toArray(), org);
    if (!alerts) {
        return call.badRequest(alerts.error());
    }
    const QString problem = sideProblem(org, *body, u"alertComment"_s, u"newCorrelationReasons"_s);
    if (!problem.isEmpty()) {
        return call.badRequest(problem);
    }
    const QString named = (*body)[u"incidentId"].toString();
    const auto known = named.isEmpty() ? std::nullopt : org.incidents.findIncident(named);
    if (!named.isEmpty() && (!known || org.incidents.incident(*known).status == IncidentStatus::Redirected)) {
        return call.badRequest(u"Incident '%1' does not exist or was merged."_s.arg(named));
    }
    const IncidentIndex target = known ? *known : newIncidentFor(org, alerts->front());
    const QString comment = (*body)[u"alertComment"].toString();
    for (const AlertIndex alert : *alerts) {
        const IncidentIndex left = org.incidents.alert(alert).incident;
        if (left == target) {
            continue;
        }
        moveOneAlert(org, alert, target);
        closeWhenEmpty(org, left, target, modifierOf(call.caller));
        if (!comment.isEmpty()) {
            addAlertComment(org, alert, comment, authorOf(call.caller, org));
        }
    }
    org.incidents.edit(target).updated = org.clock.takeStamp();
    const QString id = org.incidents.incidentId(target);
    org.effects.add(org.clock.now(), call.request, call.caller, u"moveAlerts"_s, id, *body);
    return targetAnswer(call, u"moveAlertsResponse"_s, id);
}

} // namespace simulator
