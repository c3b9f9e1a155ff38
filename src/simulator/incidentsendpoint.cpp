// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsendpoint.h"

#include "accessrules.h"
#include "caseedits.h"
#include "graphanswer.h"
#include "masking.h"
#include "organisation.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int incidentCommentsSegment = 3;

ListRules incidentRules(const Switches &switches)
{
    return {.typeName = "microsoft.graph.security.incident"_L1,
            .context = "security/incidents"_L1,
            .topCap = switches.number("incidentTopCap"_L1),
            .page = switches.number("incidentPage"_L1),
            .expands = true,
            .properties = {u"id"_s, u"tenantId"_s, u"status"_s, u"severity"_s, u"displayName"_s, u"description"_s,
                           u"summary"_s, u"classification"_s, u"determination"_s, u"assignedTo"_s, u"createdDateTime"_s,
                           u"lastUpdateDateTime"_s, u"customTags"_s, u"systemTags"_s, u"comments"_s, u"incidentWebUrl"_s,
                           u"redirectIncidentId"_s, u"resolvingComment"_s, u"lastModifiedBy"_s, u"priorityScore"_s}};
}

} // namespace

QString modifierOf(const Caller &caller)
{
    return u"API-App:"_s + (caller.application ? caller.appId : caller.userPrincipalName);
}

QString authorOf(const Caller &caller, const Organisation &org)
{
    const Person *person = org.people.find(caller.userPrincipalName);
    return person != nullptr ? person->displayName : modifierOf(caller);
}

Response commentAnswer(const GraphCall &call, const Switches &switches, const Response &all)
{
    if (!switches.is("commentAnswer"_L1, "one"_L1)) {
        return all;
    }
    QJsonObject comment = QJsonDocument::fromJson(all.body)[u"value"].toArray().last().toObject();
    comment.insert(u"@odata.context"_s, call.context(u"microsoft.graph.security.alertComment"_s));
    return jsonAnswer(comment, 201);
}

IncidentsEndpoint::IncidentsEndpoint(Organisation &org)
    : m_org(org)
    , m_list(org.incidents, CaseList::Of::Incidents)
{
}

Response IncidentsEndpoint::answer(const GraphCall &call)
{
    const bool writes = !call.hasMethod("GET");
    const QString refusal = refusalOf(call.caller, writes ? Operation::WriteIncidents : Operation::ReadIncidents);
    if (!refusal.isEmpty()) {
        return call.error(403, u"Forbidden"_s, refusal);
    }
    if (call.segments.size() == 2) {
        return call.hasMethod("GET") ? list(call) : call.wrongMethod();
    }
    const auto index = m_org.incidents.findIncident(call.segment(2));
    if (!index || m_org.incidents.incident(*index).created < m_org.retainedFrom()) {
        return call.notFound();
    }
    if (call.segments.size() == 3) {
        return call.hasMethod("GET") ? get(call, *index)
            : call.hasMethod("PATCH") ? update(call, *index)
                                      : call.wrongMethod();
    }
    if (call.segments.size() == 4 && call.is(incidentCommentsSegment, "comments"_L1)) {
        return call.hasMethod("POST") ? comment(call, *index)
            : call.hasMethod("GET") ? comments(call, *index)
                                    : call.wrongMethod();
    }
    return call.badRequest(u"Resource not found for the segment '%1'."_s.arg(call.segments.last()));
}

Response IncidentsEndpoint::list(const GraphCall &call)
{
    const ListRules rules = incidentRules(m_org.switches);
    const auto query = readListQuery(call.request, rules, m_org.switches);
    if (!query) {
        return call.badRequest(query.error());
    }
    m_list.forgetBefore(m_org.retainedFrom());
    const auto found = m_list.find(*query);
    if (!found) {
        return call.badRequest(found.error());
    }
    const CaseList::Indices &indices = **found;
    const auto total = static_cast<qint64>(indices.size());
    const PagePlan plan = planPage(call.request, *query, rules, total, m_org.switches);
    const WireForm form {.masked = !wantsAllMembers(call.request),
                         .withAlerts = query->expandAlerts,
                         .select = query->select};
    QList<QByteArray> items;
    items.reserve(plan.count);
    for (int i = 0; i < plan.count; ++i) {
        items.append(m_org.json.incident(indices[static_cast<std::size_t>(plan.first + i)], form));
    }
    return pageAnswer(call, rules, *query, plan, total, items);
}

Response IncidentsEndpoint::get(const GraphCall &call, IncidentIndex index)
{
    const auto query = readEntityQuery(call.request, incidentRules(m_org.switches), m_org.switches);
    if (!query) {
        return call.badRequest(query.error());
    }
    return entity(call, index,
                  {.masked = !wantsAllMembers(call.request), .withAlerts = query->expandAlerts, .select = query->select});
}

Response IncidentsEndpoint::entity(const GraphCall &call, IncidentIndex index, const WireForm &form) const
{
    const QByteArray item = m_org.json.incident(index, form);
    return jsonAnswer("{\"@odata.context\":\"" + call.context(u"security/incidents/$entity"_s).toUtf8() + "\","
                      + item.sliced(1));
}

Response IncidentsEndpoint::update(const GraphCall &call, IncidentIndex index)
{
    const auto body = call.bodyObject();
    if (!body) {
        return call.badRequest(body.error());
    }
    if (m_org.incidents.incident(index).status == IncidentStatus::Redirected) {
        return call.badRequest(u"The incident was merged into incident %1 and cannot be changed."_s.arg(
            m_org.incidents.text(index).redirectId));
    }
    const auto edit = readIncidentEdit(*body, m_org, index);
    if (!edit) {
        return call.badRequest(edit.error());
    }
    applyEdit(m_org, index, *edit, modifierOf(call.caller));
    m_org.effects.add(m_org.clock.now(), call.request, call.caller, u"patchIncident"_s,
                      m_org.incidents.incidentId(index), *body);
    Response answer = entity(call, index, {.masked = !wantsAllMembers(call.request)});
    if (m_org.switches.is("propagationStamp"_L1, "again"_L1)) { // the alerts catch up after the answer
        m_org.incidents.edit(index).updated = m_org.clock.takeStamp();
    }
    return answer;
}

Response IncidentsEndpoint::comment(const GraphCall &call, IncidentIndex index)
{
    const auto body = call.bodyObject();
    if (!body) {
        return call.badRequest(body.error());
    }
    const QString text = (*body)[u"comment"].toString();
    const QString problem = commentProblem(m_org, *body);
    if (!problem.isEmpty()) {
        return call.badRequest(problem);
    }
    addIncidentComment(m_org, index, text, authorOf(call.caller, m_org));
    m_org.effects.add(m_org.clock.now(), call.request, call.caller, u"comment"_s,
                      QString(u"incident/"_s + m_org.incidents.incidentId(index)), {{u"comment"_s, text}});
    return commentAnswer(call, m_org.switches, comments(call, index));
}

Response IncidentsEndpoint::comments(const GraphCall &call, IncidentIndex index) const
{
    const QString id = m_org.incidents.incidentId(index);
    return jsonAnswer(QJsonObject {{u"@odata.context"_s, call.context(u"security/incidents('%1')/comments"_s.arg(id))},
                                   {u"value"_s, m_org.json.comments(m_org.incidents.text(index).comments)}});
}

} // namespace simulator
