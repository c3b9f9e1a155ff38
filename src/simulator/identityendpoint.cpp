// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "identityendpoint.h"

#include "accessrules.h"
#include "graphanswer.h"
#include "organisation.h"
#include "random.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 correlationStream = 61;

QString riskWord(RiskState state)
{
    switch (state) {
    case RiskState::None: return u"none"_s;
    case RiskState::ConfirmedCompromised: return u"confirmedCompromised"_s;
    case RiskState::Dismissed: return u"dismissed"_s;
    }
    return {};
}

Response riskyUser(const GraphCall &call, const Organisation &org, const QString &id)
{
    const Person *person = org.people.find(id);
    if (person == nullptr) {
        return call.notFound();
    }
    const AccountFacts facts = org.directory.facts(person->upn);
    return jsonAnswer(QJsonObject {
        {u"@odata.context"_s, call.context(u"identityProtection/riskyUsers/$entity"_s)},
        {u"id"_s, person->objectId},
        {u"userPrincipalName"_s, person->upn},
        {u"userDisplayName"_s, person->displayName},
        {u"isDeleted"_s, false},
        {u"isProcessing"_s, false},
        {u"riskState"_s, riskWord(facts.risk)},
        {u"riskLevel"_s, facts.risk == RiskState::ConfirmedCompromised ? u"high"_s : u"none"_s},
        {u"riskDetail"_s, facts.risk == RiskState::ConfirmedCompromised ? u"adminConfirmedUserCompromised"_s
             : facts.risk == RiskState::Dismissed ? u"adminDismissedAllRiskForUser"_s : u"none"_s},
        {u"riskLastUpdatedDateTime"_s, facts.riskChanged > 0 ? QJsonValue(stamp(facts.riskChanged)) : QJsonValue()}});
}

Response setRisk(const GraphCall &call, Organisation &org, RiskState state)
{
    const auto body = call.bodyObject();
    const QJsonArray ids = body ? (*body)[u"userIds"].toArray() : QJsonArray();
    if (ids.isEmpty()) {
        return call.badRequest(body ? u"The property 'userIds' must name at least one user."_s : body.error());
    }
    for (const QJsonValue &id : ids) {
        if (org.people.find(id.toString()) == nullptr) {
            return call.error(404, u"NotFound"_s, u"User '%1' does not exist."_s.arg(id.toString()));
        }
    }
    for (const QJsonValue &id : ids) {
        const QString upn = org.people.find(id.toString())->upn;
        org.directory.setRisk(upn, state, org.clock.now());
        org.effects.add(org.clock.now(), call.request, call.caller,
                        state == RiskState::Dismissed ? u"dismissRisk"_s : u"confirmCompromised"_s, upn, {});
    }
    return {204, {}, {}};
}

// What schema and documentation allow: forcing a password only in Active Directory, revoking sessions only in Okta. Entra is
// in the list of providers and documented as out of scope.
QString invocationProblem(const QString &action, const QString &provider)
{
    constexpr std::array actions {"disable"_L1, "enable"_L1, "forcePasswordReset"_L1, "revokeAllSessions"_L1};
    const bool isKnown = std::any_of(actions.begin(), actions.end(), [&action](QLatin1StringView word) { return action == word; });
    const bool isDirectory = provider == "activeDirectory"_L1;
    if (!isDirectory && provider != "okta"_L1) {
        return u"Invalid value '%1' for identityProvider."_s.arg(provider);
    }
    const bool fits = isKnown && (action != "forcePasswordReset"_L1 || isDirectory) && (action != "revokeAllSessions"_L1 || !isDirectory);
    return fits ? QString() : u"The action '%1' is not supported for the identity provider '%2'."_s.arg(action, provider);
}

QJsonObject invocation(const GraphCall &call, const Organisation &org, const QJsonObject &body)
{
    QJsonObject done {{u"accountId"_s, body[u"accountId"]},
                      {u"action"_s, body[u"action"]},
                      {u"correlationId"_s, Random(org.seed, {correlationStream, static_cast<quint64>(org.effects.count())}).guid()}};
    const QString context = call.context(u"microsoft.graph.security.invokeActionResult"_s);
    if (org.switches.is("invokeActionAnswer"_L1, "wrapped"_L1)) {
        done.insert(u"provider"_s, body[u"identityProvider"]);
        return {{u"@odata.context"_s, context}, {u"value"_s, done}};
    }
    done.insert(u"identityProvider"_s, body[u"identityProvider"]);
    done.insert(u"@odata.context"_s, context);
    return done;
}

} // namespace

Response answerRiskyUsers(const GraphCall &call, Organisation &org)
{
    if (!call.is(1, "riskyUsers"_L1) || call.segments.size() != 3) {
        return call.badRequest(u"Resource not found for the segment '%1'."_s.arg(call.segments.last()));
    }
    const bool confirms = call.is(2, "confirmCompromised"_L1);
    const bool acts = confirms || call.is(2, "dismiss"_L1);
    const QString refusal = refusalOf(call.caller, acts ? Operation::ManageRisk : Operation::ReadRisk);
    if (!refusal.isEmpty()) {
        return call.error(403, u"Forbidden"_s, refusal);
    }
    if (!call.hasMethod(acts ? "POST" : "GET")) {
        return call.wrongMethod();
    }
    return acts ? setRisk(call, org, confirms ? RiskState::ConfirmedCompromised : RiskState::Dismissed)
                : riskyUser(call, org, call.segment(2));
}

Response answerIdentityAccounts(const GraphCall &call, Organisation &org)
{
    constexpr int account = 3;
    constexpr int action = 4;
    if (!call.is(2, "identityAccounts"_L1) || call.segments.size() != 5 || !call.is(action, "invokeAction"_L1)) {
        return call.badRequest(u"Resource not found for the segment '%1'."_s.arg(call.segments.last()));
    }
    const QString refusal = refusalOf(call.caller, Operation::ActOnIdentities);
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
    const Person *person = org.people.find(call.segment(account));
    if (person == nullptr) {
        return call.notFound();
    }
    const QString problem = invocationProblem((*body)[u"action"].toString(), (*body)[u"identityProvider"].toString());
    if (!problem.isEmpty() || (*body)[u"accountId"].toString().isEmpty()) {
        return call.badRequest(problem.isEmpty() ? u"The property 'accountId' is required."_s : problem);
    }
    const QJsonObject answer = invocation(call, org, *body);
    org.effects.add(org.clock.now(), call.request, call.caller, u"invokeAction"_s, person->upn, *body);
    return jsonAnswer(answer);
}

} // namespace simulator
