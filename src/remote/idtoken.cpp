// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "idtoken.h"

#include "failure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

domain::Error refused(const QString &code)
{
    return failure(domain::ErrorKind::SignInRefused, u"sign in"_s, code);
}

QJsonObject claimsOf(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return {};
    const auto payload = QByteArray::fromBase64Encoding(parts.at(1),
                                                        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                                            | QByteArray::AbortOnBase64DecodingErrors);
    return payload ? QJsonDocument::fromJson(*payload).object() : QJsonObject();
}

} // namespace

bool isGuid(const QString &text)
{
    return text.size() == 36 && !QUuid::fromString(text).isNull();
}

bool isIssuerOf(const QString &issuer, const domain::Tenant &tenant, const QString &tenantId)
{
    const QUrl url(issuer, QUrl::StrictMode);
    const QUrl &login = tenant.cloud.login;
    const bool isOurHost = url.isValid() && url.userInfo().isEmpty() && url.scheme() == login.scheme()
        && url.host().compare(login.host(), Qt::CaseInsensitive) == 0 && url.port() == login.port();
    return isOurHost && url.path().compare(QString(u'/' + tenantId + u"/v2.0"_s), Qt::CaseInsensitive) == 0;
}

domain::Result<Account> accountFrom(const QByteArray &idToken, const IdTokenExpectation &expected)
{
    const QJsonObject claims = claimsOf(idToken);
    if (claims.isEmpty())
        return refused(u"badIdToken"_s);
    Account account;
    account.tenantId = claims.value("tid"_L1).toString();
    account.oid = claims.value("oid"_L1).toString();
    account.upn = claims.value("preferred_username"_L1).toString();
    if (account.upn.isEmpty())
        account.upn = claims.value("upn"_L1).toString();
    const QString &wanted = expected.tenant.tenantId;
    if (!isGuid(account.tenantId) || (isGuid(wanted) && account.tenantId.compare(wanted, Qt::CaseInsensitive) != 0))
        return refused(u"wrongTenant"_s);
    if (!isIssuerOf(claims.value("iss"_L1).toString(), expected.tenant, account.tenantId))
        return refused(u"wrongIssuer"_s);
    if (claims.value("aud"_L1).toString().compare(expected.tenant.clientId, Qt::CaseInsensitive) != 0)
        return refused(u"wrongAudience"_s);
    if (!expected.nonce.isEmpty() && claims.value("nonce"_L1).toString().toUtf8() != expected.nonce)
        return refused(u"wrongNonce"_s);
    if (!isGuid(account.oid)) // it names a folder too
        return refused(u"noAccount"_s);
    return account;
}

} // namespace remote
