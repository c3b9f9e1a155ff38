// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entradevice.h"

#include "simulator/entraclient.h"
#include "simulator/formdata.h"
#include "simulator/signinpage.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

std::optional<EntraError> problem(const Request &request, const FormData &form, const EntraState &state)
{
    if (request.method != "POST")
        return entraError(900561, QString::fromLatin1(request.method));
    const QString client = formValue(form, u"client_id");
    if (client.isEmpty())
        return entraError(900144, u"client_id"_s);
    if (!isPublicClient(client, state))
        return entraError(700016, client);
    if (formValue(form, u"scope").isEmpty())
        return entraError(900144, u"scope"_s);
    const auto scopes = readScopes(formValue(form, u"scope"), request.baseUrl, state.settings.absentPermissions);
    if (const auto *error = std::get_if<EntraError>(&scopes))
        return *error;
    return std::nullopt;
}

Response thanks(bool isApproved)
{
    return isApproved ? htmlPage(u"You have signed in"_s, u"<p>Go back to your device.</p>"_s)
                      : htmlPage(u"Declined"_s, u"<p>The device gets nothing.</p>"_s);
}

} // namespace

Response deviceCode(const Request &request, EntraState &state)
{
    const FormData form = decodeForm(request.body);
    if (const auto error = problem(request, form, state))
        return errorResponse(*error, request, state.now());
    Grant grant;
    grant.clientId = formValue(form, u"client_id");
    grant.scope = formValue(form, u"scope");
    grant.claims = claimsAskedIn(request);
    const DeviceCodes::Codes codes = state.devices.add(grant, state.clock(), state.settings);
    const QString page = request.baseUrl + deviceLoginPath;
    const QString message =
        u"To sign in, use a web browser to open the page %1 and enter the code %2 to authenticate."_s.arg(page,
                                                                                                          codes.user);
    Response response;
    response.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"Cache-Control", "no-store, no-cache"}};
    response.body = QJsonDocument(QJsonObject {{u"user_code"_s, codes.user},
                                               {u"device_code"_s, codes.device},
                                               {u"verification_uri"_s, page},
                                               {u"expires_in"_s, state.settings.deviceLifetime},
                                               {u"interval"_s, state.settings.deviceInterval},
                                               {u"message"_s, message}})
                        .toJson(QJsonDocument::Compact);
    return response;
}

Response deviceLogin(const Request &request, EntraState &state)
{
    const QString code = request.parameter(u"user_code"_s);
    if (code.isEmpty())
        return codePage();
    if (!state.devices.waiting(code, state.clock()))
        return errorPage(u"That code did not work"_s, description(entraError(70018)));
    const QList<Account> &accounts = state.mint.accounts();
    const bool isChosen = request.hasParameter(u"account"_s);
    if (!isChosen && !state.autoApprove)
        return accountPage(request, accounts);
    const Account *person =
        isChosen ? accountByOid(accounts, request.parameter(u"account"_s)) : firstAdministrator(accounts);
    state.devices.decide(code, person ? person->oid : QString(), state.clock());
    return thanks(person);
}

} // namespace simulator
