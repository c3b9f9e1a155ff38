// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "usersendpoint.h"

#include "accessrules.h"
#include "graphanswer.h"
#include "people.h"

#include <QJsonArray>

namespace simulator {

using namespace Qt::StringLiterals;

Response answerUsers(const GraphCall &call, const People &people)
{
    if (!call.hasMethod("GET")) {
        return call.wrongMethod();
    }
    const bool me = call.is(0, "me"_L1);
    if (me && call.caller.application) {
        return call.badRequest(u"/me request is only valid with delegated authentication flow."_s);
    }
    if (call.segments.size() != (me ? 1 : 2)) {
        return call.badRequest(u"Resource not found for the segment '%1'."_s.arg(call.segments.last()));
    }
    const QString name = me ? call.caller.objectId : call.segment(1);
    const Person *person = people.find(name);
    const bool own = person != nullptr && person->objectId == call.caller.objectId;
    const QString refusal = refusalOf(call.caller, own ? Operation::ReadOwnUser : Operation::ReadAnyUser);
    if (!refusal.isEmpty()) {
        return call.error(403, u"Authorization_RequestDenied"_s, refusal);
    }
    if (person == nullptr) {
        return call.error(404, u"Request_ResourceNotFound"_s,
                          u"Resource '%1' does not exist or one of its queried reference-property objects are not present."_s.arg(name));
    }
    return jsonAnswer(QJsonObject {{u"@odata.context"_s, call.context(u"users/$entity"_s)},
                                   {u"id"_s, person->objectId},
                                   {u"userPrincipalName"_s, person->upn},
                                   {u"displayName"_s, person->displayName},
                                   {u"givenName"_s, person->displayName.section(u' ', 0, 0)},
                                   {u"surname"_s, person->displayName.section(u' ', 1)},
                                   {u"mail"_s, person->upn},
                                   {u"jobTitle"_s, person->title},
                                   {u"officeLocation"_s, person->city},
                                   {u"businessPhones"_s, QJsonArray()},
                                   {u"mobilePhone"_s, QJsonValue::Null},
                                   {u"preferredLanguage"_s, u"en-US"_s}});
}

} // namespace simulator
