// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sign-in of a person: authorization code with PKCE, and every way in which it is refused.

#include "simulator/demoservice.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

namespace {

QUrlQuery redirectQuery(const WireAnswer &answer)
{
    return QUrlQuery(QUrl::fromEncoded(answer.headers.value("location")));
}

QString redirectValue(const WireAnswer &answer, const QString &name)
{
    return redirectQuery(answer).queryItemValue(name, QUrl::FullyDecoded);
}

QByteArray base64UrlDecoded(const QString &text)
{
    return QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding);
}

// Checks an RS256 signature with nothing but the published key, as a client would.
bool isSignedBy(const QJsonObject &jwk, const QString &token)
{
    const QByteArray n = base64UrlDecoded(jwk[u"n"].toString());
    const QByteArray e = base64UrlDecoded(jwk[u"e"].toString());
    const auto number = [](const QByteArray &big) {
        return BN_bin2bn(reinterpret_cast<const unsigned char *>(big.constData()), static_cast<int>(big.size()),
                         nullptr);
    };
    BIGNUM *modulus = number(n);
    BIGNUM *exponent = number(e);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, modulus);
    OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, exponent);
    OSSL_PARAM *parameters = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX *maker = EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(maker);
    EVP_PKEY_fromdata(maker, &key, EVP_PKEY_PUBLIC_KEY, parameters);
    const QByteArray text = token.section(u'.', 0, 1).toLatin1();
    const QByteArray signature = base64UrlDecoded(token.section(u'.', 2, 2));
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key);
    const int verdict = EVP_DigestVerify(
        context, reinterpret_cast<const unsigned char *>(signature.constData()), static_cast<size_t>(signature.size()),
        reinterpret_cast<const unsigned char *>(text.constData()), static_cast<size_t>(text.size()));
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(maker);
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    BN_free(modulus);
    BN_free(exponent);
    return verdict == 1;
}

} // namespace

class EntraSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void codeAndVerifierGiveTokens();
    void tokensAreSignedByThePublishedKey();
    void rotatedKeyIsPublishedBesideTheOld();
    void redirectCarriesStateAndIssuer();
    void redirectMayHaveAnyPort_data();
    void redirectMayHaveAnyPort();
    void wrongAuthorizeIsShownAndNotRedirected_data();
    void wrongAuthorizeIsShownAndNotRedirected();
    void wrongAuthorizeIsToldToTheClient_data();
    void wrongAuthorizeIsToldToTheClient();
    void hintChoosesTheAccount();
    void pageListsTheAccounts();
    void pageShowsNoMarkupOfTheRequest();
    void wrongRedemptionIsRefused_data();
    void wrongRedemptionIsRefused();
    void codeWorksOnce();
    void codeExpires();
    void refusedCodeIsNotSpent();
    void tokenIsForOneResource();
    void unknownTenantIsNotFound();
    void onlyPostGetsTokens();
    void refusalOnOrderComesOnce();
    void missingConsentIsToldAtBothPlaces();
    void answerCanBeReplacedOnce();

private:
    std::unique_ptr<DemoService> m_service;
};

void EntraSignIn::initTestCase()
{
    m_service = std::make_unique<DemoService>();
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
}

void EntraSignIn::codeAndVerifierGiveTokens()
{
    const WireAnswer answer = m_service->redeem(m_service->code());
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.headers.value("cache-control").contains("no-store"));
    const QJsonObject tokens = answer.json();
    QCOMPARE(tokens[u"token_type"].toString(), u"Bearer"_s);
    QCOMPARE(tokens[u"expires_in"].toInt(), 3600);
    QVERIFY(tokens[u"scope"].toString().contains(u"https://graph.microsoft.com/SecurityAlert.Read.All"));
    QVERIFY(!tokens[u"refresh_token"].toString().isEmpty());

    const QJsonObject access = claimsOf(tokens[u"access_token"].toString());
    const QString tenant = m_service->line()[u"tenant"].toString();
    const QJsonObject person = m_service->line()[u"accounts"].toArray()[0].toObject();
    QCOMPARE(access[u"aud"].toString(), u"https://graph.microsoft.com"_s);
    QCOMPARE(access[u"iss"].toString(), QString(m_service->line()[u"login"].toString() + u'/' + tenant + u"/v2.0"));
    QCOMPARE(access[u"tid"].toString(), tenant);
    QCOMPARE(access[u"oid"], person[u"oid"]);
    QCOMPARE(access[u"upn"], person[u"upn"]);
    QCOMPARE(access[u"appid"], m_service->cloud()[u"clientId"]);
    QCOMPARE(access[u"scp"].toString(), u"SecurityIncident.Read.All SecurityAlert.Read.All"_s);
    QCOMPARE(access[u"exp"].toInteger() - access[u"iat"].toInteger(), 3600);
    QVERIFY(qAbs(access[u"iat"].toInteger() - QDateTime::currentSecsSinceEpoch()) < 60);

    const QJsonObject id = claimsOf(tokens[u"id_token"].toString());
    QCOMPARE(id[u"aud"], m_service->cloud()[u"clientId"]);
    QCOMPARE(id[u"nonce"].toString(), u"once"_s);
    QCOMPARE(id[u"oid"], person[u"oid"]);
    QCOMPARE(id[u"tid"].toString(), tenant);
    QCOMPARE(id[u"preferred_username"], person[u"upn"]);
    QCOMPARE(id[u"name"], person[u"displayName"]);
}

void EntraSignIn::tokensAreSignedByThePublishedKey()
{
    const QJsonObject tokens = m_service->redeem(m_service->code()).json();
    const QJsonObject discovery =
        m_service->get(m_service->tenantPath() + "/v2.0/.well-known/openid-configuration").json();
    const QUrl keys(discovery[u"jwks_uri"].toString());
    const QJsonObject jwk = exchange(keys, "GET", keys.path().toLatin1()).json()[u"keys"].toArray()[0].toObject();
    QCOMPARE(claimsOf(tokens[u"id_token"].toString())[u"iss"], discovery[u"issuer"]);
    for (const QString &name : {u"access_token"_s, u"id_token"_s}) {
        QString token = tokens[name].toString();
        const QJsonObject head = QJsonDocument::fromJson(base64UrlDecoded(token.section(u'.', 0, 0))).object();
        QCOMPARE(head[u"alg"].toString(), u"RS256"_s);
        QCOMPARE(head[u"kid"], jwk[u"kid"]);
        QVERIFY(isSignedBy(jwk, token));
        token[token.indexOf(u'.') + 5] = token[token.indexOf(u'.') + 5] == u'A' ? u'B' : u'A';
        QVERIFY(!isSignedBy(jwk, token));
    }
}

void EntraSignIn::rotatedKeyIsPublishedBesideTheOld()
{
    const auto published = [this] {
        return m_service->get(m_service->tenantPath() + "/discovery/v2.0/keys").json()[u"keys"].toArray();
    };
    const auto keyOf = [&published](const QString &token) {
        const QJsonObject head = QJsonDocument::fromJson(base64UrlDecoded(token.section(u'.', 0, 0))).object();
        const QJsonArray keys = published();
        for (const QJsonValue &key : keys) {
            if (key[u"kid"] == head[u"kid"])
                return key.toObject();
        }
        return QJsonObject();
    };
    const auto before = published().size();
    const QByteArray old = m_service->signIn();
    QCOMPARE(m_service->say("POST", "/control/entra", {{u"rotateKey"_s, true}})[u"status"].toInt(), 200);
    QCOMPARE(published().size(), before + 1);
    const QString renewed = m_service->redeem(m_service->code()).json()[u"id_token"].toString();
    QVERIFY(isSignedBy(keyOf(renewed), renewed));
    const QString kept = QString::fromLatin1(old.sliced(7));
    QVERIFY(isSignedBy(keyOf(kept), kept));
    QVERIFY(keyOf(kept) != keyOf(renewed));
    QCOMPARE(m_service->get("/v1.0/security/incidents", old).status, 200);
    QCOMPARE(m_service->get("/v1.0/security/incidents", m_service->signIn()).status, 200);
}

void EntraSignIn::redirectCarriesStateAndIssuer()
{
    const WireAnswer answer = m_service->authorize();
    QCOMPARE(answer.status, 302);
    QVERIFY(answer.headers.value("location").startsWith("http://localhost:50123/?"));
    QCOMPARE(redirectValue(answer, u"state"_s), u"a state & more"_s);
    QCOMPARE(redirectValue(answer, u"iss"_s),
             QString(m_service->line()[u"login"].toString() + QString::fromLatin1(m_service->tenantPath()) + u"/v2.0"));
}

void EntraSignIn::redirectMayHaveAnyPort_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("localhost") << u"http://localhost:1"_s << true;
    QTest::newRow("literal") << u"http://127.0.0.1:65535"_s << true;
    QTest::newRow("no port") << u"http://localhost"_s << true;
    QTest::newRow("slash") << u"http://localhost:1/"_s << true;
    QTest::newRow("path") << u"http://localhost:1/x"_s << false;
    QTest::newRow("query") << u"http://localhost:1/?x=y"_s << false;
    QTest::newRow("fragment") << u"http://localhost:1/#x"_s << false;
    QTest::newRow("user") << u"http://u@localhost:1"_s << false;
    QTest::newRow("https") << u"https://localhost:1"_s << false;
    QTest::newRow("other host") << u"http://localhost.evil.example:1"_s << false;
    QTest::newRow("host in user") << u"http://localhost@evil.example"_s << false;
    QTest::newRow("ipv6") << u"http://[::1]:1"_s << false;
    QTest::newRow("nothing") << u""_s << false;
}

void EntraSignIn::redirectMayHaveAnyPort()
{
    QFETCH(QString, uri);
    QFETCH(bool, allowed);
    const WireAnswer answer = m_service->authorize({{u"redirect_uri"_s, uri}});
    QCOMPARE(answer.status, allowed ? 302 : 400);
    QCOMPARE(answer.body.contains("AADSTS50011"), !allowed);
}

void EntraSignIn::wrongAuthorizeIsShownAndNotRedirected_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("number");
    QTest::newRow("unknown client") << u"client_id"_s << u"00000000-0000-0000-0000-000000000001"_s
                                    << QByteArray("AADSTS700016");
    QTest::newRow("no client") << u"client_id"_s << QString() << QByteArray("AADSTS700016");
    QTest::newRow("no redirect") << u"redirect_uri"_s << QString() << QByteArray("AADSTS50011");
}

void EntraSignIn::wrongAuthorizeIsShownAndNotRedirected()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QByteArray, number);
    const WireAnswer answer = m_service->authorize({{name, value}});
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.headers.contains("location"));
    QVERIFY(answer.body.contains(number));
}

void EntraSignIn::wrongAuthorizeIsToldToTheClient_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("number");
    QTest::newRow("no challenge") << u"code_challenge"_s << QString() << u"invalid_request"_s << u"AADSTS50147:"_s;
    QTest::newRow("plain challenge") << u"code_challenge_method"_s << u"plain"_s << u"invalid_request"_s
                                     << u"AADSTS501491:"_s;
    QTest::newRow("method left out") << u"code_challenge_method"_s << QString() << u"invalid_request"_s
                                     << u"AADSTS501491:"_s;
    QTest::newRow("short challenge") << u"code_challenge"_s << u"abc"_s << u"invalid_request"_s << u"AADSTS501491:"_s;
    QTest::newRow("implicit") << u"response_type"_s << u"token"_s << u"unsupported_response_type"_s
                              << u"AADSTS700051:"_s;
    QTest::newRow("no type") << u"response_type"_s << QString() << u"invalid_request"_s << u"AADSTS900144:"_s;
    QTest::newRow("no scope") << u"scope"_s << QString() << u"invalid_request"_s << u"AADSTS900144:"_s;
    QTest::newRow("unknown scope") << u"scope"_s << u"openid Everything.Write.All"_s << u"invalid_client"_s
                                   << u"AADSTS650053:"_s;
    QTest::newRow("application's scope") << u"scope"_s << u"SecurityAnalyzedMessage.ReadWrite.All"_s
                                         << u"invalid_client"_s << u"AADSTS650053:"_s;
    QTest::newRow("two resources") << u"scope"_s << u"User.Read https://management.azure.com/user_impersonation"_s
                                   << u"invalid_scope"_s << u"AADSTS28000:"_s;
    QTest::newRow("unknown hint") << u"login_hint"_s << u"nobody@harborline.example"_s << u"invalid_grant"_s
                                  << u"AADSTS50034:"_s;
}

void EntraSignIn::wrongAuthorizeIsToldToTheClient()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const WireAnswer answer = m_service->authorize({{name, value}});
    QCOMPARE(answer.status, 302);
    QVERIFY(!redirectQuery(answer).hasQueryItem(u"code"_s));
    QTEST(redirectValue(answer, u"error"_s), "error");
    QTEST(redirectValue(answer, u"error_description"_s).section(u' ', 0, 0), "number");
    QCOMPARE(redirectValue(answer, u"state"_s), u"a state & more"_s);
}

void EntraSignIn::hintChoosesTheAccount()
{
    for (int i = 0; i < m_service->line()[u"accounts"].toArray().size(); ++i) {
        const QByteArray token = m_service->signIn(m_service->upn(i));
        QCOMPARE(claimsOf(QString::fromLatin1(token))[u"upn"].toString(), m_service->upn(i));
    }
}

void EntraSignIn::pageListsTheAccounts()
{
    const DemoService asking({}, DemoService::SignInPage::Shown);
    const WireAnswer page = asking.authorize();
    QCOMPARE(page.status, 200);
    QVERIFY(page.headers.value("content-type").startsWith("text/html"));
    const auto linkAfter = [&page](const QByteArray &end) {
        const QRegularExpression link(QString(u"href=\"([^\"]*"_s + QString::fromLatin1(end) + u")\""));
        return link.match(QString::fromUtf8(page.body)).captured(1).replace(u"&amp;"_s, u"&"_s).toLatin1();
    };
    const QJsonArray accounts = asking.line()[u"accounts"].toArray();
    for (int i = 0; i < accounts.size(); ++i) {
        QVERIFY(page.body.contains(asking.upn(i).toUtf8()));
        const WireAnswer picked = asking.get(linkAfter("account=" + accounts[i][u"oid"].toString().toLatin1()));
        const QString token = asking.redeem(redirectValue(picked, u"code"_s)).json()[u"access_token"].toString();
        QCOMPARE(claimsOf(token)[u"upn"].toString(), asking.upn(i));
    }
    const WireAnswer declined = asking.get(linkAfter("account=none"));
    QCOMPARE(redirectValue(declined, u"error"_s), u"access_denied"_s);
    const WireAnswer silent = asking.authorize({{u"prompt"_s, u"none"_s}});
    QCOMPARE(redirectValue(silent, u"error"_s), u"login_required"_s);
}

void EntraSignIn::pageShowsNoMarkupOfTheRequest()
{
    const WireAnswer answer = m_service->authorize({{u"redirect_uri"_s, u"<img src=x>"_s}});
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.contains("&lt;img"));
    QVERIFY(!answer.body.contains("<img"));
}

void EntraSignIn::wrongRedemptionIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("number");
    QTest::newRow("unknown client") << u"client_id"_s << u"someone"_s << 400 << u"unauthorized_client"_s << 700016;
    QTest::newRow("no client") << u"client_id"_s << QString() << 400 << u"invalid_request"_s << 900144;
    QTest::newRow("other redirect") << u"redirect_uri"_s << u"http://localhost:50124"_s << 400 << u"invalid_request"_s
                                    << 50011;
    QTest::newRow("other host") << u"redirect_uri"_s << u"http://127.0.0.1:50123"_s << 400 << u"invalid_request"_s
                                << 50011;
    QTest::newRow("no redirect") << u"redirect_uri"_s << QString() << 400 << u"invalid_request"_s << 900144;
    QTest::newRow("wrong verifier") << u"code_verifier"_s << QString(60, u'x') << 400 << u"invalid_grant"_s << 501481;
    QTest::newRow("short verifier") << u"code_verifier"_s << u"short"_s << 400 << u"invalid_grant"_s << 501481;
    QTest::newRow("no verifier") << u"code_verifier"_s << QString() << 400 << u"invalid_request"_s << 900144;
    QTest::newRow("unknown code") << u"code"_s << u"1.none"_s << 400 << u"invalid_grant"_s << 9002313;
    QTest::newRow("no code") << u"code"_s << QString() << 400 << u"invalid_request"_s << 900144;
    QTest::newRow("secret of a public client") << u"client_secret"_s << u"s"_s << 401 << u"invalid_client"_s << 7000218;
    QTest::newRow("no grant type") << u"grant_type"_s << QString() << 400 << u"invalid_request"_s << 900144;
    QTest::newRow("password") << u"grant_type"_s << u"password"_s << 400 << u"unsupported_grant_type"_s << 70003;
    QTest::newRow("unknown scope") << u"scope"_s << u"Everything.Read"_s << 400 << u"invalid_client"_s << 650053;
}

void EntraSignIn::wrongRedemptionIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(int, number);
    const WireAnswer answer = m_service->redeem(m_service->code(), {{name, value}});
    QTEST(answer.status, "status");
    const QJsonObject body = answer.json();
    QTEST(body[u"error"].toString(), "error");
    QCOMPARE(body[u"error_codes"].toArray(), QJsonArray {number});
    QVERIFY(body[u"error_description"].toString().startsWith(u"AADSTS%1: "_s.arg(number)));
    QVERIFY(!QUuid(body[u"trace_id"].toString()).isNull());
    QVERIFY(!QUuid(body[u"correlation_id"].toString()).isNull());
    QVERIFY(!body.contains(u"access_token"_s));
}

void EntraSignIn::codeWorksOnce()
{
    const QString code = m_service->code();
    QCOMPARE(m_service->redeem(code).status, 200);
    const WireAnswer again = m_service->redeem(code);
    QCOMPARE(again.status, 400);
    QCOMPARE(again.json()[u"error_codes"].toArray(), QJsonArray {54005});
}

void EntraSignIn::codeExpires()
{
    const QString code = m_service->code();
    m_service->say("POST", "/control/entra", {{u"expireCodes"_s, true}});
    QCOMPARE(m_service->redeem(code).json()[u"error_codes"].toArray(), QJsonArray {70008});
}

void EntraSignIn::refusedCodeIsNotSpent()
{
    const QString code = m_service->code();
    QCOMPARE(m_service->redeem(code, {{u"code_verifier"_s, QString(43, u'y')}}).status, 400);
    QCOMPARE(m_service->redeem(code).status, 200);
}

void EntraSignIn::tokenIsForOneResource()
{
    const QString arm = u"https://management.azure.com"_s;
    const QJsonObject tokens =
        m_service->redeem(m_service->code(), {{u"scope"_s, QString(arm + u"//user_impersonation openid")}}).json();
    const QString token = tokens[u"access_token"].toString();
    QCOMPARE(claimsOf(token)[u"aud"].toString(), arm);
    const WireAnswer graph = m_service->get("/v1.0/security/incidents", "Bearer " + token.toLatin1());
    QCOMPARE(graph.status, 401);
    QVERIFY(graph.json()[u"error"][u"message"].toString().contains(u"audience"));
}

void EntraSignIn::unknownTenantIsNotFound()
{
    const QByteArray other = "/00000000-0000-0000-0000-000000000009";
    const WireAnswer token =
        exchange(m_service->graph(), "POST", other + "/oauth2/v2.0/token", {}, "grant_type=refresh_token");
    QCOMPARE(token.status, 400);
    QCOMPARE(token.json()[u"error_codes"].toArray(), QJsonArray {90002});
    const WireAnswer page = m_service->get(other + "/oauth2/v2.0/authorize?client_id=x");
    QCOMPARE(page.status, 400);
    QVERIFY(page.body.contains("AADSTS90002"));
    QCOMPARE(m_service->get("/organizations/v2.0/.well-known/openid-configuration").status, 200);
}

void EntraSignIn::onlyPostGetsTokens()
{
    const WireAnswer answer = m_service->get(m_service->tenantPath() + "/oauth2/v2.0/token");
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.json()[u"error_codes"].toArray(), QJsonArray {900561});
}

void EntraSignIn::refusalOnOrderComesOnce()
{
    const QJsonObject order {
        {u"number"_s, 50076}, {u"grant"_s, u"authorization_code"_s}, {u"claims"_s, u"{\"a\":1}"_s}};
    QCOMPARE(m_service->say("POST", "/control/entra", {{u"refuse"_s, order}})[u"status"].toInt(), 200);
    const QString code = m_service->code();
    const WireAnswer refused = m_service->redeem(code);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.json()[u"error"].toString(), u"interaction_required"_s);
    QCOMPARE(refused.json()[u"suberror"].toString(), u"basic_action"_s);
    QCOMPARE(refused.json()[u"claims"].toString(), u"{\"a\":1}"_s);
    QCOMPARE(m_service->redeem(code).status, 200);
}

void EntraSignIn::missingConsentIsToldAtBothPlaces()
{
    const QString refreshToken = m_service->redeem(m_service->code()).json()[u"refresh_token"].toString();
    m_service->say("POST", "/control/entra", {{u"withheld"_s, QJsonArray {u"SecurityAlert.Read.All"_s}}});
    QVERIFY(redirectValue(m_service->authorize(), u"error_description"_s).startsWith(u"AADSTS90094"));
    const QJsonObject refused = m_service->refresh(refreshToken).json();
    m_service->say("POST", "/control/entra", {{u"withheld"_s, QJsonArray()}});
    QCOMPARE(refused[u"error_codes"].toArray(), QJsonArray {65001});
    QCOMPARE(refused[u"suberror"].toString(), u"consent_required"_s);
    QCOMPARE(m_service->refresh(refreshToken).status, 200);
}

void EntraSignIn::answerCanBeReplacedOnce()
{
    const QJsonObject changes {{u"redirect"_s, QJsonObject {{u"state"_s, u"forged"_s}, {u"iss"_s, QJsonValue()}}},
                               {u"answer"_s, QJsonObject {{u"expires_in"_s, -1}}},
                               {u"access"_s, QJsonObject {{u"tid"_s, u"another"_s}}}};
    m_service->say("POST", "/control/entra", {{u"replaceOnce"_s, changes}});
    const WireAnswer forged = m_service->authorize();
    QCOMPARE(redirectValue(forged, u"state"_s), u"forged"_s);
    QVERIFY(!redirectQuery(forged).hasQueryItem(u"iss"_s));
    const QJsonObject tokens = m_service->redeem(redirectValue(forged, u"code"_s)).json();
    QCOMPARE(tokens[u"expires_in"].toInt(), -1);
    const QByteArray bearer = "Bearer " + tokens[u"access_token"].toString().toLatin1();
    QCOMPARE(m_service->get("/v1.0/security/incidents", bearer).status, 401);
    QCOMPARE(m_service->get("/v1.0/security/incidents", m_service->signIn()).status, 200);
}

CASEMATE_TEST(EntraSignIn)
#include "entra_signin.moc"
