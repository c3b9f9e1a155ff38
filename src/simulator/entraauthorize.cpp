// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entraauthorize.h"

#include "simulator/signinpage.h"

#include <QUrl>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestRedirect = 256;
constexpr qsizetype ChallengeLength = 43; // SHA-256 as base64url

Response redirect(const Request &request, FormData answer, EntraState &state)
{
    if (request.hasParameter(u"state"_s))
        answer.append({u"state"_s, request.parameter(u"state"_s)});
    answer.append({u"iss"_s, QString(request.baseUrl + u'/' + state.mint.identity().tenantId + u"/v2.0")});
    const QJsonObject replaced = state.settings.takeReplacement(u"redirect"_s);
    for (auto it = replaced.begin(); it != replaced.end(); ++it) {
        answer.removeIf([&it](const auto &field) { return field.first == it.key(); });
        if (!it->isNull()) // null: the parameter is missing
            answer.append({it.key(), it->toString()});
    }
    return redirectBack(request, answer);
}

Response redirectError(const Request &request, const EntraError &error, EntraState &state)
{
    const Trace trace = traceOf(request, state.now());
    FormData answer {{u"error"_s, error.error},
                     {u"error_description"_s, description(error, trace)},
                     {u"error_uri"_s, errorAddress(error, request)}};
    if (!error.suberror.isEmpty())
        answer.append({u"error_subcode"_s, error.suberror});
    return redirect(request, answer, state);
}

// What is wrong although client and redirect address are known; told to the client by redirect.
std::optional<EntraError> problem(const Request &request, const EntraState &state)
{
    const QString type = request.parameter(u"response_type"_s);
    if (type != u"code")
        return type.isEmpty() ? entraError(900144, u"response_type"_s) : entraError(700051, type);
    if (!request.hasParameter(u"scope"_s))
        return entraError(900144, u"scope"_s);
    const QString challenge = request.parameter(u"code_challenge"_s);
    if (challenge.isEmpty())
        return entraError(50147);
    if (request.parameter(u"code_challenge_method"_s) != u"S256" || challenge.size() != ChallengeLength)
        return entraError(501491);
    const auto scopes = readScopes(request.parameter(u"scope"_s), request.baseUrl, state.settings.absentPermissions);
    if (const auto *error = std::get_if<EntraError>(&scopes))
        return *error;
    const QStringList &wanted = std::get<Scopes>(scopes).permissions;
    const bool isConsented = std::none_of(wanted.begin(), wanted.end(), [&state](const QString &permission) {
        return state.settings.withheld.contains(permission, Qt::CaseInsensitive);
    });
    if (!isConsented && request.parameter(u"prompt"_s) == u"none")
        return entraError(65001, wanted.join(u", "));
    if (!isConsented)
        return entraError(90094);
    return std::nullopt;
}

Response sendCode(const Request &request, const Account &person, EntraState &state)
{
    const QJsonObject claims = claimsAskedIn(request);
    state.settings.refusals.satisfy(claims);
    if (const auto refusal = state.settings.refusals.take(u"authorize"_s, person.upn))
        return redirectError(request, *refusal, state);
    Grant grant;
    grant.claims = claims;
    grant.clientId = request.parameter(u"client_id"_s);
    grant.oid = person.oid;
    grant.scope = request.parameter(u"scope"_s);
    grant.nonce = request.parameter(u"nonce"_s);
    grant.redirectUri = request.parameter(u"redirect_uri"_s);
    grant.challenge = request.parameter(u"code_challenge"_s);
    return redirect(request, {{u"code"_s, state.grants.addCode(grant, state.clock())}}, state);
}

// Nobody can be asked, so the hint decides; a hint at nobody is an error and not somebody else.
Response chooseForThem(const Request &request, EntraState &state)
{
    const QString hint = request.parameter(u"login_hint"_s);
    const QList<Account> &accounts = state.mint.accounts();
    const Account *person = hint.isEmpty() ? firstAdministrator(accounts) : accountByUpn(accounts, hint);
    return person ? sendCode(request, *person, state) : redirectError(request, entraError(50034, hint), state);
}

} // namespace

bool isRegisteredRedirect(const QString &uri)
{
    const QUrl url(uri, QUrl::StrictMode);
    const bool isPlain = url.isValid() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    const bool isLoopback = url.host() == u"localhost" || url.host() == u"127.0.0.1";
    return isPlain && isLoopback && url.scheme() == u"http" && uri.size() <= LongestRedirect
        && (url.path().isEmpty() || url.path() == u"/");
}

Response redirectBack(const Request &request, const FormData &answer)
{
    QString target = request.parameter(u"redirect_uri"_s);
    if (QUrl(target).path().isEmpty())
        target += u'/';
    Response response;
    response.status = 302;
    response.headers = {{"Location", target.toUtf8() + '?' + encodeForm(answer)}, {"Cache-Control", "no-store"}};
    return response;
}

Response authorize(const Request &request, EntraState &state)
{
    if (request.method != "GET")
        return errorPage(u"Sign-in failed"_s, u"This page can only be opened."_s, 405);
    const QString client = request.parameter(u"client_id"_s);
    if (client.compare(state.mint.identity().clientId, Qt::CaseInsensitive) != 0)
        return errorPage(u"Sign-in failed"_s, description(entraError(700016, client)));
    const QString back = request.parameter(u"redirect_uri"_s);
    if (!isRegisteredRedirect(back))
        return errorPage(u"Sign-in failed"_s, description(entraError(50011, back)));
    if (const auto error = problem(request, state))
        return redirectError(request, *error, state);
    if (const auto refusal = state.settings.refusals.take(u"authorize"_s))
        return redirectError(request, *refusal, state);
    if (request.hasParameter(u"account"_s)) { // a link of our own page was followed
        const Account *person = accountByOid(state.mint.accounts(), request.parameter(u"account"_s));
        return person ? sendCode(request, *person, state) : redirectError(request, entraError(65004), state);
    }
    if (state.autoApprove)
        return chooseForThem(request, state);
    if (request.parameter(u"prompt"_s) == u"none")
        return redirectError(request, entraError(50058), state);
    return accountPage(request, state.mint.accounts());
}

} // namespace simulator
