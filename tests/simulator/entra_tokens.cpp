// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tokens after the sign-in: renewal with rotation, revocation, the application's own, claims challenges.

#include "simulator/demoservice.h"
#include "simulator/grantstore.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class EntraTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void refreshBringsANewPair();
    void replacedTokenStillWorksForItsGrace();
    void graceCanBeNothing();
    void graceAndLifetimeEnd_data();
    void graceAndLifetimeEnd();
    void revokedTokenNeedsASignIn();
    void revocationCanConcernOnePerson();
    void refreshCanAskForMore();
    void wrongRefreshIsRefused_data();
    void wrongRefreshIsRefused();
    void applicationGetsItsRoles();
    void wrongApplicationIsRefused_data();
    void wrongApplicationIsRefused();
    void answerNamesPermissionsAsAsked_data();
    void answerNamesPermissionsAsAsked();
    void lifetimeFollowsTheSwitch();
    void expiredTokensAreNotLetIn();
    void challengeIsAnsweredByItsClaims();
    void settingIsAllOrNothing();

private:
    std::unique_ptr<DemoService> m_service;
};

namespace {

const QByteArray incidents = "/v1.0/security/incidents";

QString refreshTokenOf(const WireAnswer &answer)
{
    return answer.json()[u"refresh_token"].toString();
}

QByteArray bearerOf(const WireAnswer &answer)
{
    return "Bearer " + answer.json()[u"access_token"].toString().toLatin1();
}

int numberOf(const WireAnswer &answer)
{
    return answer.json()[u"error_codes"].toArray().at(0).toInt();
}

} // namespace

void EntraTokens::initTestCase()
{
    m_service = std::make_unique<DemoService>();
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
}

void EntraTokens::cleanup()
{
    const QJsonObject initial {{u"refreshGrace"_s, 7'776'000}, {u"claimsChallenge"_s, QString()}};
    QCOMPARE(m_service->say("POST", "/control/entra", initial)[u"status"].toInt(), 200);
}

void EntraTokens::refreshBringsANewPair()
{
    const WireAnswer first = m_service->redeem(m_service->code());
    const WireAnswer second = m_service->refresh(refreshTokenOf(first));
    QCOMPARE(second.status, 200);
    QVERIFY(!refreshTokenOf(second).isEmpty());
    QVERIFY(refreshTokenOf(second) != refreshTokenOf(first));
    QVERIFY(bearerOf(second) != bearerOf(first));
    QCOMPARE(m_service->get(incidents, bearerOf(second)).status, 200);
    QCOMPARE(m_service->get(incidents, bearerOf(first)).status, 200); // a renewal ends nothing
    const QJsonObject id = claimsOf(second.json()[u"id_token"].toString());
    QCOMPARE(id[u"oid"], claimsOf(first.json()[u"id_token"].toString())[u"oid"]);
    QVERIFY(!id.contains(u"nonce"_s));
}

void EntraTokens::replacedTokenStillWorksForItsGrace()
{
    const QString old = refreshTokenOf(m_service->redeem(m_service->code()));
    QCOMPARE(m_service->refresh(old).status, 200);
    QCOMPARE(m_service->refresh(old).status, 200); // the answer may have been lost in a crash
}

void EntraTokens::graceCanBeNothing()
{
    m_service->say("POST", "/control/entra", {{u"refreshGrace"_s, 0}});
    const QString old = refreshTokenOf(m_service->redeem(m_service->code()));
    const QString renewed = refreshTokenOf(m_service->refresh(old));
    const WireAnswer again = m_service->refresh(old);
    QCOMPARE(again.status, 400);
    QCOMPARE(again.json()[u"error"].toString(), u"invalid_grant"_s);
    QCOMPARE(m_service->refresh(renewed).status, 200);
}

void EntraTokens::graceAndLifetimeEnd_data()
{
    QTest::addColumn<bool>("replaced");
    QTest::addColumn<qint64>("later"); // ms
    QTest::addColumn<int>("number"); // 0: it works
    QTest::newRow("young") << false << qint64(99'999) << 0;
    QTest::newRow("too old") << false << qint64(100'001) << 700082;
    QTest::newRow("within the grace") << true << qint64(9'999) << 0;
    QTest::newRow("after the grace") << true << qint64(10'000) << 70000;
}

void EntraTokens::graceAndLifetimeEnd()
{
    QFETCH(bool, replaced);
    QFETCH(qint64, later);
    QFETCH(int, number);
    EntraSettings settings;
    settings.refreshLifetime = 100;
    settings.refreshGrace = 10;
    GrantStore store;
    Grant grant;
    grant.clientId = u"client"_s;
    const QString token = store.addRefreshToken(grant, 1000);
    if (replaced)
        store.markReplaced(token, 1000);
    const auto redeemed = store.redeemRefreshToken(token, u"client"_s, 1000 + later, settings);
    const auto *error = std::get_if<EntraError>(&redeemed);
    QCOMPARE(error ? error->number : 0, number);
}

void EntraTokens::revokedTokenNeedsASignIn()
{
    const QString token = refreshTokenOf(m_service->redeem(m_service->code()));
    QCOMPARE(m_service->say("POST", "/control/entra", {{u"revokeRefreshTokens"_s, true}})[u"revoked"].toInt() > 0,
             true);
    const WireAnswer refused = m_service->refresh(token);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.json()[u"error"].toString(), u"invalid_grant"_s);
    QCOMPARE(numberOf(refused), 50173);
    QCOMPARE(m_service->redeem(m_service->code()).status, 200);
}

void EntraTokens::revocationCanConcernOnePerson()
{
    const QString first = refreshTokenOf(m_service->redeem(m_service->code()));
    const QString other = refreshTokenOf(m_service->redeem(m_service->code({{u"login_hint"_s, m_service->upn(1)}})));
    m_service->say("POST", "/control/entra", {{u"revokeRefreshTokens"_s, m_service->upn(1)}});
    QCOMPARE(m_service->refresh(first).status, 200);
    QCOMPARE(numberOf(m_service->refresh(other)), 50173);
}

void EntraTokens::refreshCanAskForMore()
{
    const QString token = refreshTokenOf(m_service->redeem(m_service->code()));
    const QString more = u"https://graph.microsoft.com/SecurityIncident.ReadWrite.All offline_access"_s;
    const QJsonObject answer = m_service->refresh(token, {{u"scope"_s, more}}).json();
    QCOMPARE(claimsOf(answer[u"access_token"].toString())[u"scp"].toString(), u"SecurityIncident.ReadWrite.All"_s);
    const QJsonObject ours =
        m_service->refresh(token, {{u"scope"_s, QString(m_service->line()[u"graph"].toString() + u"/.default")}})
            .json();
    QVERIFY(claimsOf(ours[u"access_token"].toString())[u"scp"].toString().contains(u"ThreatHunting.Read.All"));
}

void EntraTokens::wrongRefreshIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("number");
    QTest::newRow("unknown token") << u"refresh_token"_s << u"1.r.none"_s << 9002313;
    QTest::newRow("no token") << u"refresh_token"_s << QString() << 900144;
    QTest::newRow("unknown client") << u"client_id"_s << u"x"_s << 700016;
    QTest::newRow("unknown scope") << u"scope"_s << u"Everything.Read"_s << 650053;
}

void EntraTokens::wrongRefreshIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const WireAnswer answer = m_service->refresh(refreshTokenOf(m_service->redeem(m_service->code())), {{name, value}});
    QCOMPARE(answer.status, 400);
    QTEST(numberOf(answer), "number");
}

void EntraTokens::applicationGetsItsRoles()
{
    const WireAnswer answer = m_service->applicationToken();
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.json().contains(u"refresh_token"_s));
    QVERIFY(!answer.json().contains(u"id_token"_s));
    const QJsonObject claims = claimsOf(answer.json()[u"access_token"].toString());
    QCOMPARE(claims[u"appid"], m_service->credential()[u"clientId"]);
    QCOMPARE(claims[u"roles"].toArray(),
             (QJsonArray {u"SecurityAnalyzedMessage.Read.All"_s, u"SecurityAnalyzedMessage.ReadWrite.All"_s}));
    QVERIFY(!claims.contains(u"scp"_s) && !claims.contains(u"upn"_s));
}

void EntraTokens::wrongApplicationIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("number");
    QTest::newRow("wrong secret") << u"client_secret"_s << u"guess"_s << 401 << 7000215;
    QTest::newRow("no secret") << u"client_secret"_s << QString() << 401 << 7000218;
    QTest::newRow("unknown client") << u"client_id"_s << u"x"_s << 400 << 700016;
    QTest::newRow("single scope") << u"scope"_s << u"https://graph.microsoft.com/User.Read"_s << 400 << 70011;
    QTest::newRow("no scope") << u"scope"_s << QString() << 400 << 70011;
}

void EntraTokens::wrongApplicationIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const WireAnswer answer = m_service->applicationToken({{name, value}});
    QTEST(answer.status, "status");
    QTEST(numberOf(answer), "number");
}

void EntraTokens::answerNamesPermissionsAsAsked_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QStringList>("answered");
    QTest::newRow("short") << u"User.Read"_s << QStringList {u"User.Read"_s};
    QTest::newRow("with its resource") << u"https://graph.microsoft.com/user.read"_s
                                       << QStringList {u"https://graph.microsoft.com/User.Read"_s};
    QTest::newRow("everything") << u"openid https://graph.microsoft.com/.default"_s
                                << QStringList {u"openid"_s, u"https://graph.microsoft.com/User.Read"_s,
                                                u"https://graph.microsoft.com/.default"_s};
    QTest::newRow("everything, short") << u".default"_s << QStringList {u"User.Read"_s, u".default"_s};
}

void EntraTokens::answerNamesPermissionsAsAsked()
{
    QFETCH(QString, asked);
    QFETCH(QStringList, answered);
    const QJsonObject tokens = m_service->redeem(m_service->code(), {{u"scope"_s, asked}}).json();
    const QStringList words = tokens[u"scope"].toString().split(u' ');
    for (const QString &word : answered)
        QVERIFY2(words.contains(word), qPrintable(words.join(u' ')));
    QCOMPARE(words.last(), answered.last());
}

void EntraTokens::lifetimeFollowsTheSwitch()
{
    DemoService brief({u"--switch"_s, u"tokenLifetime=0"_s});
    const WireAnswer answer = brief.redeem(brief.code());
    QCOMPARE(answer.json()[u"expires_in"].toInt(-1), 0);
    QCOMPARE(brief.get(incidents, bearerOf(answer)).status, 401);
}

void EntraTokens::expiredTokensAreNotLetIn()
{
    const WireAnswer answer = m_service->redeem(m_service->code());
    m_service->say("POST", "/control/entra", {{u"expireTokens"_s, true}});
    const WireAnswer refused = m_service->get(incidents, bearerOf(answer));
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.json()[u"error"][u"code"].toString(), u"InvalidAuthenticationToken"_s);
    QVERIFY(refused.json()[u"error"][u"message"].toString().contains(u"expired"));
    QCOMPARE(m_service->get(incidents, bearerOf(m_service->refresh(refreshTokenOf(answer)))).status, 200);
}

void EntraTokens::challengeIsAnsweredByItsClaims()
{
    const WireAnswer answer = m_service->redeem(m_service->code());
    m_service->say("POST", "/control/entra", {{u"claimsChallenge"_s, u"1700000000"_s}});
    const WireAnswer refused = m_service->get(incidents, bearerOf(answer));
    QCOMPARE(refused.status, 401);
    const QByteArray header = refused.headers.value("www-authenticate");
    QVERIFY(header.contains("error=\"insufficient_claims\""));
    const QByteArray claims = QByteArray::fromBase64(header.mid(header.indexOf("claims=\"") + 8).chopped(1));
    QVERIFY(claims.contains("1700000000"));
    const QString token = refreshTokenOf(answer);
    QCOMPARE(m_service->get(incidents, bearerOf(m_service->refresh(token))).status, 401);
    const WireAnswer renewed = m_service->refresh(token, {{u"claims"_s, QString::fromLatin1(claims)}});
    QCOMPARE(m_service->get(incidents, bearerOf(renewed)).status, 200);
}

void EntraTokens::settingIsAllOrNothing()
{
    const QJsonObject refused = m_service->say("POST", "/control/entra", {{u"tokenLifetime"_s, 5}, {u"zzz"_s, true}});
    QCOMPARE(refused[u"status"].toInt(), 400);
    QCOMPARE(m_service->say("GET", "/control/entra")[u"tokenLifetime"].toInt(), 3600);
    QCOMPARE(m_service->say("POST", "/control/entra", {{u"revokeRefreshTokens"_s, u"nobody"_s}})[u"status"].toInt(),
             400);
}

CASEMATE_TEST(EntraTokens)
#include "entra_tokens.moc"
