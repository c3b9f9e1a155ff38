// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entra.h"

#include "simulator/entraauthorize.h"
#include "simulator/entraconsent.h"
#include "simulator/entracontrol.h"
#include "simulator/entradevice.h"
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
    const auto certificate = RegisteredCertificate::fromPem(m_state.mint.identity().certificate.certificatePem);
    if (certificate)
        m_state.assertions.add(*certificate);
}

bool Entra::isPath(const QString &path)
{
    const QString second = path.section(u'/', 2, 2);
    return path == deviceLoginPath || path == u"/error" || second == u"oauth2" || second == u"v2.0"
        || second == u"discovery";
}

bool Entra::isOurTenant(const QString &name) const
{
    const Identity &identity = m_state.mint.identity();
    return name.compare(identity.tenantId, Qt::CaseInsensitive) == 0
        || name.compare(identity.domain, Qt::CaseInsensitive) == 0 || name == u"organizations" || name == u"common";
}

bool Entra::isWaitedFor(const QString &userCode)
{
    return m_state.devices.waiting(userCode, m_state.clock()) != nullptr;
}

Response Entra::answer(const Request &request)
{
    const QString tenant = request.path.section(u'/', 1, 1);
    const QString endpoint = request.path.section(u'/', 2);
    const bool isAuthorize = endpoint == u"oauth2/v2.0/authorize";
    if (request.path == deviceLoginPath)
        return deviceLogin(request, m_state);
    if (request.path == u"/error") {
        const EntraError error = entraError(request.parameter(u"code"_s).toInt());
        return errorPage(u"AADSTS%1"_s.arg(error.number), error.text, 200);
    }
    if (!isOurTenant(tenant)) {
        const EntraError unknown = entraError(90002, tenant);
        return isAuthorize ? errorPage(u"Sign-in failed"_s, description(unknown))
                           : errorResponse(unknown, request, m_state.now());
    }
    if (isAuthorize)
        return authorize(request, m_state);
    if (endpoint == u"oauth2/v2.0/token")
        return token(request, tenant, m_state);
    if (endpoint == u"oauth2/v2.0/devicecode")
        return deviceCode(request, m_state);
    if (endpoint == u"v2.0/adminconsent")
        return adminConsent(request, m_state);
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
    const QString name = request.path.section(u'/', 1, 1).toLower();
    const bool isShared = name == u"common" || name == u"organizations";
    const QString tenant = isShared ? name : m_state.mint.identity().tenantId;
    const QString issuer = isShared ? u"{tenantid}"_s : tenant; // the client puts its own in
    const QString base = request.baseUrl + u'/' + tenant;
    return json(
        {{u"issuer"_s, QString(request.baseUrl + u'/' + issuer + u"/v2.0")},
         {u"authorization_endpoint"_s, QString(base + u"/oauth2/v2.0/authorize")},
         {u"token_endpoint"_s, QString(base + u"/oauth2/v2.0/token")},
         {u"device_authorization_endpoint"_s, QString(base + u"/oauth2/v2.0/devicecode")},
         {u"end_session_endpoint"_s, QString(base + u"/oauth2/v2.0/logout")},
         {u"jwks_uri"_s, QString(base + u"/discovery/v2.0/keys")},
         {u"response_modes_supported"_s, QJsonArray {u"query"_s}},
         {u"response_types_supported"_s, QJsonArray {u"code"_s}},
         {u"subject_types_supported"_s, QJsonArray {u"pairwise"_s}},
         {u"id_token_signing_alg_values_supported"_s, QJsonArray {u"RS256"_s}},
         {u"code_challenge_methods_supported"_s, QJsonArray {u"S256"_s}},
         {u"token_endpoint_auth_methods_supported"_s, QJsonArray {u"client_secret_post"_s, u"private_key_jwt"_s}},
         {u"scopes_supported"_s, QJsonArray {u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s}}});
}

Response Entra::keys() const
{
    return json({{u"keys"_s, m_state.mint.publishedKeys()}});
}

Result<QJsonObject> Entra::control(const QJsonObject &changes)
{
    return controlEntra(changes, m_state);
}

} // namespace simulator
