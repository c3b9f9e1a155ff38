// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The control side: what it counts, how one waits on it, what it never tells.

#include "simulator/demoservice.h"
#include "simulator/requestlog.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class ServerControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyRequestIsCounted();
    void entriesTellWhatArrived();
    void noTokenIsEverTold();
    void waitEndsWithTheRequest();
    void entriesCanBeFilteredAndLimited();
    void routesLeaveOutWhatVaries_data();
    void routesLeaveOutWhatVaries();
    void logForgetsEntriesButNotCounts();
    void webPagesAreRefused();
    void unknownPathIsNotFound_data();
    void unknownPathIsNotFound();
    void wrongMethodIsTold_data();
    void wrongMethodIsTold();

private:
    std::unique_ptr<DemoService> m_service;
};

void ServerControl::initTestCase()
{
    m_service = std::make_unique<DemoService>();
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
}

void ServerControl::init()
{
    QCOMPARE(m_service->say("DELETE", "/control/requests")[u"status"].toInt(), 200);
}

void ServerControl::everyRequestIsCounted()
{
    m_service->get("/portal");
    m_service->get("/v1.0/security/incidents/1");
    m_service->get("/v1.0/security/incidents/2");
    const QJsonObject told = m_service->say("GET", "/control/requests");
    QCOMPARE(told[u"count"].toInt(), 3);
    QCOMPARE(told[u"routes"].toObject(),
             (QJsonObject {{u"GET /portal"_s, 1}, {u"GET /v1.0/security/incidents/{id}"_s, 2}}));
    QCOMPARE(m_service->arrived(u"incidents/1$"_s), 1);
    QCOMPARE(m_service->arrived(u"^PATCH"_s), 0);
}

void ServerControl::entriesTellWhatArrived()
{
    m_service->say("POST", "/control/faults", {{u"route"_s, u"^PATCH"_s}, {u"kind"_s, u"closeBeforeAnswer"_s}});
    const WireAnswer none = exchange(m_service->graph(), "PATCH", "/v1.0/security/incidents/1?x=%20y",
                                     {{"client-request-id", "mine"}}, "{}");
    QCOMPARE(none.status, 0);
    m_service->get("/portal");
    const QJsonArray entries = m_service->say("GET", "/control/requests")[u"requests"].toArray();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0][u"method"].toString(), u"PATCH"_s);
    QCOMPARE(entries[0][u"target"].toString(), u"/v1.0/security/incidents/1?x=%20y"_s);
    QCOMPARE(entries[0][u"path"].toString(), u"/v1.0/security/incidents/1"_s);
    QCOMPARE(entries[0][u"clientRequestId"].toString(), u"mine"_s);
    QCOMPARE(entries[0][u"bodySize"].toInt(), 2);
    QCOMPARE(entries[0][u"status"].toInt(-1), 0); // no answer was sent
    QCOMPARE(entries[0][u"fault"].toString(), u"closeBeforeAnswer"_s);
    QCOMPARE(entries[1][u"status"].toInt(), 200);
    QCOMPARE(entries[1][u"fault"].toString(), QString());
    QVERIFY(entries[1][u"number"].toInt() > entries[0][u"number"].toInt());
}

void ServerControl::noTokenIsEverTold()
{
    const WireAnswer tokens = m_service->redeem(m_service->code());
    const QByteArray bearer = "Bearer " + tokens.json()[u"access_token"].toString().toLatin1();
    const QByteArray other = m_service->signIn();
    m_service->get("/v1.0/security/incidents", bearer);
    m_service->get("/v1.0/security/incidents", bearer);
    m_service->get("/v1.0/security/incidents", other);
    const QJsonObject told = m_service->say("GET", "/control/requests");
    const QByteArray text = QJsonDocument(told).toJson();
    for (const QByteArray &part : bearer.sliced(7).split('.'))
        QVERIFY(!text.contains(part.left(12)));
    QVERIFY(!text.contains(tokens.json()[u"refresh_token"].toString().toLatin1()));
    QStringList digests;
    const QJsonArray entries = told[u"requests"].toArray();
    for (const QJsonValue &entry : entries) {
        if (entry[u"path"].toString().startsWith(u"/v1.0"))
            digests.append(entry[u"authorization"].toString());
    }
    QCOMPARE(digests.size(), 3);
    QVERIFY(!digests[0].isEmpty());
    QCOMPARE(digests[0], digests[1]);
    QVERIFY(digests[0] != digests[2]);
}

void ServerControl::waitEndsWithTheRequest()
{
    WireClient waiting(m_service->control());
    QVERIFY(waiting.connectToServer());
    waiting.send(requestBytes(m_service->control(), "GET", "/control/requests?route=portal&atLeast=2"));
    m_service->get("/portal");
    m_service->get("/v1.0/other");
    QVERIFY(waiting.received().isEmpty());
    m_service->get("/portal");
    QVERIFY(waiting.waitForAnswers(1));
    QCOMPARE(waiting.answers().first().json()[u"count"].toInt(), 2);
}

void ServerControl::entriesCanBeFilteredAndLimited()
{
    for (int i = 0; i < 5; ++i)
        m_service->get("/portal/" + QByteArray::number(i));
    const QJsonArray two = m_service->say("GET", "/control/requests?limit=2")[u"requests"].toArray();
    QCOMPARE(two.size(), 2);
    const QByteArray after = QByteArray::number(two[1][u"number"].toInt());
    const QJsonArray rest = m_service->say("GET", "/control/requests?after=" + after)[u"requests"].toArray();
    QCOMPARE(rest.size(), 3);
    QCOMPARE(rest[0][u"path"].toString(), u"/portal/2"_s);
    const QJsonArray one = m_service->say("GET", "/control/requests?route=/4$")[u"requests"].toArray();
    QCOMPARE(one.size(), 1);
    QCOMPARE(m_service->say("GET", "/control/requests?route=(")[u"status"].toInt(), 400);
}

void ServerControl::routesLeaveOutWhatVaries_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("route");
    QTest::newRow("list") << u"/v1.0/security/incidents"_s << u"GET /v1.0/security/incidents"_s;
    QTest::newRow("item") << u"/v1.0/security/incidents/29"_s << u"GET /v1.0/security/incidents/{id}"_s;
    QTest::newRow("comments") << u"/v1.0/security/alerts_v2/ab12/comments"_s
                              << u"GET /v1.0/security/alerts_v2/{id}/comments"_s;
    QTest::newRow("merge") << u"/v1.0/security/incidents/mergeIncidents"_s
                           << u"GET /v1.0/security/incidents/mergeIncidents"_s;
    QTest::newRow("mail") << u"/v1.0/security/collaboration/analyzedEmails/x"_s
                          << u"GET /v1.0/security/collaboration/analyzedEmails/{id}"_s;
    QTest::newRow("remediate") << u"/v1.0/security/collaboration/analyzedEmails/remediate"_s
                               << u"GET /v1.0/security/collaboration/analyzedEmails/remediate"_s;
    QTest::newRow("token") << u"/0000/oauth2/v2.0/token"_s << u"GET /{tenant}/oauth2/v2.0/token"_s;
}

void ServerControl::routesLeaveOutWhatVaries()
{
    QFETCH(QString, path);
    Request request;
    request.method = "GET";
    request.path = path;
    QTEST(routeOf(request), "route");
}

void ServerControl::logForgetsEntriesButNotCounts()
{
    RequestLog log(3);
    Request request;
    request.method = "GET";
    request.path = u"/a"_s;
    for (int i = 0; i < 10; ++i)
        log.settle(log.add(request), 200, {});
    const QJsonObject told = log.toJson(QRegularExpression(), 0, 100);
    QCOMPARE(told[u"count"].toInt(), 10);
    QCOMPARE(told[u"requests"].toArray().size(), 3);
    QCOMPARE(told[u"requests"][0][u"number"].toInt(), 8);
    log.settle(1, 500, {}); // an answer to an entry that is gone
    QCOMPARE(log.toJson(QRegularExpression(), 0, 100)[u"requests"][0][u"status"].toInt(), 200);
}

void ServerControl::webPagesAreRefused()
{
    for (const QByteArray &header : {QByteArray("Origin"), QByteArray("Sec-Fetch-Site")}) {
        const WireAnswer answer = exchange(m_service->control(), "POST", "/control/entra",
                                           {{header, "http://evil.example"}}, R"({"expireTokens":true})");
        QCOMPARE(answer.status, 403);
    }
}

void ServerControl::unknownPathIsNotFound_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("root") << QByteArray("/");
    QTest::newRow("outside") << QByteArray("/faults");
    QTest::newRow("unknown") << QByteArray("/control/weather");
}

void ServerControl::unknownPathIsNotFound()
{
    QFETCH(QByteArray, path);
    const QJsonObject answer = m_service->say("GET", path);
    QCOMPARE(answer[u"status"].toInt(), 404);
    QVERIFY(!answer[u"error"].toString().isEmpty());
}

void ServerControl::wrongMethodIsTold_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("faults") << QByteArray("PATCH") << QByteArray("/control/faults");
    QTest::newRow("requests") << QByteArray("POST") << QByteArray("/control/requests");
    QTest::newRow("entra") << QByteArray("DELETE") << QByteArray("/control/entra");
    QTest::newRow("throttle") << QByteArray("DELETE") << QByteArray("/control/throttle");
}

void ServerControl::wrongMethodIsTold()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QCOMPARE(m_service->say(method, path)[u"status"].toInt(), 405);
}

CASEMATE_TEST(ServerControl)
#include "server_control.moc"
