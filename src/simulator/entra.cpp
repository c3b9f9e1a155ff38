// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entra.h"

#include "simulator/entraauthorize.h"
#include "simulator/entratoken.h"
#include "simulator/signinpage.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

Response json(const QJsonObject &body)
{
    Response response;
    response.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace

Entra::Entra(EntraState state)
    : m_state(std::move(state))
{
}

bool Entra::isPath(const QString &path)
{
    const QString second = path.section(u'/', 2, 2);
    return second == u"oauth2" || second == u"v2.0" || second == u"discovery";
}

bool Entra::isOurTenant(const QString &name) const
{
    return name.compare(m_state.mint.identity().tenantId, Qt::CaseInsensitive) == 0 || name == u"organizations"
        || name == u"common";
}

Response Entra::answer(const Request &request)
{
    const QString tenant = request.path.section(u'/', 1, 1);
    const QString endpoint = request.path.section(u'/', 2);
    const bool isAuthorize = endpoint == u"oauth2/v2.0/authorize";
    if (!isOurTenant(tenant)) {
        const EntraError unknown = entraError(90002, tenant);
        return isAuthorize ? errorPage(u"Sign-in failed"_s, description(unknown))
                           : errorResponse(unknown, request, m_state.now());
    }
    if (isAuthorize)
        return authorize(request, m_state);
    if (endpoint == u"oauth2/v2.0/token")
        return token(request, tenant, m_state);
    if (endpoint == u"oauth2/v2.0/logout")
        return htmlPage(u"Signed out"_s, u"<p>You can close this page.</p>"_s);
    if (endpoint == u"v2.0/.well-known/openid-configuration")
        return discovery(request);
    if (endpoint == u"discovery/v2.0/keys")
        return keys();
    return errorPage(u"Not found"_s, u"There is no such page."_s, 404);
}

std::variant<Caller, TokenRefusal> Entra::check(const QByteArray &authorization) const
{
    return m_state.mint.check(authorization, m_state.settings);
}

Response Entra::discovery(const Request &request) const
{
    const QString base = request.baseUrl + u'/' + m_state.mint.identity().tenantId;
    return json({{u"issuer"_s, QString(base + u"/v2.0")},
                 {u"authorization_endpoint"_s, QString(base + u"/oauth2/v2.0/authorize")},
                 {u"token_endpoint"_s, QString(base + u"/oauth2/v2.0/token")},
                 {u"end_session_endpoint"_s, QString(base + u"/oauth2/v2.0/logout")},
                 {u"jwks_uri"_s, QString(base + u"/discovery/v2.0/keys")},
                 {u"response_modes_supported"_s, QJsonArray {u"query"_s}},
                 {u"response_types_supported"_s, QJsonArray {u"code"_s}},
                 {u"subject_types_supported"_s, QJsonArray {u"pairwise"_s}},
                 {u"id_token_signing_alg_values_supported"_s, QJsonArray {u"RS256"_s}},
                 {u"code_challenge_methods_supported"_s, QJsonArray {u"S256"_s}},
                 {u"token_endpoint_auth_methods_supported"_s, QJsonArray {u"client_secret_post"_s}},
                 {u"scopes_supported"_s, QJsonArray {u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s}}});
}

Response Entra::keys() const
{
    return json({{u"keys"_s, QJsonArray {m_state.mint.identity().key.jwk()}}});
}

Result<QJsonObject> Entra::control(const QJsonObject &changes)
{
    EntraSettings settings = m_state.settings;
    bool expireTokens = false;
    bool expireCodes = false;
    std::optional<QString> revoked; // oid; empty: everybody
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.key() == u"expireTokens") {
            expireTokens = it->toBool();
        } else if (it.key() == u"expireCodes") {
            expireCodes = it->toBool();
        } else if (it.key() == u"revokeRefreshTokens") {
            const Account *person = accountByUpn(m_state.mint.accounts(), it->toString());
            if (it->isString() && !person)
                return Failure {u"nobody here is called %1"_s.arg(it->toString())};
            if (person || it->toBool())
                revoked = person ? person->oid : QString();
        } else {
            const auto applied = settings.apply(it.key(), *it);
            if (!applied)
                return Failure {applied.error()};
            if (!*applied)
                return Failure {u"there is no setting %1"_s.arg(it.key())};
        }
    }
    m_state.settings = settings;
    if (expireTokens)
        m_state.mint.expireAll();
    if (expireCodes)
        m_state.grants.expireCodes();
    QJsonObject answer = settings.toJson();
    if (revoked)
        answer.insert(u"revoked"_s, m_state.grants.revokeRefreshTokens(*revoked));
    return answer;
}

} // namespace simulator
