// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in by a person, through the real listener, with every answer that a browser or an intruder can bring.

#include "remote/session.h"

#include "remote/fakeentra.h"
#include "remote/reply.h"
#include "support/handclock.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace casemate::test;
using domain::Capabilities;
using domain::ErrorKind;

class SignIn final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aPersonSignsIn();
    void thePageIsAskedForWhatIsNeeded();
    void wrongAnswersAreRefused_data();
    void wrongAnswersAreRefused();
    void aReplayedStateIsRefused();
    void aCodeThatWasUsedIsRefused();
    void wrongIdTokensAreRefused_data();
    void wrongIdTokensAreRefused();
    void entrasRefusalsCarryTheirNumber_data();
    void entrasRefusalsCarryTheirNumber();
    void oddTokenAnswersAreNoSession_data();
    void oddTokenAnswersAreNoSession();
    void itEndsAfterFiveMinutes();
    void itCanBeCancelled();
    void anAnswerAfterTheCancelComesToNothing();
    void aSecondSignInEndsTheFirst();
    void anotherAccountIsRefused();
    void aBrowserThatDoesNotStartIsTold();
    void aForeignLoginHostIsNeverOpened();
    void theTenantMayBeADomain();
    void anUnknownTenantIsToldBeforeTheBrowserOpens();

private:
    void make(const domain::Tenant &tenant);
    domain::Error failedSignIn();
    [[nodiscard]] int tokenCalls() const; // the question for the tenant, a GET, is none

    std::unique_ptr<HandClock> m_clock;
    std::unique_ptr<FakeEntra> m_entra;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<remote::MemorySecretStore> m_secrets;
    std::unique_ptr<FakeBrowser> m_browser;
    std::unique_ptr<remote::Session> m_session;
};

void SignIn::init()
{
    m_session.reset();
    m_clock = std::make_unique<HandClock>();
    m_entra = std::make_unique<FakeEntra>();
    m_transport = std::make_unique<FakeTransport>([this](const remote::HttpRequest &r) { return m_entra->answer(r); });
    m_secrets = std::make_unique<remote::MemorySecretStore>();
    m_browser = std::make_unique<FakeBrowser>(*m_entra);
    make(entraTenant());
}

void SignIn::make(const domain::Tenant &tenant)
{
    m_session = std::make_unique<remote::Session>(tenant, *m_transport, *m_secrets, *m_browser, *m_clock);
}

int SignIn::tokenCalls() const
{
    const auto &sent = m_transport->requests();
    return int(std::count_if(sent.cbegin(), sent.cend(), [](const auto &request) { return request.method == "POST"; }));
}

domain::Error SignIn::failedSignIn()
{
    Reply<Capabilities> reply;
    m_session->signIn(this, reply.function());
    if (!QTest::qWaitFor([&reply] { return reply.came(); }) || reply.isGood())
        return {.kind = ErrorKind::UsageWrong, .code = u"the sign-in did not fail"_s};
    if (m_session->capabilities().signedIn)
        return {.kind = ErrorKind::UsageWrong, .code = u"signed in all the same"_s};
    return reply.error();
}

void SignIn::aPersonSignsIn()
{
    Reply<Capabilities> reply;
    m_session->signIn(this, reply.function());
    QVERIFY(!reply.came());
    QTRY_VERIFY(reply.came());
    QVERIFY2(reply.isGood(), reply.isGood() ? "" : qPrintable(reply.error().code));
    const Capabilities &can = reply.value();
    QVERIFY(can.signedIn);
    QCOMPARE(can.tenantId, tenantGuid);
    QCOMPARE(can.oid, personOid);
    QCOMPARE(can.upn, u"ada@contoso.example"_s);
    QVERIFY(can.mayReadIncidents && can.mayEditIncidents && can.mayHunt);
    QVERIFY(!can.hasApplicationCredential);
    QCOMPARE(m_browser->visits(), 1);
    QCOMPARE(m_entra->codeRedemptions, 1);
    QCOMPARE(tokenCalls(), 1);
}

void SignIn::thePageIsAskedForWhatIsNeeded()
{
    Reply<Capabilities> reply;
    m_session->signIn(this, reply.function());
    QTRY_VERIFY(reply.came());
    const QUrl page = m_browser->lastPage();
    QVERIFY(page.toString().startsWith(u"https://login.microsoftonline.com/"_s + tenantGuid
                                       + u"/oauth2/v2.0/authorize?"_s));
    const QUrlQuery &query = m_entra->authorizeQuery;
    QCOMPARE(query.queryItemValue(u"response_type"_s), u"code"_s);
    QCOMPARE(query.queryItemValue(u"response_mode"_s), u"query"_s);
    QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
    QCOMPARE(query.queryItemValue(u"code_challenge"_s).size(), 43);
    QVERIFY(query.queryItemValue(u"state"_s).size() >= 43); // 256 bits
    QVERIFY(query.queryItemValue(u"nonce"_s).size() >= 43);
    QVERIFY(query.queryItemValue(u"state"_s) != query.queryItemValue(u"nonce"_s));
    static const QRegularExpression loopback(u"^http://localhost:[1-9][0-9]+$"_s);
    QVERIFY(loopback.match(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded)).hasMatch());
    const QString scope = query.queryItemValue(u"scope"_s, QUrl::FullyDecoded);
    for (const QString &wanted : {u"openid"_s, u"offline_access"_s, u"SecurityIncident.ReadWrite.All"_s,
                                  u"SecurityAlert.Read.All"_s, u"ThreatHunting.Read.All"_s})
        QVERIFY(scope.split(u' ').contains(wanted));
    QVERIFY(!page.toString().contains(u"secret"_s));
}

void SignIn::wrongAnswersAreRefused_data()
{
    QTest::addColumn<QString>("answer"); // STATE stands for the right one
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *answer, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(answer) << QString::fromLatin1(code);
    };
    row("wrong state", "code=code-1&state=guessed", "wrongState");
    row("no state", "code=code-1", "wrongState");
    row("empty state", "code=code-1&state=", "wrongState");
    row("state and more", "code=code-1&state=STATEx", "wrongState");
    row("state in another case", "code=code-1&state=UPPER", "wrongState");
    row("error with a wrong state", "error=access_denied&state=guessed", "wrongState");
    row("error", "error=access_denied&error_description=AADSTS65004: declined&state=STATE", "AADSTS65004");
    row("error without a number", "error=server_error&state=STATE", "server_error");
    row("error beside a code", "error=access_denied&code=code-1&state=STATE", "access_denied");
    row("empty code", "code=&state=STATE", "noCode");
    row("wrong code", "code=code-2&state=STATE", "AADSTS70000");
    row("foreign issuer", "code=code-1&state=STATE&iss=https://evil.example/11111111-2222-3333-4444-555555555555/v2.0",
        "wrongIssuer");
    row("issuer of another tenant",
        "code=code-1&state=STATE&iss=https://login.microsoftonline.com/22222222-2222-3333-4444-555555555555/v2.0",
        "wrongIssuer");
    row("issuer with a user", "code=code-1&state=STATE&iss=https://login.microsoftonline.com@evil.example/v2.0",
        "wrongIssuer");
}

void SignIn::wrongAnswersAreRefused()
{
    QFETCH(QString, answer);
    QFETCH(QString, code);
    m_browser->setAnswer([answer](const QUrlQuery &query) {
        const QString state = query.queryItemValue(u"state"_s);
        return QUrlQuery(QString(answer).replace(u"STATE"_s, state).replace(u"UPPER"_s, state.toUpper() + u"A"_s));
    });
    const domain::Error error = failedSignIn();
    QCOMPARE(error.code, code);
    QCOMPARE(error.kind, ErrorKind::SignInRefused);
    const bool reachedEntra = code.startsWith("AADSTS70000"_L1);
    QCOMPARE(tokenCalls(), reachedEntra ? 1 : 0);
}

void SignIn::aReplayedStateIsRefused()
{
    QString first;
    m_browser->setAnswer([&first, this](const QUrlQuery &query) {
        if (first.isEmpty())
            first = query.queryItemValue(u"state"_s);
        QUrlQuery answer;
        answer.addQueryItem(u"code"_s, m_entra->code);
        answer.addQueryItem(u"state"_s, first);
        return answer;
    });
    Reply<Capabilities> reply;
    m_session->signIn(this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    Reply<Capabilities> again;
    m_session->signIn(this, again.function());
    QTRY_VERIFY(again.came());
    QCOMPARE(again.error().code, u"wrongState"_s);
}

void SignIn::aCodeThatWasUsedIsRefused()
{
    m_entra->codeRedemptions = 1;
    QCOMPARE(failedSignIn().code, u"AADSTS70000"_s);
}

void SignIn::wrongIdTokensAreRefused_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("nonce") << u"nonce"_s << u"other"_s << u"wrongNonce"_s;
    QTest::newRow("audience") << u"aud"_s << u"another-client"_s << u"wrongAudience"_s;
    QTest::newRow("tenant") << u"tid"_s << u"22222222-2222-3333-4444-555555555555"_s << u"wrongTenant"_s;
    QTest::newRow("no tenant") << u"tid"_s << QString() << u"wrongTenant"_s;
    QTest::newRow("issuer") << u"iss"_s << u"https://evil.example/v2.0"_s << u"wrongIssuer"_s;
    QTest::newRow("issuer's path") << u"iss"_s << u"https://login.microsoftonline.com/v2.0"_s << u"wrongIssuer"_s;
    QTest::newRow("issuer in the clear") << u"iss"_s
                                         << QString(u"http://login.microsoftonline.com/"_s + tenantGuid + u"/v2.0"_s)
                                         << u"wrongIssuer"_s;
    QTest::newRow("an account that is a path") << u"oid"_s << u"../../../etc"_s << u"noAccount"_s;
    QTest::newRow("no account") << u"oid"_s << QString() << u"noAccount"_s;
}

void SignIn::wrongIdTokensAreRefused()
{
    QFETCH(QString, claim);
    QFETCH(QString, value);
    QFETCH(QString, code);
    m_entra->idChanges = {{claim, value}};
    const domain::Error error = failedSignIn();
    QCOMPARE(error.code, code);
    QCOMPARE(error.kind, ErrorKind::SignInRefused);
}

void SignIn::entrasRefusalsCarryTheirNumber_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("in the text") << 400
                                 << QByteArray(
                                        R"({"error":"invalid_grant","error_description":"AADSTS50173: revoked"})")
                                 << ErrorKind::SignInRefused << u"AADSTS50173"_s;
    QTest::newRow("in the list")
        << 401 << QByteArray(R"({"error":"invalid_client","error_description":"no","error_codes":[7000218]})")
        << ErrorKind::SignInRefused << u"AADSTS7000218"_s;
    QTest::newRow("a word only") << 400 << QByteArray(R"({"error":"consent_required"})") << ErrorKind::SignInRefused
                                 << u"consent_required"_s;
    QTest::newRow("busy") << 503 << QByteArray("<html>") << ErrorKind::ServerFailed << QString();
    QTest::newRow("too many") << 429 << QByteArray("{}") << ErrorKind::Throttled << QString();
    QTest::newRow("passing") << 400 << QByteArray(R"({"error":"temporarily_unavailable"})") << ErrorKind::ServerFailed
                             << u"temporarily_unavailable"_s;
    QTest::newRow("HTML") << 400 << QByteArray("<html>no</html>") << ErrorKind::NotGraph << QString();
}

void SignIn::entrasRefusalsCarryTheirNumber()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    m_entra->nextAnswer = remote::HttpAnswer {status, {}, body};
    const domain::Error error = failedSignIn();
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.code, code);
    QCOMPARE(error.httpStatus, status);
}

void SignIn::oddTokenAnswersAreNoSession_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html/>");
    QTest::newRow("cut off") << QByteArray(R"({"token_type":"Bearer","access_token":"abc)");
    QTest::newRow("no token") << QByteArray(R"({"token_type":"Bearer"})");
    QTest::newRow("another type") << QByteArray(R"({"token_type":"mac","access_token":"abc"})");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no id token") << QByteArray(R"({"token_type":"Bearer","access_token":"abc","expires_in":3600})");
    QTest::newRow("id token of two parts")
        << QByteArray(R"({"token_type":"Bearer","access_token":"abc","id_token":"a.b"})");
    QTest::newRow("id token of garbage") << QByteArray(
        R"({"token_type":"Bearer","access_token":"abc","id_token":"a.*.c"})");
}

void SignIn::oddTokenAnswersAreNoSession()
{
    QFETCH(QByteArray, body);
    m_entra->nextAnswer = remote::HttpAnswer {200, {}, body};
    const domain::Error error = failedSignIn();
    QVERIFY(error.kind == ErrorKind::NotGraph || error.kind == ErrorKind::SignInRefused);
}

void SignIn::itEndsAfterFiveMinutes()
{
    m_browser->stayAway();
    Reply<Capabilities> reply;
    m_session->signIn(this, reply.function());
    QTRY_COMPARE(m_browser->visits(), 1);
    const QUrl back(m_entra->authorizeQuery.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    m_clock->advance(299s);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!reply.came());
    m_clock->advance(2s);
    QTRY_VERIFY(reply.came());
    QCOMPARE(reply.error().kind, ErrorKind::TimedOut);
    QTcpServer port; // free again
    QVERIFY(port.listen(QHostAddress::LocalHost, static_cast<quint16>(back.port())));
}

void SignIn::itCanBeCancelled()
{
    m_browser->stayAway();
    Reply<Capabilities> reply;
    m_session->signIn(this, reply.function());
    m_session->cancelSignIn();
    QTRY_VERIFY(reply.came());
    QCOMPARE(reply.error().kind, ErrorKind::Cancelled);
    m_session->cancelSignIn(); // of nothing
}

void SignIn::anAnswerAfterTheCancelComesToNothing()
{
    Reply<Capabilities> reply;
    m_session->signIn(this, reply.function()); // the browser is on its way back
    m_session->cancelSignIn();
    QTRY_VERIFY(reply.came());
    QCOMPARE(reply.error().kind, ErrorKind::Cancelled);
    QTRY_VERIFY(m_browser->findChildren<QTcpSocket *>().isEmpty() || tokenCalls() == 0);
    QCOMPARE(tokenCalls(), 0);
    QVERIFY(!m_session->capabilities().signedIn);
}

void SignIn::aSecondSignInEndsTheFirst()
{
    Reply<Capabilities> first;
    Reply<Capabilities> second;
    const auto honest = [this](const QUrlQuery &query) {
        QUrlQuery answer;
        answer.addQueryItem(u"code"_s, m_entra->code);
        answer.addQueryItem(u"state"_s, query.queryItemValue(u"state"_s));
        return answer;
    };
    m_browser->stayAway();
    m_session->signIn(this, first.function());
    m_browser->setAnswer(honest);
    m_session->signIn(this, second.function());
    QTRY_VERIFY(first.came() && second.came());
    QCOMPARE(first.error().kind, ErrorKind::Cancelled);
    QVERIFY(second.isGood());
}

void SignIn::anotherAccountIsRefused()
{
    domain::Tenant tenant = entraTenant();
    tenant.oid = u"ffffffff-0000-0000-0000-000000000000"_s;
    tenant.upn = u"bob@contoso.example"_s;
    make(tenant);
    const domain::Error error = failedSignIn();
    QCOMPARE(error.code, u"otherAccount"_s);
    QCOMPARE(error.detail, u"ada@contoso.example"_s);
    QCOMPARE(m_entra->authorizeQuery.queryItemValue(u"login_hint"_s, QUrl::FullyDecoded), u"bob@contoso.example"_s);
}

void SignIn::aBrowserThatDoesNotStartIsTold()
{
    remote::CommandBrowser browser(u"/nonexistent/browser --new-window"_s);
    remote::Session session(entraTenant(), *m_transport, *m_secrets, browser, *m_clock);
    Reply<Capabilities> reply;
    session.signIn(this, reply.function());
    QTRY_VERIFY(reply.came());
    QCOMPARE(reply.error().code, u"notStarted"_s);
}

void SignIn::aForeignLoginHostIsNeverOpened()
{
    domain::Tenant tenant = entraTenant();
    tenant.cloud.login = QUrl(u"http://login.example"_s); // in the clear, and no demo
    make(tenant);
    const domain::Error error = failedSignIn();
    QCOMPARE(error.kind, ErrorKind::ForbiddenAddress);
    QCOMPARE(m_browser->visits(), 0);
}

void SignIn::theTenantMayBeADomain()
{
    domain::Tenant tenant = entraTenant();
    tenant.tenantId = u"contoso.example"_s;
    make(tenant);
    m_transport = std::make_unique<FakeTransport>([this](remote::HttpRequest request) {
        request.url = QUrl(request.url.toString().replace(u"contoso.example"_s, tenantGuid));
        return m_entra->answer(request);
    });
    make(tenant);
    Reply<Capabilities> reply;
    m_session->signIn(this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QCOMPARE(reply.value().tenantId, tenantGuid);
    QVERIFY(m_browser->lastPage().path().startsWith(u"/contoso.example/"_s));
}

void SignIn::anUnknownTenantIsToldBeforeTheBrowserOpens()
{
    m_transport =
        std::make_unique<FakeTransport>([](const remote::HttpRequest &request) -> domain::Result<remote::HttpAnswer> {
            if (request.method != "GET" || !request.url.path().endsWith(u"/v2.0/.well-known/openid-configuration"_s))
                return remote::HttpAnswer {404, {}, "{}"};
            return remote::HttpAnswer {400,
                                       {},
                                       R"({"error":"invalid_tenant","error_codes":[90002],)"
                                       R"("error_description":"AADSTS90002: Tenant 'x' not found."})"};
        });
    make(entraTenant());
    const domain::Error error = failedSignIn();
    QCOMPARE(error.kind, ErrorKind::SignInRefused);
    QCOMPARE(error.code, u"AADSTS90002"_s);
    QCOMPARE(m_browser->visits(), 0);
}

CASEMATE_TEST(SignIn)
#include "signin.moc"
