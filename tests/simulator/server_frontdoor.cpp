// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The front door of Graph: who is let in, what every answer carries, how many calls are taken.

#include "simulator/demoservice.h"
#include "simulator/frontdoor.h"
#include "simulator/throttle.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class ServerFrontDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void badTokenIsNotLetIn_data();
    void badTokenIsNotLetIn();
    void foreignTokenIsNotLetIn();
    void goodTokenIsLetIn();
    void personWithoutRoleIsForbidden();
    void answerCarriesTheHeadersOfGraph();
    void errorCarriesTheIdsOfTheRequest();
    void unknownVersionIsABadRequest();
    void callsAreCountedPerApplication();
    void refusedCallsCountToo();
    void huntingHasABucketOfItsOwn();
    void unthrottledTakesAnyNumber();
    void bucketFreesWithTime_data();
    void bucketFreesWithTime();

private:
    std::unique_ptr<DemoService> m_service;
};

namespace {

const QByteArray incidents = "/v1.0/security/incidents";

QByteArray withSpoiltSignature(QByteArray token)
{
    const auto place = token.lastIndexOf('.') + 10;
    token[place] = token[place] == 'A' ? 'B' : 'A';
    return token;
}

} // namespace

void ServerFrontDoor::initTestCase()
{
    m_service = std::make_unique<DemoService>(QStringList {u"--unthrottled"_s});
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
}

void ServerFrontDoor::cleanup()
{
    m_service->say("POST", "/control/throttle", {{u"unthrottled"_s, true}, {u"security"_s, 150}, {u"hunting"_s, 45}});
}

void ServerFrontDoor::badTokenIsNotLetIn_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QString>("message");
    const QByteArray genuine = m_service->signIn();
    const QByteArray unsignedHead = base64Url(R"({"typ":"JWT","alg":"none"})");
    const auto parts = genuine.split('.');
    QTest::newRow("none") << QByteArray() << u"Access token is empty."_s;
    QTest::newRow("empty") << QByteArray("Bearer ") << u"Access token is empty."_s;
    QTest::newRow("other scheme") << QByteArray("Basic dTpw") << u"Access token is empty."_s;
    QTest::newRow("no JWT") << QByteArray("Bearer abc") << u"not well formed"_s;
    QTest::newRow("wrong signature") << withSpoiltSignature(genuine) << u"Invalid signature"_s;
    QTest::newRow("no algorithm") << "Bearer " + unsignedHead + '.' + parts[1] + '.' << u"Invalid signature"_s;
    QTest::newRow("other claims") << parts[0] + '.' + base64Url(R"({"aud":"https://graph.microsoft.com"})") + '.'
            + parts[2] << u"Invalid signature"_s;
}

void ServerFrontDoor::badTokenIsNotLetIn()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QString, message);
    const WireAnswer answer = m_service->get(incidents, authorization);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.json()[u"error"][u"code"].toString(), u"InvalidAuthenticationToken"_s);
    QVERIFY2(answer.json()[u"error"][u"message"].toString().contains(message), answer.body.constData());
    QVERIFY(answer.headers.value("www-authenticate").startsWith("Bearer realm=\"\""));
    QVERIFY(!answer.headers.value("www-authenticate").contains("claims="));
}

void ServerFrontDoor::foreignTokenIsNotLetIn()
{
    const DemoService other;
    const WireAnswer answer = m_service->get(incidents, other.signIn());
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.json()[u"error"][u"message"].toString().contains(u"signature"));
}

void ServerFrontDoor::goodTokenIsLetIn()
{
    const WireAnswer answer = m_service->get(incidents, m_service->signIn());
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.json()[u"value"].toArray().isEmpty());
}

void ServerFrontDoor::personWithoutRoleIsForbidden()
{
    constexpr int visitor = 3;
    QCOMPARE(m_service->line()[u"accounts"][visitor][u"roles"].toArray(), QJsonArray());
    const WireAnswer answer = m_service->get(incidents, m_service->signIn(m_service->upn(visitor)));
    QCOMPARE(answer.status, 403);
    QVERIFY(!answer.json()[u"error"][u"code"].toString().isEmpty());
}

void ServerFrontDoor::answerCarriesTheHeadersOfGraph()
{
    const QByteArray id = "5e7a0f3c-0000-4000-8000-00000000abcd";
    const WireAnswer answer = exchange(m_service->graph(), "GET", incidents,
                                       {{"Authorization", m_service->signIn()},
                                        {"client-request-id", id},
                                        {"Prefer", "include-unknown-enum-members"}});
    QVERIFY(!QUuid(QString::fromLatin1(answer.headers.value("request-id"))).isNull());
    QCOMPARE(answer.headers.value("client-request-id"), id);
    QCOMPARE(answer.headers.value("odata-version"), QByteArray("4.0"));
    QVERIFY(answer.headers.value("content-type").startsWith("application/json;odata.metadata=minimal"));
    QVERIFY(answer.headers.value("x-ms-ags-diagnostic").startsWith("{\"ServerInfo\""));
    QVERIFY(answer.headers.contains("strict-transport-security"));
    QCOMPARE(answer.headers.value("preference-applied"), QByteArray("include-unknown-enum-members"));
    const QRegularExpression date(u"^\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT$"_s);
    QVERIFY(date.match(QString::fromLatin1(answer.headers.value("date"))).hasMatch());
}

void ServerFrontDoor::errorCarriesTheIdsOfTheRequest()
{
    const WireAnswer answer = exchange(m_service->graph(), "GET", incidents + "/999999999",
                                       {{"Authorization", m_service->signIn()}, {"client-request-id", "mine"}});
    QCOMPARE(answer.status, 404);
    const QJsonObject inner = answer.json()[u"error"][u"innerError"].toObject();
    QCOMPARE(inner[u"client-request-id"].toString(), u"mine"_s);
    QCOMPARE(inner[u"request-id"].toString(), QString::fromLatin1(answer.headers.value("request-id")));
    const QRegularExpression withoutZone(u"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$"_s);
    QVERIFY(withoutZone.match(inner[u"date"].toString()).hasMatch());
}

void ServerFrontDoor::unknownVersionIsABadRequest()
{
    const WireAnswer answer = m_service->get("/v3.0/security/incidents", m_service->signIn());
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json()[u"error"][u"code"].toString(), u"BadRequest"_s);
}

void ServerFrontDoor::callsAreCountedPerApplication()
{
    const QByteArray person = m_service->signIn();
    const QByteArray application =
        "Bearer " + m_service->applicationToken().json()[u"access_token"].toString().toLatin1();
    m_service->say("POST", "/control/throttle", {{u"unthrottled"_s, false}, {u"security"_s, 3}});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_service->get(incidents, person).status, 200);
    const WireAnswer refused = m_service->get(incidents, person);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.json()[u"error"][u"code"].toString(), u"TooManyRequests"_s);
    bool isInteger = false;
    const int seconds = refused.headers.value("retry-after").toInt(&isInteger);
    QVERIFY(isInteger && seconds >= 1 && seconds <= 60);
    QVERIFY(m_service->get(incidents, application).status != 429);
    QVERIFY(m_service->get("/v1.0/me", person).status != 429); // not below /security
}

void ServerFrontDoor::refusedCallsCountToo()
{
    Throttle throttle;
    QCOMPARE(throttle.take(u"a"_s, 1, 0), 0);
    QCOMPARE(throttle.take(u"a"_s, 1, 50'000), 60); // counted, so the minute begins anew
    QCOMPARE(throttle.take(u"a"_s, 1, 60'001), 60);
    QCOMPARE(throttle.take(u"a"_s, 1, 120'002), 0);
}

void ServerFrontDoor::huntingHasABucketOfItsOwn()
{
    const QByteArray person = m_service->signIn();
    m_service->say("POST", "/control/throttle", {{u"unthrottled"_s, false}, {u"security"_s, 1000}, {u"hunting"_s, 2}});
    const auto hunt = [&](const QByteArray &target) {
        return exchange(m_service->graph(), "POST", target,
                        {{"Authorization", person}, {"Content-Type", "application/json"}},
                        R"({"Query":"EmailEvents | limit 1"})");
    };
    QVERIFY(hunt("/v1.0/security/runHuntingQuery").status != 429);
    QVERIFY(hunt("/v1.0/security/microsoft.graph.security.runHuntingQuery").status != 429);
    const WireAnswer refused = hunt("/beta/security/RUNHUNTINGQUERY");
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.json()[u"error"][u"message"].toString().startsWith(u"API calls quota exceeded!")); // not CPU
    QVERIFY(refused.headers.value("retry-after").toInt() > 0);
    QCOMPARE(m_service->get(incidents, person).status, 200);
}

void ServerFrontDoor::unthrottledTakesAnyNumber()
{
    m_service->say("POST", "/control/throttle", {{u"unthrottled"_s, true}, {u"security"_s, 0}});
    QCOMPARE(m_service->get(incidents, m_service->signIn()).status, 200);
}

void ServerFrontDoor::bucketFreesWithTime_data()
{
    QTest::addColumn<qint64>("at"); // ms, after calls at 0 s, 10 s and 20 s
    QTest::addColumn<int>("wait");
    QTest::newRow("at once") << qint64(20'000) << 50; // until the second call has left the window
    QTest::newRow("a moment later") << qint64(20'001) << 50;
    QTest::newRow("a second later") << qint64(21'001) << 49;
    QTest::newRow("first has left") << qint64(60'000) << 0;
    QTest::newRow("all have left") << qint64(90'000) << 0;
}

void ServerFrontDoor::bucketFreesWithTime()
{
    QFETCH(qint64, at);
    Throttle throttle;
    for (const qint64 time : {0, 10'000, 20'000})
        QCOMPARE(throttle.take(u"a"_s, 3, time), 0);
    QTEST(throttle.take(u"a"_s, 3, at), "wait");
    QCOMPARE(throttle.take(u"another"_s, 3, at), 0);
}

CASEMATE_TEST(ServerFrontDoor)
#include "server_frontdoor.moc"
