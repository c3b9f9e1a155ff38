// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/tokenmint.h"

#include "simulator/claimsrequest.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

bool isChallenged(const QJsonObject &claims, const ClaimsChallenge &challenge)
{
    const bool isPerson = claims.contains(u"scp"_s);
    const bool isMeant =
        challenge.upn.isEmpty() || challenge.upn.compare(claims[u"upn"].toString(), Qt::CaseInsensitive) == 0;
    const bool isSpared = challenge.capableOnly && !claims.contains(u"xms_cc"_s);
    return !challenge.value.isEmpty() && isPerson && isMeant && !isSpared && claims[u"xms_nbf"] != challenge.value;
}

} // namespace

TokenMint::TokenMint(Identity identity, QList<Account> accounts, Clock clock)
    : m_identity(std::move(identity))
    , m_accounts(std::move(accounts))
    , m_clock(std::move(clock))
{
}

QJsonObject TokenMint::commonClaims(const Request &request, const EntraSettings &settings) const
{
    const qint64 now = m_clock() / 1000;
    return {{u"iss"_s, QString(request.baseUrl + u'/' + m_identity.tenantId + u"/v2.0")},
            {u"iat"_s, now},
            {u"nbf"_s, now},
            {u"exp"_s, now + settings.tokenLifetime},
            {u"tid"_s, m_identity.tenantId},
            {u"ver"_s, u"2.0"_s}};
}

QJsonObject TokenMint::personClaims(const Account &person, const Scopes &scopes, const Request &request,
                                    const EntraSettings &settings)
{
    QJsonObject claims = commonClaims(request, settings);
    claims.insert(u"aud"_s, scopes.audience);
    claims.insert(u"oid"_s, person.oid);
    claims.insert(u"sub"_s, person.oid);
    claims.insert(u"upn"_s, person.upn);
    claims.insert(u"name"_s, person.displayName);
    claims.insert(u"appid"_s, m_identity.clientId);
    claims.insert(u"idtyp"_s, u"user"_s);
    claims.insert(u"scp"_s, scopes.permissions.join(u' '));
    claims.insert(u"uti"_s, QString::number(++m_serial));
    claims.insert(u"acct"_s, person.guest ? 1 : 0);
    return claims;
}

QJsonObject TokenMint::applicationClaims(const QString &audience, const Request &request, const EntraSettings &settings)
{
    QJsonObject claims = commonClaims(request, settings);
    claims.insert(u"aud"_s, audience);
    claims.insert(u"oid"_s, m_identity.applicationId);
    claims.insert(u"sub"_s, m_identity.applicationId);
    claims.insert(u"appid"_s, m_identity.applicationId);
    claims.insert(u"idtyp"_s, u"app"_s);
    claims.insert(u"roles"_s, QJsonArray::fromStringList(settings.applicationRoles));
    claims.insert(u"uti"_s, QString::number(++m_serial));
    return claims;
}

QJsonObject TokenMint::idClaims(const Account &person, const Grant &grant, const Request &request,
                                const EntraSettings &settings) const
{
    QJsonObject claims = commonClaims(request, settings);
    claims.insert(u"aud"_s, grant.clientId);
    claims.insert(u"oid"_s, person.oid);
    claims.insert(u"sub"_s, person.oid);
    claims.insert(u"preferred_username"_s, person.upn);
    claims.insert(u"name"_s, person.displayName);
    if (!grant.nonce.isEmpty())
        claims.insert(u"nonce"_s, grant.nonce);
    return claims;
}

QString TokenMint::sign(const QJsonObject &claims) const
{
    return QString::fromLatin1(m_identity.key.sign(claims));
}

Result<bool> TokenMint::rotateKey()
{
    auto key = SigningKey::generate();
    if (!key)
        return Failure {key.error()};
    m_oldKeys.prepend(m_identity.key);
    m_identity.key = key.take();
    return true;
}

QJsonArray TokenMint::publishedKeys() const
{
    QJsonArray keys {m_identity.key.jwk()};
    for (const SigningKey &key : m_oldKeys)
        keys.append(key.jwk());
    return keys;
}

Result<QJsonObject> TokenMint::read(const QByteArray &token) const
{
    auto content = m_identity.key.read(token);
    for (auto key = m_oldKeys.begin(); !content && key != m_oldKeys.end(); ++key)
        content = key->read(token);
    return content;
}

std::variant<Caller, TokenRefusal> TokenMint::check(const QByteArray &authorization,
                                                    const EntraSettings &settings) const
{
    if (!authorization.toLower().startsWith("bearer ") || authorization.size() <= 7)
        return TokenRefusal {u"Access token is empty."_s};
    const auto content = read(authorization.sliced(7).trimmed());
    if (!content)
        return TokenRefusal {u"Access token validation failure. "_s + content.error()};
    const QJsonObject &claims = *content;
    if (claims[u"aud"] != u"https://graph.microsoft.com"_s)
        return TokenRefusal {u"Access token validation failure. Invalid audience."_s};
    if (claims[u"tid"] != m_identity.tenantId)
        return TokenRefusal {u"Access token validation failure. Invalid tenant."_s};
    const bool isExpired =
        m_clock() >= claims[u"exp"].toInteger() * 1000 || claims[u"uti"].toString().toLongLong() <= m_expiredUpTo;
    if (isExpired)
        return TokenRefusal {u"Lifetime validation failed, the token is expired."_s};
    if (isChallenged(claims, settings.challenge)) {
        const QJsonDocument wanted(challengeClaims(settings.challenge.value));
        return TokenRefusal {u"Continuous access evaluation resulted in challenge with result: InteractionRequired and "
                             "code: TokenIssuedBeforeRevocationTimestamp"_s,
                             wanted.toJson(QJsonDocument::Compact), settings.challenge.form};
    }
    return callerFrom(claims);
}

Caller TokenMint::callerFrom(const QJsonObject &claims) const
{
    Caller caller;
    caller.application = !claims.contains(u"scp"_s);
    caller.tenantId = claims[u"tid"].toString();
    caller.objectId = claims[u"oid"].toString();
    caller.userPrincipalName = claims[u"upn"].toString();
    caller.appId = claims[u"appid"].toString();
    caller.permissions = claims[u"scp"].toString().split(u' ', Qt::SkipEmptyParts);
    const QJsonArray roles = claims[u"roles"].toArray();
    for (const QJsonValue &role : roles)
        caller.permissions.append(role.toString());
    if (const Account *person = accountByOid(m_accounts, caller.objectId))
        caller.directoryRoles = person->roles;
    return caller;
}

} // namespace simulator
