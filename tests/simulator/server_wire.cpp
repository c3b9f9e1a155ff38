// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The HTTP server on real sockets: order, reuse, compression, refusals, several clients at once, both address families.

#include "simulator/demoservice.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class ServerWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void connectionServesManyRequests();
    void pipelinedRequestsAreAnsweredInOrder();
    void continueIsSentWhenAsked();
    void chunkedBodyArrives();
    void brokenRequestIsRefusedAndTheConnectionEnds_data();
    void brokenRequestIsRefusedAndTheConnectionEnds();
    void answerIsPackedOnlyWhenAsked();
    void twoClientsAreServedAtOnce();
    void silentClientDelaysNobody();
    void answerToAClientThatLeftHarmsNobody();
    void ipv6LoopbackServesToo();
    void onlyLoopbackListens();
    void networkGoesDownAndComesUp();
    void urlsFollowTheHostOfTheRequest();

private:
    std::unique_ptr<DemoService> m_service;
};

void ServerWire::initTestCase()
{
    m_service = std::make_unique<DemoService>();
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
}

void ServerWire::connectionServesManyRequests()
{
    WireClient client(m_service->graph());
    QVERIFY(client.connectToServer());
    for (int i = 1; i <= 5; ++i) {
        client.send(requestBytes(m_service->graph(), "GET", "/v1.0/security/incidents"));
        QVERIFY(client.waitForAnswers(i));
    }
    QCOMPARE(client.answers().last().status, 401);
    QCOMPARE(client.answers().last().headers.value("connection"), QByteArray("keep-alive"));
    client.send(requestBytes(m_service->graph(), "GET", "/portal", {{"Connection", "close"}}));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.answers().size(), 6);
    QCOMPARE(client.answers().last().headers.value("connection"), QByteArray("close"));
}

void ServerWire::pipelinedRequestsAreAnsweredInOrder()
{
    WireClient client(m_service->graph());
    QVERIFY(client.connectToServer());
    QByteArray bytes;
    for (int i = 0; i < 20; ++i)
        bytes += requestBytes(m_service->graph(), "GET", "/portal/page" + QByteArray::number(i));
    client.send(bytes);
    QVERIFY(client.waitForAnswers(20));
    for (int i = 0; i < 20; ++i)
        QVERIFY(client.answers()[i].body.contains(QByteArray("page" + QByteArray::number(i) + "</b>")));
}

void ServerWire::continueIsSentWhenAsked()
{
    WireClient client(m_service->graph());
    QVERIFY(client.connectToServer());
    client.send("POST /v1.0/x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(client.waitForBytes("HTTP/1.1 100 Continue\r\n\r\n"));
    QCOMPARE(client.answers().size(), 1); // nothing but that before the body
    client.send("{}");
    QVERIFY(client.waitForAnswers(2));
    QCOMPARE(client.answers().last().status, 401);
}

void ServerWire::chunkedBodyArrives()
{
    WireClient client(m_service->control());
    QVERIFY(client.connectToServer());
    client.send("POST /control/throttle HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                "9\r\n{\"hunting\r\n6\r\n\": 44}\r\n0\r\n\r\n");
    QVERIFY(client.waitForAnswers(1));
    QCOMPARE(client.answers().first().json()[u"hunting"].toInt(), 44);
}

void ServerWire::brokenRequestIsRefusedAndTheConnectionEnds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("nonsense") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("too large") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n") << 413;
    QTest::newRow("head too large") << "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(70'000, 'x') << 431;
}

void ServerWire::brokenRequestIsRefusedAndTheConnectionEnds()
{
    QFETCH(QByteArray, bytes);
    WireClient client(m_service->graph());
    QVERIFY(client.connectToServer());
    client.send(bytes);
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.answers().size(), 1);
    QTEST(client.answers().first().status, "status");
}

void ServerWire::answerIsPackedOnlyWhenAsked()
{
    const QByteArray token = m_service->signIn();
    const QByteArray target = "/v1.0/security/incidents";
    const WireAnswer plain = m_service->get(target, token);
    QCOMPARE(plain.status, 200);
    QVERIFY(plain.body.size() > 700);
    QVERIFY(!plain.headers.contains("content-encoding"));
    const auto with = [&](const QByteArray &codings) {
        return exchange(m_service->graph(), "GET", target, {{"Authorization", token}, {"Accept-Encoding", codings}});
    };
    QVERIFY(!with("gzip;q=0, deflate").headers.contains("content-encoding"));
    const WireAnswer packed = with("deflate, gzip;q=0.5");
    QCOMPARE(packed.headers.value("content-encoding"), QByteArray("gzip"));
    QVERIFY(packed.body.startsWith("\x1f\x8b"));
    QVERIFY(packed.body.size() < plain.body.size() / 2);
    // The last four bytes of a gzip member are the length of what it unpacks to, least significant byte first.
    quint32 length = 0;
    for (int i = 1; i <= 4; ++i)
        length = (length << 8) | static_cast<unsigned char>(packed.body[packed.body.size() - i]);
    QCOMPARE(length, static_cast<quint32>(plain.body.size()));
}

void ServerWire::twoClientsAreServedAtOnce()
{
    std::vector<std::unique_ptr<WireClient>> clients;
    for (int i = 0; i < 2; ++i) {
        clients.push_back(std::make_unique<WireClient>(m_service->graph()));
        QVERIFY(clients.back()->connectToServer());
    }
    for (int round = 0; round < 50; ++round) {
        for (size_t i = 0; i < clients.size(); ++i)
            clients[i]->send(
                requestBytes(m_service->graph(), "GET", "/portal/client" + QByteArray::number(qulonglong(i))));
    }
    for (size_t i = 0; i < clients.size(); ++i) {
        QVERIFY(clients[i]->waitForAnswers(50));
        for (const WireAnswer &answer : clients[i]->answers())
            QVERIFY(answer.body.contains(QByteArray("client" + QByteArray::number(qulonglong(i)) + "</b>")));
    }
}

void ServerWire::silentClientDelaysNobody()
{
    std::vector<std::unique_ptr<WireClient>> silent;
    for (int i = 0; i < 8; ++i) { // more than there are worker threads
        silent.push_back(std::make_unique<WireClient>(m_service->graph()));
        QVERIFY(silent.back()->connectToServer());
        silent.back()->send("GET /half");
    }
    QCOMPARE(m_service->get("/portal").status, 200);
}

void ServerWire::answerToAClientThatLeftHarmsNobody()
{
    m_service->say("POST", "/control/faults", {{u"route"_s, u"/portal/left"_s}, {u"kind"_s, u"stall"_s}});
    WireClient client(m_service->graph());
    QVERIFY(client.connectToServer());
    client.send(requestBytes(m_service->graph(), "GET", "/portal/left"));
    QCOMPARE(m_service->say("GET", "/control/requests?route=left&atLeast=1")[u"count"].toInt(), 1);
    client.hangUp();
    QCOMPARE(m_service->say("DELETE", "/control/faults")[u"released"].toInt(), 1);
    QCOMPARE(m_service->get("/portal").status, 200);
}

void ServerWire::ipv6LoopbackServesToo()
{
    QTcpServer probe;
    const bool isThere = probe.listen(QHostAddress(QHostAddress::LocalHostIPv6));
    QUrl base = m_service->graph();
    base.setHost(u"::1"_s);
    QCOMPARE(exchange(base, "GET", "/portal").status, isThere ? 200 : 0);
}

void ServerWire::onlyLoopbackListens()
{
    QVERIFY(m_service->graph().host() == u"127.0.0.1" && m_service->control().host() == u"127.0.0.1");
    // A server on all addresses would be in the way of one on another address of this machine.
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(u"127.0.0.2"_s), static_cast<quint16>(m_service->graph().port())));
}

void ServerWire::networkGoesDownAndComesUp()
{
    WireClient open(m_service->graph());
    QVERIFY(open.connectToServer());
    open.send(requestBytes(m_service->graph(), "GET", "/portal"));
    QVERIFY(open.waitForAnswers(1));
    QCOMPARE(m_service->say("POST", "/control/network", {{u"up"_s, false}})[u"up"].toBool(true), false);
    QVERIFY(open.waitForEnd());
    QTcpSocket refused;
    refused.connectToHost(m_service->graph().host(), static_cast<quint16>(m_service->graph().port()));
    QTRY_COMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(m_service->say("POST", "/control/network", {{u"up"_s, true}})[u"up"].toBool(), true);
    QCOMPARE(m_service->get("/portal").status, 200);
    QCOMPARE(m_service->say("POST", "/control/network", {{u"up"_s, u"maybe"_s}})[u"status"].toInt(), 400);
}

void ServerWire::urlsFollowTheHostOfTheRequest()
{
    const WireAnswer answer =
        exchange(m_service->graph(), "GET", m_service->tenantPath() + "/v2.0/.well-known/openid-configuration");
    QCOMPARE(answer.json()[u"token_endpoint"].toString(),
             QString(m_service->line()[u"login"].toString() + QString::fromLatin1(m_service->tenantPath())
                     + u"/oauth2/v2.0/token"));
    WireClient proxied(m_service->graph());
    QVERIFY(proxied.connectToServer());
    proxied.send("GET " + m_service->tenantPath()
                 + "/v2.0/.well-known/openid-configuration HTTP/1.1\r\nHost: localhost:4711\r\n\r\n");
    QVERIFY(proxied.waitForAnswers(1));
    QVERIFY(proxied.answers().first().json()[u"token_endpoint"].toString().startsWith(u"http://localhost:4711/"));
}

CASEMATE_TEST(ServerWire)
#include "server_wire.moc"
