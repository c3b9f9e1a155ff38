// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphapi.h"

#include "identityendpoint.h"
#include "masking.h"
#include "organisation.h"
#include "restructureendpoint.h"
#include "usersendpoint.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

bool hasBodyOfNoKnownType(const Request &request)
{
    return !request.body.isEmpty() && request.method != "GET"
        && !request.header("Content-Type").toLower().startsWith("application/json");
}

} // namespace

GraphApi::GraphApi(Organisation &org)
    : m_org(org)
    , m_incidents(org)
    , m_alerts(org)
    , m_mails(org)
    , m_hunting(org)
{
}

void GraphApi::prepare()
{
    m_incidents.sortRows();
    m_alerts.sortRows();
}

Response GraphApi::answer(const Request &request, const Caller &caller)
{
    QStringList segments = request.path.split(u'/', Qt::SkipEmptyParts);
    const QString version = segments.isEmpty() ? QString() : segments.takeFirst().toLower();
    const GraphCall call {request, caller, m_org.clock.now(), segments, version == "beta"_L1};
    if ((version != "v1.0"_L1 && version != "beta"_L1) || segments.isEmpty()) {
        return call.badRequest(u"Invalid version: %1"_s.arg(version));
    }
    if (hasBodyOfNoKnownType(request)) {
        return call.error(415, u"BadRequest"_s, u"A supported Content-Type header is required: application/json."_s);
    }
    Response response = route(call);
    if (response.status < 300 && wantsAllMembers(request)) {
        response.headers.append(Header {"Preference-Applied", "include-unknown-enum-members"});
    }
    return response;
}

Response GraphApi::route(const GraphCall &call)
{
    if (call.is(0, "security"_L1)) {
        return routeSecurity(call);
    }
    if (call.is(0, "users"_L1) || call.is(0, "me"_L1)) {
        return answerUsers(call, m_org);
    }
    if (call.is(0, "identityProtection"_L1)) {
        return answerRiskyUsers(call, m_org);
    }
    return call.badRequest(u"Resource not found for the segment '%1'."_s.arg(call.segment(0)));
}

Response GraphApi::routeSecurity(const GraphCall &call)
{
    constexpr int collection = 1;
    constexpr int action = 2;
    if (call.is(collection, "incidents"_L1)) {
        const bool merges = call.segments.size() == 3 && call.is(action, "mergeIncidents"_L1);
        return merges ? answerMerge(call, m_org) : m_incidents.answer(call);
    }
    if (call.is(collection, "alerts_v2"_L1)) {
        const bool moves = call.segments.size() == 3 && call.is(action, "moveAlerts"_L1);
        return moves ? answerMove(call, m_org) : m_alerts.answer(call);
    }
    if (call.is(collection, "runHuntingQuery"_L1) && call.segments.size() == 2) {
        return m_hunting.answer(call);
    }
    if (call.is(collection, "collaboration"_L1) && call.is(action, "analyzedEmails"_L1)) {
        return m_mails.answer(call);
    }
    if (call.is(collection, "identities"_L1)) {
        return answerIdentityAccounts(call, m_org);
    }
    return call.badRequest(u"Resource not found for the segment '%1'."_s.arg(call.segment(collection)));
}

} // namespace simulator
