// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "usersendpoint.h"

#include "accessrules.h"
#include "graphanswer.h"
#include "listquery.h"
#include "messagerulesendpoint.h"
#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

const QStringList usualProperties {u"id"_s, u"userPrincipalName"_s, u"displayName"_s, u"givenName"_s, u"surname"_s, u"mail"_s, u"jobTitle"_s,
                                   u"officeLocation"_s, u"businessPhones"_s, u"mobilePhone"_s, u"preferredLanguage"_s};
const QStringList furtherProperties {u"accountEnabled"_s, u"department"_s, u"userType"_s, u"onPremisesSamAccountName"_s,
                                     u"onPremisesSecurityIdentifier"_s, u"signInSessionsValidFromDateTime"_s};

QJsonObject profile(const Person &person, const AccountFacts &facts, Ticks start)
{
    return {{u"id"_s, person.objectId},
            {u"userPrincipalName"_s, person.upn},
            {u"displayName"_s, person.displayName},
            {u"givenName"_s, person.displayName.section(u' ', 0, 0)},
            {u"surname"_s, person.displayName.section(u' ', 1)},
            {u"mail"_s, person.upn},
            {u"jobTitle"_s, person.title},
            {u"officeLocation"_s, person.city},
            {u"businessPhones"_s, QJsonArray()},
            {u"mobilePhone"_s, QJsonValue::Null},
            {u"preferredLanguage"_s, u"en-US"_s},
            {u"accountEnabled"_s, facts.enabled},
            {u"department"_s, person.department.isEmpty() ? QJsonValue() : QJsonValue(person.department)},
            {u"userType"_s, person.upn.contains("#ext#"_L1) ? u"Guest"_s : u"Member"_s},
            {u"onPremisesSamAccountName"_s, person.account},
            {u"onPremisesSecurityIdentifier"_s, person.sid.isEmpty() ? QJsonValue() : QJsonValue(person.sid)},
            {u"signInSessionsValidFromDateTime"_s, secondStamp(facts.sessionsFrom > 0 ? facts.sessionsFrom : start - 400 * oneDay)}};
}

class UserCall {
public:
    UserCall(const GraphCall &call, Organisation &org)
        : m_call(call)
        , m_org(org)
        , m_isMe(call.is(0, "me"_L1))
        , m_person(org.people.find(m_isMe ? self() : call.segment(1)))
    {
    }

    Response answer();

private:
    [[nodiscard]] QString self() const
    {
        return m_call.caller.objectId.isEmpty() ? m_call.caller.userPrincipalName : m_call.caller.objectId;
    }
    [[nodiscard]] Response refused() const
    {
        return m_call.error(403, u"Authorization_RequestDenied"_s, u"Insufficient privileges to complete the operation."_s);
    }
    [[nodiscard]] Response unknown() const;
    [[nodiscard]] Response get() const;
    Response update();
    [[nodiscard]] QString readUpdate(const QJsonObject &body, std::optional<bool> &enabled, std::optional<bool> &forced) const;
    Response revoke();

    const GraphCall &m_call;
    Organisation &m_org;
    bool m_isMe;
    const Person *m_person; // nullptr: nobody of ours
};

Response UserCall::answer()
{
    if (m_isMe && m_call.caller.application) {
        return m_call.badRequest(u"/me request is only valid with delegated authentication flow."_s);
    }
    const int next = m_isMe ? 1 : 2;
    if (m_call.segments.size() == next) {
        return m_call.hasMethod("GET") ? get() : m_call.hasMethod("PATCH") ? update() : m_call.wrongMethod();
    }
    if (m_call.segments.size() < next) {
        return m_call.badRequest(u"Resource not found for the segment '%1'."_s.arg(m_call.segments.last()));
    }
    if (m_call.is(next, "mailFolders"_L1)) {
        return answerMessageRules(m_call, next, m_org, m_person);
    }
    if (m_call.segments.size() == next + 1 && m_call.is(next, "revokeSignInSessions"_L1)) {
        return m_call.hasMethod("POST") ? revoke() : m_call.wrongMethod();
    }
    return m_call.badRequest(u"Resource not found for the segment '%1'."_s.arg(m_call.segment(next)));
}

Response UserCall::unknown() const
{
    return m_call.error(404, u"Request_ResourceNotFound"_s,
                        u"Resource '%1' does not exist or one of its queried reference-property objects are not present."_s.arg(
                            m_call.segment(1)));
}

Response UserCall::get() const
{
    const bool own = m_person != nullptr && m_person->upn.compare(m_call.caller.userPrincipalName, Qt::CaseInsensitive) == 0;
    if (!refusalOf(m_call.caller, own ? Operation::ReadOwnUser : Operation::ReadAnyUser).isEmpty()) {
        return refused();
    }
    if (m_person == nullptr) {
        return unknown();
    }
    const ListRules rules {.typeName = "microsoft.graph.user"_L1, .properties = usualProperties + furtherProperties};
    const auto query = readEntityQuery(m_call.request, rules, m_org.switches);
    if (!query) {
        return m_call.badRequest(query.error());
    }
    QJsonObject user = selectedMembers(profile(*m_person, m_org.directory.facts(m_person->upn), m_org.start),
                                       query->select.isEmpty() ? usualProperties : query->select);
    const QString columns = query->select.isEmpty() ? QString() : u'(' + query->select.join(u',') + u')';
    user.insert(u"@odata.context"_s, m_call.context(QString(u"users"_s + columns + u"/$entity"_s)));
    return jsonAnswer(user);
}

QString UserCall::readUpdate(const QJsonObject &body, std::optional<bool> &enabled, std::optional<bool> &forced) const
{
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (member.key() == "accountEnabled"_L1 && member.value().isBool()) {
            enabled = member.value().toBool();
        } else if (member.key() == "passwordProfile"_L1 && member.value()[u"forceChangePasswordNextSignIn"].isBool()) {
            forced = member.value()[u"forceChangePasswordNextSignIn"].toBool();
        } else if (!member.key().startsWith("@odata."_L1)) {
            return u"Invalid property '%1'."_s.arg(member.key());
        }
    }
    return {};
}

Response UserCall::update()
{
    const auto body = m_call.bodyObject();
    if (!body) {
        return m_call.error(400, u"Request_BadRequest"_s, body.error());
    }
    std::optional<bool> enabled;
    std::optional<bool> forced;
    const QString problem = readUpdate(*body, enabled, forced);
    if (!problem.isEmpty()) {
        return m_call.error(400, u"Request_BadRequest"_s, problem);
    }
    const bool mayAll = (!enabled || refusalOf(m_call.caller, Operation::EnableAccounts).isEmpty())
        && (!forced || refusalOf(m_call.caller, Operation::ForcePasswords).isEmpty());
    if (!mayAll) {
        return refused();
    }
    if (m_person == nullptr) {
        return unknown();
    }
    if (enabled) {
        m_org.directory.setEnabled(m_person->upn, *enabled);
    }
    if (forced) {
        m_org.directory.forcePasswordChange(m_person->upn, *forced);
    }
    m_org.effects.add(m_org.clock.now(), m_call.request, m_call.caller, u"patchUser"_s, m_person->upn, *body);
    return {204, {}, {}};
}

Response UserCall::revoke()
{
    const bool own = m_person != nullptr && m_person->upn.compare(m_call.caller.userPrincipalName, Qt::CaseInsensitive) == 0;
    if (!refusalOf(m_call.caller, own ? Operation::RevokeOwnSessions : Operation::RevokeSessions).isEmpty()) {
        return refused();
    }
    if (m_person == nullptr) {
        return unknown();
    }
    m_org.directory.revokeSessions(m_person->upn, m_org.clock.now());
    m_org.effects.add(m_org.clock.now(), m_call.request, m_call.caller, u"revokeSignInSessions"_s, m_person->upn, {});
    return jsonAnswer(QJsonObject {{u"@odata.context"_s, m_call.context(u"Edm.Boolean"_s)}, {u"value"_s, true}});
}

} // namespace

Response answerUsers(const GraphCall &call, Organisation &org)
{
    return UserCall(call, org).answer();
}

} // namespace simulator
