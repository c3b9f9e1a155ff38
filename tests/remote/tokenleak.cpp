// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A whole session over real sockets, with tokens that can be recognised: none of their bytes may reach a foreign listener,
// a log line or an error.

#include "remote/feeds.h"
#include "remote/networktransport.h"
#include "remote/rawserver.h"
#include "remote/reply.h"
#include "remote/session.h"

#include "domain/clock.h"
#include "support/testmain.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::Capabilities;

namespace {

const QByteArray tenantId = "11111111-2222-3333-4444-555555555555";

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QStringList &messages() // what was logged while the test ran
{
    static QStringList lines;
    return lines;
}

void keepMessage(QtMsgType, const QMessageLogContext &, const QString &text)
{
    messages().append(text);
}

// Everything a line must not hold: any twelve characters in a row of a secret.
bool holdsPartOf(const QByteArray &text, const QByteArray &secret)
{
    for (qsizetype at = 0; at + 12 <= secret.size(); ++at) {
        if (text.contains(secret.sliced(at, 12)))
            return true;
    }
    return false;
}

class NoBrowser final : public remote::BrowserOpener
{
public:
    QUrl page;
    domain::Result<domain::Done> open(const QUrl &url) override
    {
        page = url;
        return domain::Done {};
    }
};

} // namespace

class TokenLeak final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokensStayWhereTheyBelong_data();
    void tokensStayWhereTheyBelong();
    void secretsCannotBePrinted();

private:
    static constexpr char access[] = "canary-access-7f3a9c51d2e84b60";
    static constexpr char refresh[] = "canary-refresh-0b7de1a3945c4f28";
    static constexpr char applicationSecret[] = "canary-application-5ce2094fb1d7";
};

void TokenLeak::tokensStayWhereTheyBelong_data()
{
    QTest::addColumn<QByteArray>("nextLink"); // FOREIGN and OURS stand for the servers' addresses
    QTest::addColumn<QByteArray>("redirect");
    QTest::newRow("foreign next link") << QByteArray("http://FOREIGN/v1.0/security/incidents") << QByteArray();
    QTest::newRow("user in front") << QByteArray("http://OURS@FOREIGN/v1.0/security/incidents") << QByteArray();
    QTest::newRow("user and password in front")
        << QByteArray("http://a:b@FOREIGN/v1.0/security/incidents") << QByteArray();
    QTest::newRow("a name for our address")
        << QByteArray("http://localhost:PORT/v1.0/security/incidents") << QByteArray();
    QTest::newRow("redirect") << QByteArray("http://OURS/v1.0/security/redirect")
                              << QByteArray("http://FOREIGN/v1.0/x");
    QTest::newRow("redirect without a scheme")
        << QByteArray("http://OURS/v1.0/security/redirect") << QByteArray("//FOREIGN/v1.0/x");
    QTest::newRow("outside the API") << QByteArray("http://OURS/steal") << QByteArray();
}

void TokenLeak::tokensStayWhereTheyBelong()
{
    QFETCH(QByteArray, nextLink);
    QFETCH(QByteArray, redirect);
    messages().clear();
    const QtMessageHandler before = qInstallMessageHandler(keepMessage);
    const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });

    RawServer foreign([](const RawRequest &) { return answering(200, "{\"value\":[]}"); });
    const QByteArray foreignHost = foreign.url().authority().toLatin1();
    NoBrowser browser;
    RawServer *self = nullptr;
    RawServer ours([&](const RawRequest &request) {
        const QByteArray ourHost = self->url().authority().toLatin1();
        if (request.line().contains("/oauth2/v2.0/token")) {
            const QByteArray claims = "{\"iss\":\"http://" + ourHost + '/' + tenantId
                + "/v2.0\",\"aud\":\"client\",\"tid\":\"" + tenantId
                + "\",\"oid\":\"11111111-2222-3333-4444-555555555555\",\"preferred_username\":\"a@b.example\",\"nonce\":\""
                + QUrlQuery(browser.page).queryItemValue(u"nonce"_s).toLatin1() + "\"}";
            return answering(
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"SecurityIncident.Read.All\",\"access_token\":\""
                    + QByteArray(access) + "\",\"refresh_token\":\"" + refresh + "\",\"id_token\":\"e30."
                    + base64Url(claims) + ".x\"}");
        }
        if (request.line().contains("/redirect"))
            return answering(307, "", "Location: " + QByteArray(redirect).replace("FOREIGN", foreignHost) + "\r\n");
        if (request.line().contains("lastUpdateDateTime"))
            return answering(200,
                             "{\"value\":[],\"@odata.nextLink\":\""
                                 + QByteArray(nextLink)
                                       .replace("FOREIGN", foreignHost)
                                       .replace("OURS", ourHost)
                                       .replace("PORT", QByteArray::number(self->serverPort()))
                                 + "\"}");
        return answering(403, "{\"error\":{\"code\":\"Forbidden\",\"message\":\"no\"}}");
    });
    self = &ours;
    domain::Tenant tenant;
    tenant.tenantId = QString::fromLatin1(tenantId);
    tenant.clientId = u"client"_s;
    tenant.cloud.name = u"demo"_s;
    tenant.cloud.demo = true;
    tenant.cloud.login = ours.url();
    tenant.cloud.graph = ours.url();

    domain::SystemClock clock;
    remote::NetworkTransport transport(tenant.cloud);
    remote::MemorySecretStore secrets;
    remote::Session session(tenant, transport, secrets, browser, clock);
    remote::Budget budget(clock);
    remote::GraphClient client(tenant.cloud, transport, session, budget, clock);
    Reply<domain::Done> given;
    session.setApplicationCredential(remote::ApplicationCredential {u"app"_s, remote::Secret(applicationSecret)}, this,
                                     given.function());
    Reply<Capabilities> signedIn;
    session.signIn(this, signedIn.function());
    QTRY_VERIFY(!browser.page.isEmpty()); // the tenant has been looked for
    const QUrlQuery query(browser.page);
    const QUrl back(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    QTcpSocket visitor;
    visitor.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(back.port()));
    visitor.write("GET /?code=c&state=" + query.queryItemValue(u"state"_s).toLatin1()
                  + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(back.port()) + "\r\n\r\n");
    QTRY_VERIFY(signedIn.came());
    QVERIFY2(signedIn.isGood(), signedIn.isGood() ? "" : qPrintable(signedIn.error().code));

    remote::Feeds feeds(client);
    Reply<remote::PageAnswer> first;
    feeds.listIncidents({}, 50, false, this, first.function());
    QTRY_VERIFY(first.came());
    QVERIFY(first.isGood());
    QVERIFY(ours.everything().contains(access)); // it is sent where it belongs, so the test looks for the right thing
    const qsizetype atOurs = ours.requests().size();
    Reply<remote::PageAnswer> next;
    feeds.nextPage(*first.value().page.nextLink, this, next.function());
    QTRY_VERIFY(next.came());
    QVERIFY(!next.isGood());
    QCOMPARE(ours.requests().size() - atOurs, redirect.isEmpty() ? 0 : 1);
    QCOMPARE(foreign.connections(), 0);
    QVERIFY(foreign.everything().isEmpty());

    const domain::Error &error = next.error();
    const QByteArray told =
        (error.tried + error.code + error.detail + error.requestId).toUtf8() + messages().join(u'\n').toUtf8();
    for (const char *secret : {access, refresh, applicationSecret})
        QVERIFY2(!holdsPartOf(told, secret), told.constData());
    QVERIFY(!holdsPartOf(browser.page.toEncoded(), refresh));
}

void TokenLeak::secretsCannotBePrinted()
{
    static_assert(!std::is_convertible_v<remote::Secret, QByteArray>);
    static_assert(!std::is_convertible_v<remote::Secret, QString>);
    static_assert(!std::is_convertible_v<remote::Secret, QVariant>);
    static_assert(!std::is_convertible_v<QByteArray, remote::Secret>);
    const remote::Secret secret("abc");
    const remote::Secret copy = secret;
    QVERIFY(copy.isSameAs(secret));
    QVERIFY(!copy.isSameAs(remote::Secret("abd")));
    QVERIFY(!copy.isSameAs({}));
    QVERIFY(remote::Secret().isSameAs({}));
    QVERIFY(remote::Secret("").isEmpty());
    QCOMPARE(copy.reveal(), QByteArrayView("abc"));
    QVERIFY(holdsPartOf("xx" + QByteArray(access).sliced(5, 12), access)); // the search finds a part
}

CASEMATE_TEST(TokenLeak)
#include "tokenleak.moc"
