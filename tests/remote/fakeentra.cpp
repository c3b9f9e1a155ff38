// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fakeentra.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace casemate::test {

namespace {

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString field(const QByteArray &form, const QString &name)
{
    return QUrlQuery(QString::fromUtf8(form)).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

domain::Tenant entraTenant()
{
    domain::Tenant tenant;
    tenant.key = u"contoso"_s;
    tenant.tenantId = tenantGuid;
    tenant.clientId = u"99999999-0000-0000-0000-000000000001"_s;
    tenant.cloud.name = u"global"_s;
    tenant.cloud.login = QUrl(u"https://login.microsoftonline.com"_s);
    tenant.cloud.graph = QUrl(u"https://graph.microsoft.com"_s);
    return tenant;
}

FakeEntra::FakeEntra() = default;

QByteArray FakeEntra::idToken(const QHash<QString, QString> &changes) const
{
    QJsonObject claims {{u"iss"_s, QString(u"https://login.microsoftonline.com/"_s + tenantGuid + u"/v2.0"_s)},
                        {u"aud"_s, entraTenant().clientId},
                        {u"tid"_s, tenantGuid},
                        {u"oid"_s, personOid},
                        {u"preferred_username"_s, u"ada@contoso.example"_s}};
    for (auto change = changes.begin(); change != changes.end(); ++change)
        claims.insert(change.key(), change.value());
    return base64Url("{\"alg\":\"RS256\"}") + '.' + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact))
        + ".sig";
}

remote::HttpAnswer FakeEntra::refusal(int number, const char *word)
{
    const QJsonObject body {{u"error"_s, QString::fromLatin1(word)},
                            {u"error_description"_s, u"AADSTS%1: no."_s.arg(number)},
                            {u"error_codes"_s, QJsonArray {number}}};
    return {400, {}, QJsonDocument(body).toJson()};
}

remote::HttpAnswer FakeEntra::tokens(bool withRefresh, bool withId, const QString &nonce)
{
    ++issued;
    QJsonObject body {{u"token_type"_s, u"Bearer"_s},
                      {u"scope"_s, scope},
                      {u"expires_in"_s, lifetime},
                      {u"access_token"_s, u"access-canary-%1"_s.arg(issued)}};
    if (withRefresh) {
        refreshToken = u"refresh-canary-%1"_s.arg(issued);
        body.insert(u"refresh_token"_s, refreshToken);
    }
    if (withId) {
        QHash<QString, QString> changes = idChanges;
        if (!nonce.isEmpty() && !changes.contains(u"nonce"_s))
            changes.insert(u"nonce"_s, nonce);
        body.insert(u"id_token"_s, QString::fromLatin1(idToken(changes)));
    }
    return {200, {}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

domain::Result<remote::HttpAnswer> FakeEntra::answer(const remote::HttpRequest &request)
{
    const QString expected = u"https://login.microsoftonline.com/"_s + tenantGuid + u"/oauth2/v2.0/token"_s;
    if (request.method != "POST" || request.url.toString() != expected)
        return remote::HttpAnswer {404, {}, "{}"};
    if (nextAnswer)
        return *std::exchange(nextAnswer, std::nullopt);
    const QString type = field(request.body, u"grant_type"_s);
    if (type == "authorization_code"_L1) {
        ++codeRedemptions;
        const QByteArray verifier = field(request.body, u"code_verifier"_s).toUtf8();
        const QByteArray challenge = base64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
        const bool isRight = field(request.body, u"code"_s) == code && codeRedemptions == 1
            && authorizeQuery.queryItemValue(u"code_challenge"_s) == QString::fromLatin1(challenge)
            && field(request.body, u"redirect_uri"_s)
                == authorizeQuery.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded);
        return isRight ? tokens(true, true, authorizeQuery.queryItemValue(u"nonce"_s))
                       : refusal(70000, "invalid_grant");
    }
    if (type == "refresh_token"_L1) {
        ++refreshes;
        const bool isRight = !refreshToken.isEmpty() && field(request.body, u"refresh_token"_s) == refreshToken;
        return isRight ? tokens(true, sendsIdTokenOnRefresh, {}) : refusal(700082, "invalid_grant");
    }
    if (type == "client_credentials"_L1) {
        ++applicationTokens;
        const bool isRight = field(request.body, u"client_secret"_s) == "application-canary"_L1
            && field(request.body, u"scope"_s) == "https://graph.microsoft.com/.default"_L1;
        return isRight ? tokens(false, false, {}) : refusal(7000215, "invalid_client");
    }
    return refusal(70003, "unsupported_grant_type");
}

FakeBrowser::FakeBrowser(FakeEntra &entra)
    : m_entra(entra)
{
    m_answer = [&entra](const QUrlQuery &query) {
        QUrlQuery answer;
        answer.addQueryItem(u"code"_s, entra.code);
        answer.addQueryItem(u"state"_s, query.queryItemValue(u"state"_s));
        return answer;
    };
}

domain::Result<domain::Done> FakeBrowser::open(const QUrl &page)
{
    ++m_visits;
    m_page = page;
    m_entra.authorizeQuery = QUrlQuery(page);
    if (!m_answer)
        return domain::Done {};
    const QUrl back(m_entra.authorizeQuery.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    auto *socket = new QTcpSocket(this);
    connect(socket, &QTcpSocket::connected, socket, [=, query = m_answer(m_entra.authorizeQuery)] {
        socket->write("GET /?" + query.toString(QUrl::FullyEncoded).toLatin1()
                      + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(back.port()) + "\r\n\r\n");
    });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(back.port()));
    return domain::Done {};
}

} // namespace casemate::test
