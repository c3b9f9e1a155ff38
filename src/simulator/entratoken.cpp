// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entratoken.h"

#include "simulator/entraclient.h"

#include <QJsonDocument>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

using Outcome = std::variant<QJsonObject, EntraError>;

struct TokenRequest {
    const Request &request;
    FormData form;
    QString tenant; // as written in the path

    [[nodiscard]] QString field(QStringView name) const { return formValue(form, name); }
};

QJsonObject merged(QJsonObject object, const QJsonObject &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object.insert(it.key(), *it);
    return object;
}

QJsonObject bearerAnswer(const EntraState &state, const QJsonObject &claims)
{
    return {{u"token_type"_s, u"Bearer"_s},
            {u"expires_in"_s, state.settings.tokenLifetime},
            {u"ext_expires_in"_s, state.settings.tokenLifetime},
            {u"access_token"_s, state.mint.sign(claims)}};
}

QString clientInfo(const Account &person, const EntraState &state)
{
    const QJsonObject info {{u"uid"_s, person.oid}, {u"utid"_s, state.mint.identity().tenantId}};
    return QString::fromLatin1(base64Url(QJsonDocument(info).toJson(QJsonDocument::Compact)));
}

// What the client passed on after challenges, and whether it takes any, shows in the token.
void noteClaims(QJsonObject &access, const QJsonObject &asked)
{
    if (const QString answered = answeredChallenge(asked); !answered.isEmpty())
        access.insert(u"xms_nbf"_s, answered);
    if (takesChallenges(asked))
        access.insert(u"xms_cc"_s, QJsonArray {u"cp1"_s});
}

std::optional<EntraError> consentProblem(const QStringList &permissions, const EntraState &state)
{
    for (const QString &permission : permissions) {
        if (state.settings.withheld.contains(permission, Qt::CaseInsensitive))
            return entraError(65001, permission);
    }
    return std::nullopt;
}

Outcome personTokens(const TokenRequest &asked, Grant grant, EntraState &state)
{
    const Account *person = accountByOid(state.mint.accounts(), grant.oid);
    if (!person)
        return entraError(50034, grant.oid);
    const QString wanted = asked.field(u"scope");
    const auto read = readScopes(wanted.isEmpty() ? grant.scope : wanted, asked.request.baseUrl, state.settings.absentPermissions);
    if (const auto *error = std::get_if<EntraError>(&read))
        return *error;
    const Scopes &scopes = std::get<Scopes>(read);
    if (const auto error = consentProblem(scopes.permissions, state))
        return *error;
    if (const auto refusal = state.settings.refusals.take(asked.field(u"grant_type"), person->upn))
        return *refusal;
    grant.claims = joined(grant.claims, claimsAskedIn(asked.request)); // later tokens keep what was answered once
    QJsonObject access = state.mint.personClaims(*person, scopes, asked.request, state.settings);
    noteClaims(access, grant.claims);
    access = merged(access, state.settings.takeReplacement(u"access"_s));
    QJsonObject answer = bearerAnswer(state, access);
    answer.insert(u"scope"_s, scopes.answerText());
    answer.insert(u"client_info"_s, clientInfo(*person, state));
    if (scopes.openId) {
        const QJsonObject id = merged(state.mint.idClaims(*person, grant, asked.request, state.settings),
                                      state.settings.takeReplacement(u"id"_s));
        answer.insert(u"id_token"_s, state.mint.sign(id));
    }
    if (scopes.offline || asked.field(u"grant_type") == u"refresh_token")
        answer.insert(u"refresh_token"_s, state.grants.addRefreshToken(grant, state.clock()));
    return answer;
}

Outcome redeemCode(const TokenRequest &asked, EntraState &state)
{
    for (const QStringView needed : {u"code", u"redirect_uri", u"code_verifier"}) {
        if (asked.field(needed).isEmpty())
            return entraError(900144, needed.toString());
    }
    Grant presented;
    presented.clientId = asked.field(u"client_id");
    presented.redirectUri = asked.field(u"redirect_uri");
    const auto redeemed = state.grants.redeemCode(asked.field(u"code"), presented, asked.field(u"code_verifier"),
                                                  state.clock(), state.settings);
    if (const auto *error = std::get_if<EntraError>(&redeemed))
        return *error;
    return personTokens(asked, std::get<Grant>(redeemed), state);
}

Outcome redeemRefreshToken(const TokenRequest &asked, EntraState &state)
{
    const QString old = asked.field(u"refresh_token");
    if (old.isEmpty())
        return entraError(900144, u"refresh_token"_s);
    const auto redeemed =
        state.grants.redeemRefreshToken(old, asked.field(u"client_id"), state.clock(), state.settings);
    if (const auto *error = std::get_if<EntraError>(&redeemed))
        return *error;
    Grant grant = std::get<Grant>(redeemed);
    grant.nonce.clear(); // it belongs to the interactive sign-in alone
    Outcome outcome = personTokens(asked, grant, state);
    if (std::holds_alternative<QJsonObject>(outcome))
        state.grants.markReplaced(old, state.clock());
    return outcome;
}

Outcome redeemDeviceCode(const TokenRequest &asked, EntraState &state)
{
    const QString code = asked.field(u"device_code");
    if (code.isEmpty())
        return entraError(900144, u"device_code"_s);
    const auto redeemed = state.devices.redeem(code, asked.field(u"client_id"), state.clock());
    if (const auto *error = std::get_if<EntraError>(&redeemed))
        return *error;
    return personTokens(asked, std::get<Grant>(redeemed), state);
}

Outcome clientCredentials(const TokenRequest &asked, EntraState &state)
{
    if (asked.tenant == u"organizations" || asked.tenant == u"common")
        return entraError(50059);
    if (isPublicClient(asked.field(u"client_id"), state))
        return entraError(7000218);
    const auto read = readScopes(asked.field(u"scope"), asked.request.baseUrl, state.settings.absentPermissions);
    if (const auto *error = std::get_if<EntraError>(&read))
        return *error;
    const Scopes &scopes = std::get<Scopes>(read);
    if (!scopes.byDefault)
        return entraError(70011, asked.field(u"scope"));
    return bearerAnswer(state,
                        merged(state.mint.applicationClaims(scopes.audience, asked.request, state.settings),
                               state.settings.takeReplacement(u"access"_s)));
}

Outcome decide(const TokenRequest &asked, EntraState &state)
{
    const QString type = asked.field(u"grant_type");
    if (type.isEmpty())
        return entraError(900144, u"grant_type"_s);
    if (const auto error = clientProblem(asked.request, asked.form, asked.tenant, state))
        return *error;
    if (const auto refusal = state.settings.refusals.take(type))
        return *refusal;
    if (type == u"authorization_code")
        return redeemCode(asked, state);
    if (type == u"refresh_token")
        return redeemRefreshToken(asked, state);
    // the name of RFC 8628, and the one of before that Microsoft's libraries still send
    if (type == u"urn:ietf:params:oauth:grant-type:device_code" || type == u"device_code")
        return redeemDeviceCode(asked, state);
    if (type == u"client_credentials")
        return clientCredentials(asked, state);
    return entraError(70003, type);
}

} // namespace

Response token(const Request &request, const QString &tenant, EntraState &state)
{
    if (request.method != "POST")
        return errorResponse(entraError(900561, QString::fromLatin1(request.method)), request, state.now());
    const Outcome outcome = decide({request, decodeForm(request.body), tenant}, state);
    if (const auto *error = std::get_if<EntraError>(&outcome))
        return errorResponse(*error, request, state.now());
    const QJsonObject answer = merged(std::get<QJsonObject>(outcome), state.settings.takeReplacement(u"answer"_s));
    Response response;
    response.headers = {{"Content-Type", "application/json; charset=utf-8"},
                        {"Cache-Control", "no-store, no-cache"},
                        {"Pragma", "no-cache"}};
    response.body = QJsonDocument(answer).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace simulator
