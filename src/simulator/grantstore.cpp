// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/grantstore.h"

#include "simulator/jwt.h"
#include "simulator/secretbytes.h"

#include <QCryptographicHash>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

bool isVerifierOf(const QString &challenge, const QString &verifier)
{
    if (verifier.size() < 43 || verifier.size() > 128)
        return false;
    const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return QString::fromLatin1(base64Url(hash)) == challenge;
}

} // namespace

QString GrantStore::addCode(const Grant &grant, qint64 now)
{
    const QString code = u"1."_s + unguessable();
    m_codes.insert(code, {grant, now, false});
    return code;
}

GrantStore::Redeemed GrantStore::redeemCode(const QString &code, const Grant &presented, const QString &verifier,
                                            qint64 now, const EntraSettings &settings)
{
    const auto found = m_codes.find(code);
    if (found == m_codes.end())
        return entraError(9002313);
    if (found->used)
        return entraError(54005);
    if (now - found->issued > settings.codeLifetime * 1000)
        return entraError(70008);
    if (found->grant.clientId != presented.clientId)
        return entraError(70000, u"it was issued to another application"_s);
    if (found->grant.redirectUri != presented.redirectUri)
        return entraError(50011, presented.redirectUri);
    if (!isVerifierOf(found->grant.challenge, verifier))
        return entraError(501481);
    found->used = true;
    return found->grant;
}

QString GrantStore::addRefreshToken(const Grant &grant, qint64 now)
{
    const QString token = u"1.r."_s + unguessable();
    m_refreshTokens.insert(token, {grant, now, 0, false});
    return token;
}

GrantStore::Redeemed GrantStore::redeemRefreshToken(const QString &token, const QString &clientId, qint64 now,
                                                    const EntraSettings &settings)
{
    const auto found = m_refreshTokens.constFind(token);
    if (found == m_refreshTokens.constEnd())
        return entraError(9002313);
    if (found->revoked)
        return entraError(50173);
    if (now - found->issued > settings.refreshLifetime * 1000)
        return entraError(700082);
    if (found->replaced > 0 && now - found->replaced >= settings.refreshGrace * 1000)
        return entraError(70000, u"the refresh token was replaced by a newer one"_s);
    if (found->grant.clientId != clientId)
        return entraError(70000, u"it was issued to another application"_s);
    return found->grant;
}

void GrantStore::markReplaced(const QString &token, qint64 now)
{
    const auto found = m_refreshTokens.find(token);
    if (found != m_refreshTokens.end() && found->replaced == 0)
        found->replaced = now;
}

int GrantStore::revokeRefreshTokens(const QString &oid)
{
    int count = 0;
    for (RefreshToken &token : m_refreshTokens) {
        if (!token.revoked && (oid.isEmpty() || token.grant.oid == oid)) {
            token.revoked = true;
            ++count;
        }
    }
    return count;
}

void GrantStore::expireCodes()
{
    for (Code &code : m_codes)
        code.issued = 0;
}

QJsonArray GrantStore::toJson() const
{
    QJsonArray json;
    for (auto it = m_refreshTokens.cbegin(); it != m_refreshTokens.cend(); ++it) {
        json.append(QJsonObject {{u"token"_s, it.key()},
                                 {u"clientId"_s, it->grant.clientId},
                                 {u"oid"_s, it->grant.oid},
                                 {u"scope"_s, it->grant.scope},
                                 {u"issued"_s, it->issued},
                                 {u"replaced"_s, it->replaced},
                                 {u"revoked"_s, it->revoked}});
    }
    return json;
}

void GrantStore::restore(const QJsonArray &json)
{
    for (const QJsonValue &entry : json) {
        RefreshToken token;
        token.grant.clientId = entry[u"clientId"].toString();
        token.grant.oid = entry[u"oid"].toString();
        token.grant.scope = entry[u"scope"].toString();
        token.issued = entry[u"issued"].toInteger();
        token.replaced = entry[u"replaced"].toInteger();
        token.revoked = entry[u"revoked"].toBool();
        m_refreshTokens.insert(entry[u"token"].toString(), token);
    }
}

} // namespace simulator
