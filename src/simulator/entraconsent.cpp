// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entraconsent.h"

#include "simulator/entraauthorize.h"
#include "simulator/entraclient.h"
#include "simulator/signinpage.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

const QString consentingRole = u"Global Administrator"_s;

Response sendBack(const Request &request, FormData answer)
{
    if (request.hasParameter(u"state"_s))
        answer.append({u"state"_s, request.parameter(u"state"_s)});
    return redirectBack(request, answer);
}

Response refuse(const Request &request, const EntraError &error, const EntraState &state)
{
    return sendBack(request,
                    {{u"error"_s, error.error},
                     {u"error_description"_s, description(error, traceOf(request, state.now()))},
                     {u"error_uri"_s, errorAddress(error, request)}});
}

Response grant(const Request &request, const Scopes &scopes, EntraState &state)
{
    for (const QString &permission : scopes.permissions)
        state.settings.withheld.removeIf(
            [&permission](const QString &word) { return word.compare(permission, Qt::CaseInsensitive) == 0; });
    return sendBack(request,
                    {{u"admin_consent"_s, u"True"_s},
                     {u"tenant"_s, state.mint.identity().tenantId},
                     {u"scope"_s, scopes.answerText()}});
}

} // namespace

Response adminConsent(const Request &request, EntraState &state)
{
    const QString title = u"Consent failed"_s;
    const QString client = request.parameter(u"client_id"_s);
    if (!isPublicClient(client, state))
        return errorPage(title, description(entraError(700016, client)));
    const QString back = request.parameter(u"redirect_uri"_s);
    if (!isRegisteredRedirect(back))
        return errorPage(title, description(entraError(50011, back)));
    const auto scopes = readScopes(request.parameter(u"scope"_s), request.baseUrl, state.settings.absentPermissions);
    if (const auto *error = std::get_if<EntraError>(&scopes))
        return refuse(request, *error, state);
    const QList<Account> &accounts = state.mint.accounts();
    const bool isChosen = request.hasParameter(u"account"_s);
    if (!isChosen && !state.autoApprove)
        return accountPage(request, accounts);
    const Account *person =
        isChosen ? accountByOid(accounts, request.parameter(u"account"_s)) : accountWithRole(accounts, consentingRole);
    if (!person)
        return refuse(request, entraError(65004), state);
    if (!person->roles.contains(consentingRole))
        return refuse(request, entraError(90094), state);
    return grant(request, std::get<Scopes>(scopes), state);
}

} // namespace simulator
