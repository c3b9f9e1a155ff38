// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertsendpoint.h"

#include "accessrules.h"
#include "caseedits.h"
#include "graphanswer.h"
#include "incidentsendpoint.h"
#include "masking.h"
#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int alertCommentsSegment = 3;

ListRules alertRules(const Switches &switches)
{
    return {.typeName = "microsoft.graph.security.alert"_L1,
            .context = "security/alerts_v2"_L1,
            .topCap = switches.number("alertTopCap"_L1),
            .page = switches.number("alertPage"_L1),
            .properties = {u"id"_s, u"incidentId"_s, u"tenantId"_s, u"providerAlertId"_s, u"detectorId"_s, u"alertPolicyId"_s,
                           u"status"_s, u"severity"_s, u"classification"_s, u"determination"_s, u"serviceSource"_s,
                           u"detectionSource"_s, u"productName"_s, u"title"_s, u"description"_s, u"recommendedActions"_s,
                           u"category"_s, u"categories"_s, u"assignedTo"_s, u"alertWebUrl"_s, u"incidentWebUrl"_s,
                           u"actorDisplayName"_s, u"threatDisplayName"_s, u"threatFamilyName"_s, u"mitreTechniques"_s,
                           u"createdDateTime"_s, u"lastUpdateDateTime"_s, u"resolvedDateTime"_s, u"firstActivityDateTime"_s,
                           u"lastActivityDateTime"_s, u"systemTags"_s, u"comments"_s, u"evidence"_s, u"investigationState"_s,
                           u"additionalData"_s, u"customDetails"_s}};
}

} // namespace

AlertsEndpoint::AlertsEndpoint(Organisation &org)
    : m_org(org)
    , m_list(org.incidents, CaseList::Of::Alerts)
{
}

Response AlertsEndpoint::answer(const GraphCall &call)
{
    const bool writes = !call.hasMethod("GET");
    const QString refusal = refusalOf(call.caller, writes ? Operation::WriteAlerts : Operation::ReadAlerts);
    if (!refusal.isEmpty()) {
        return call.error(403, u"Forbidden"_s, refusal);
    }
    if (call.segments.size() == 2) {
        return call.hasMethod("GET") ? list(call) : call.wrongMethod();
    }
    const auto index = m_org.incidents.findAlert(call.segment(2));
    if (!index || m_org.incidents.alert(*index).created < m_org.retainedFrom()) {
        return call.notFound();
    }
    if (call.segments.size() == 3) {
        return call.hasMethod("GET") ? get(call, *index)
            : call.hasMethod("PATCH") ? update(call, *index)
                                      : call.wrongMethod();
    }
    if (call.segments.size() == 4 && call.is(alertCommentsSegment, "comments"_L1)) {
        return call.hasMethod("POST") ? comment(call, *index)
            : call.hasMethod("GET") ? comments(call, *index)
                                    : call.wrongMethod();
    }
    return call.badRequest(u"Resource not found for the segment '%1'."_s.arg(call.segments.last()));
}

Response AlertsEndpoint::list(const GraphCall &call)
{
    const ListRules rules = alertRules(m_org.switches);
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
    const WireForm form {.masked = !wantsAllMembers(call.request), .select = query->select};
    QList<QByteArray> items;
    items.reserve(plan.count);
    for (int i = 0; i < plan.count; ++i) {
        items.append(m_org.json.alert(indices[static_cast<std::size_t>(plan.first + i)], form));
    }
    return pageAnswer(call, rules, *query, plan, total, items);
}

Response AlertsEndpoint::get(const GraphCall &call, AlertIndex index) const
{
    const auto query = readEntityQuery(call.request, alertRules(m_org.switches), m_org.switches);
    if (!query) {
        return call.badRequest(query.error());
    }
    return entity(call, index, {.masked = !wantsAllMembers(call.request), .select = query->select});
}

Response AlertsEndpoint::entity(const GraphCall &call, AlertIndex index, const WireForm &form) const
{
    const QByteArray item = m_org.json.alert(index, form);
    return jsonAnswer("{\"@odata.context\":\"" + call.context(u"security/alerts_v2/$entity"_s).toUtf8() + "\","
                      + item.sliced(1));
}

Response AlertsEndpoint::update(const GraphCall &call, AlertIndex index)
{
    const auto body = call.bodyObject();
    if (!body) {
        return call.badRequest(body.error());
    }
    const auto edit = readAlertEdit(*body, m_org);
    if (!edit) {
        return call.badRequest(edit.error());
    }
    applyEdit(m_org, index, *edit);
    m_org.effects.add(m_org.clock.now(), call.request, call.caller, u"patchAlert"_s, m_org.incidents.alertId(index), *body);
    return entity(call, index, {.masked = !wantsAllMembers(call.request)});
}

Response AlertsEndpoint::comment(const GraphCall &call, AlertIndex index)
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
    addAlertComment(m_org, index, text, authorOf(call.caller, m_org));
    m_org.effects.add(m_org.clock.now(), call.request, call.caller, u"comment"_s,
                      QString(u"alert/"_s + m_org.incidents.alertId(index)), {{u"comment"_s, text}});
    return commentAnswer(call, m_org.switches, comments(call, index));
}

Response AlertsEndpoint::comments(const GraphCall &call, AlertIndex index) const
{
    const QString id = m_org.incidents.alertId(index);
    return jsonAnswer(QJsonObject {{u"@odata.context"_s, call.context(u"security/alerts_v2('%1')/comments"_s.arg(id))},
                                   {u"value"_s, m_org.json.comments(m_org.incidents.body(index)[u"comments"].toArray())}});
}

} // namespace simulator
