// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Casemate sends, it sends once. The server here applies every request and closes without an answer, which makes Qt
// Network alone send a POST two times in the clear and four times over TLS.

#include "remote/certificates.h"
#include "remote/networktransport.h"
#include "remote/rawserver.h"
#include "remote/reply.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate::test;

class Wire final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyWriteArrivesOnce_data();
    void everyWriteArrivesOnce();
    void aBodyArrivesWhole();
    void aWriteThatIsAnsweredIsAnswered();

private:
    static domain::Cloud cloudFor(const RawServer &server, const Authority &authority);
    Authority m_authority;
};

domain::Cloud Wire::cloudFor(const RawServer &server, const Authority &authority)
{
    domain::Cloud cloud;
    cloud.name = u"demo"_s;
    cloud.demo = true;
    cloud.graph = server.url();
    cloud.login = server.url();
    cloud.caFile = authority.file();
    return cloud;
}

void Wire::everyWriteArrivesOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("reused");
    QTest::addColumn<bool>("reset");
    struct Kind {
        const char *name;
        const char *method;
        const char *body;
        const char *contentType;
    };
    const Kind kinds[] = {
        {"POST", "POST", R"({"action":"softDelete"})", "application/json"},
        {"PATCH", "PATCH", R"({"status":"resolved"})", "application/json"},
        {"DELETE", "DELETE", "", "application/json"},
        {"empty POST", "POST", "", "application/json"},
        {"PUT", "PUT", R"({"a":1})", "application/json"},
        {"token", "POST", "grant_type=refresh_token&refresh_token=abc", "application/x-www-form-urlencoded"},
    };
    for (const Kind &kind : kinds) {
        for (const bool tls : {false, true}) {
            for (const bool reused : {false, true}) {
                for (const bool reset : {false, true}) {
                    QTest::addRow("%s, %s, %s connection, %s", kind.name, tls ? "TLS" : "plain",
                                  reused ? "reused" : "fresh", reset ? "reset" : "closed")
                        << QByteArray(kind.method) << QByteArray(kind.body) << QByteArray(kind.contentType) << tls
                        << reused << reset;
                }
            }
        }
    }
}

void Wire::everyWriteArrivesOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    QFETCH(bool, tls);
    QFETCH(bool, reused);
    QFETCH(bool, reset);
    bool closesNow = false;
    RawServer server(
        [&](const RawRequest &request) {
            if (request.head.startsWith("GET") || !closesNow)
                return answering(200, "{}");
            return Reaction {{}, reset ? Reaction::Then::Reset : Reaction::Then::Close};
        },
        tls ? std::optional(m_authority.server()) : std::nullopt);
    remote::NetworkTransport transport(cloudFor(server, m_authority));
    remote::HttpRequest request;
    request.method = method;
    request.url = server.url(u"/v1.0/security/x"_s);
    request.headers = {{"Content-Type", contentType}};
    request.body = body;
    qsizetype before = 0;
    if (reused) { // whatever connections there are, they have served a GET and a write
        for (const char *first : {"GET", "POST"}) {
            remote::HttpRequest opening = request;
            opening.method = first;
            Reply<remote::HttpAnswer> reply;
            transport.send(opening, this, reply.function());
            QTRY_VERIFY(reply.came());
            QVERIFY(reply.isGood());
        }
        before = server.requests().size();
    }
    closesNow = true;

    Reply<remote::HttpAnswer> reply;
    transport.send(request, this, reply.function());
    QTRY_VERIFY(reply.came());

    QVERIFY(!reply.isGood());
    QCOMPARE(reply.error().kind, domain::ErrorKind::ConnectionLost);
    QVERIFY(reply.error().mayHaveBeenApplied);
    // a GET that comes after it: whatever was going to be sent again has been sent by now
    remote::HttpRequest last = request;
    last.method = "GET";
    Reply<remote::HttpAnswer> lastReply;
    transport.send(last, this, lastReply.function());
    QTRY_VERIFY(lastReply.came());
    QCOMPARE(server.requests().size() - before, 2);
    QCOMPARE(server.requests().at(before).body, body);
    QVERIFY(server.requests().at(before).head.startsWith(QByteArray(method + ' ')));
    QCOMPARE(server.requests().at(before).header("content-length"), QByteArray::number(body.size()));
    QCOMPARE(server.requests().at(before).header("content-type"), contentType);
}

void Wire::aBodyArrivesWhole()
{
    RawServer server([](const RawRequest &) { return answering(200, "{}"); });
    remote::NetworkTransport transport(cloudFor(server, m_authority));
    QByteArray body(700'000, 'x');
    for (qsizetype i = 0; i < body.size(); i += 7)
        body[i] = static_cast<char>(i);
    remote::HttpRequest request;
    request.method = "POST";
    request.url = server.url();
    request.body = body;
    Reply<remote::HttpAnswer> reply;
    transport.send(request, this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().constFirst().body, body);
}

void Wire::aWriteThatIsAnsweredIsAnswered()
{
    for (const int status : {200, 202, 204, 400, 401, 403, 404, 409, 429, 500, 503}) {
        RawServer server([status](const RawRequest &) { return answering(status, status == 204 ? "" : "{\"a\":1}"); });
        remote::NetworkTransport transport(cloudFor(server, m_authority));
        remote::HttpRequest request;
        request.method = "POST";
        request.url = server.url();
        Reply<remote::HttpAnswer> reply;
        transport.send(request, this, reply.function());
        QTRY_VERIFY(reply.came());
        QVERIFY2(reply.isGood(),
                 qPrintable(u"%1: %2"_s.arg(status).arg(reply.isGood() ? QString() : reply.error().detail)));
        QCOMPARE(reply.value().status, status);
        if (status != 204)
            QCOMPARE(reply.value().body, QByteArray("{\"a\":1}"));
        QCOMPARE(server.requests().size(), 1);
    }
}

CASEMATE_TEST(Wire)
#include "wire.moc"
