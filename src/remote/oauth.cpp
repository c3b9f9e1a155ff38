// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth.h"

#include "addressrule.h"
#include "failure.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace remote {

using domain::ErrorKind;
using std::chrono::seconds;

namespace {

constexpr seconds shortestLife {60};
constexpr seconds longestLife {24 * 3600};

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray randomText()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return base64Url(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words));
}

QByteArray endpoint(const domain::Tenant &tenant, const QByteArray &name)
{
    const QByteArray base =
        tenant.cloud.login.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::StripTrailingSlash);
    return base + '/' + QUrl::toPercentEncoding(tenant.tenantId) + "/oauth2/v2.0/" + name;
}

QByteArray spaced(const QStringList &words)
{
    return words.join(u' ').toUtf8();
}

// "https://graph.microsoft.com/SecurityIncident.Read.All" and "SecurityIncident.Read.All" are the same permission.
QStringList shortScopes(const QString &scope)
{
    QStringList result;
    const QStringList words = scope.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        result.append(word.section(u'/', -1));
    result.sort();
    result.removeDuplicates();
    return result;
}

QString aadstsIn(const QString &description)
{
    static const QRegularExpression number(u"\\bAADSTS\\d{4,8}\\b"_s);
    return number.match(description.left(512)).captured();
}

} // namespace

SignInAttempt SignInAttempt::make()
{
    return {randomText(), randomText(), randomText(), {}};
}

QByteArray SignInAttempt::challenge() const
{
    return base64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
}

QStringList analystScopes()
{
    return {u"openid"_s,
            u"profile"_s,
            u"offline_access"_s,
            u"SecurityIncident.ReadWrite.All"_s,
            u"SecurityAlert.Read.All"_s,
            u"ThreatHunting.Read.All"_s};
}

QUrl authorizeUrl(const domain::Tenant &tenant, const SignInAttempt &attempt)
{
    FormFields query {{"client_id", tenant.clientId.toUtf8()},
                      {"response_type", "code"},
                      {"redirect_uri", attempt.redirectUri},
                      {"response_mode", "query"},
                      {"scope", spaced(analystScopes())},
                      {"state", attempt.state},
                      {"nonce", attempt.nonce},
                      {"code_challenge", attempt.challenge()},
                      {"code_challenge_method", "S256"}};
    if (tenant.upn.isEmpty())
        query.emplaceBack("prompt", "select_account");
    else
        query.emplaceBack("login_hint", tenant.upn.toUtf8());
    const QByteArray address = endpoint(tenant, "authorize") + '?' + formBody(query);
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

QByteArray tokenAddress(const domain::Tenant &tenant)
{
    return endpoint(tenant, "token");
}

QByteArray configurationAddress(const domain::Tenant &tenant)
{
    return tenant.cloud.login.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::StripTrailingSlash) + '/' + QUrl::toPercentEncoding(tenant.tenantId)
        + "/v2.0/.well-known/openid-configuration";
}

QByteArray formBody(const FormFields &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        if (!body.isEmpty())
            body += '&';
        body += name + '=' + value.toPercentEncoding();
    }
    return body;
}

FormFields codeForm(const domain::Tenant &tenant, const SignInAttempt &attempt, const QByteArray &code)
{
    return {{"grant_type", "authorization_code"},
            {"client_id", tenant.clientId.toUtf8()},
            {"code", code},
            {"redirect_uri", attempt.redirectUri},
            {"code_verifier", attempt.verifier},
            {"scope", spaced(analystScopes())}};
}

FormFields refreshForm(const domain::Tenant &tenant, const Secret &refreshToken)
{
    return {{"grant_type", "refresh_token"},
            {"client_id", tenant.clientId.toUtf8()},
            {"refresh_token", refreshToken.reveal().toByteArray()},
            {"scope", spaced(analystScopes())}};
}

FormFields applicationForm(const domain::Tenant &tenant, const QString &clientId, const Secret &secret)
{
    // A demo cloud stands in for the global one, whose name its resource has.
    const QByteArray resource = tenant.cloud.demo
        ? QByteArray("https://graph.microsoft.com")
        : tenant.cloud.graph.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::StripTrailingSlash);
    return {{"grant_type", "client_credentials"},
            {"client_id", clientId.toUtf8()},
            {"client_secret", secret.reveal().toByteArray()},
            {"scope", resource + "/.default"}};
}

domain::Result<TokenAnswer> readTokenAnswer(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.object();
    const QString access = object.value("access_token"_L1).toString();
    const bool isBearer = object.value("token_type"_L1).toString().compare("bearer"_L1, Qt::CaseInsensitive) == 0;
    if (!document.isObject() || access.isEmpty() || !isBearer)
        return failure(ErrorKind::NotGraph, u"read a token"_s, u"noToken"_s);
    TokenAnswer answer;
    answer.access = Secret(access.toUtf8());
    answer.refresh = Secret(object.value("refresh_token"_L1).toString().toUtf8());
    answer.scopes = shortScopes(object.value("scope"_L1).toString());
    const seconds said(object.value("expires_in"_L1).toVariant().toLongLong()); // some send it as text
    answer.lifetime = std::clamp(said, shortestLife, longestLife);
    answer.idToken = object.value("id_token"_L1).toString().toUtf8();
    return answer;
}

domain::Error signInRefusal(const QString &oauthError, const QString &description)
{
    const QString number = aadstsIn(description);
    return failure(ErrorKind::SignInRefused, u"sign in"_s, number.isEmpty() ? oauthError.left(128) : number,
                   description.left(2048));
}

domain::Error readTokenRefusal(const QByteArray &body, int status)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QString word = object.value("error"_L1).toString();
    domain::Error error = signInRefusal(word, object.value("error_description"_L1).toString());
    const QJsonArray numbers = object.value("error_codes"_L1).toArray();
    if (!error.code.startsWith("AADSTS"_L1) && !numbers.isEmpty())
        error.code = u"AADSTS"_s + QString::number(numbers.first().toInteger());
    if (word.isEmpty())
        error.kind = ErrorKind::NotGraph;
    error.httpStatus = status;
    error.requestId = object.value("trace_id"_L1).toString();
    const bool isPassing = word == "temporarily_unavailable"_L1 || error.code == "AADSTS90033"_L1;
    if (isPassing)
        error.kind = ErrorKind::ServerFailed;
    return error;
}

bool needsPerson(const domain::Error &refusal)
{
    return refusal.kind == ErrorKind::SignInRefused && refusal.code != "AADSTS50196"_L1;
}

} // namespace remote
