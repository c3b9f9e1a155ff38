// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What counts as an HTTP request, what is refused and with which status; no socket.

#include "simulator/httpparser.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;

class ServerParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestIsUnderstood_data();
    void requestIsUnderstood();
    void everySplitGivesTheSame();
    void requestIsRefused_data();
    void requestIsRefused();
    void pipelinedRequestsComeOneByOne();
    void continueIsWantedOnlyBeforeTheBody();
    void connectionIsKeptAsTheClientWishes_data();
    void connectionIsKeptAsTheClientWishes();
    void baseUrlFollowsTheHost();
};

namespace {

HttpParser::Limits small()
{
    return {100, 400, 50};
}

QByteArray line(const QByteArray &first, const QByteArray &rest = {})
{
    return first + "\r\nHost: 127.0.0.1:8080\r\n" + rest + "\r\n";
}

} // namespace

void ServerParser::requestIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("top"); // query parameter $top
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("get") << line("GET /v1.0/a HTTP/1.1") << QByteArray("GET") << u"/v1.0/a"_s << QString()
                         << QByteArray();
    QTest::newRow("query") << line("GET /a?%24top=5&x HTTP/1.1") << QByteArray("GET") << u"/a"_s << u"5"_s
                           << QByteArray();
    QTest::newRow("plus is a blank") << line("GET /a?$top=1+2%2B3 HTTP/1.1") << QByteArray("GET") << u"/a"_s
                                     << u"1 2+3"_s << QByteArray();
    QTest::newRow("encoded path") << line("GET /a/b%20c/%C3%A9?$top=1 HTTP/1.1") << QByteArray("GET") << u"/a/b c/é"_s
                                  << u"1"_s << QByteArray();
    QTest::newRow("body") << line("PATCH /a HTTP/1.1", "Content-Length: 7\r\n") + "{\"a\":1}" << QByteArray("PATCH")
                          << u"/a"_s << QString() << QByteArray("{\"a\":1}");
    QTest::newRow("same length twice") << line("POST /a HTTP/1.1", "Content-Length: 2\r\nContent-Length: 2\r\n") + "ab"
                                       << QByteArray("POST") << u"/a"_s << QString() << QByteArray("ab");
    QTest::newRow("chunks") << line("POST /a HTTP/1.1", "Transfer-Encoding: chunked\r\n")
            + "3\r\nabc\r\nA;name=value\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n"
                            << QByteArray("POST") << u"/a"_s << QString() << QByteArray("abc0123456789");
    QTest::newRow("empty post") << line("POST /a HTTP/1.1") << QByteArray("POST") << u"/a"_s << QString()
                                << QByteArray();
    QTest::newRow("absolute form") << line("GET http://other:1/a?$top=2 HTTP/1.1") << QByteArray("GET") << u"/a"_s
                                   << u"2"_s << QByteArray();
    QTest::newRow("empty lines before") << "\r\n\r\n" + line("GET /a HTTP/1.1") << QByteArray("GET") << u"/a"_s
                                        << QString() << QByteArray();
    QTest::newRow("old version without host")
        << QByteArray("GET /a HTTP/1.0\r\n\r\n") << QByteArray("GET") << u"/a"_s << QString() << QByteArray();
}

void ServerParser::requestIsUnderstood()
{
    QFETCH(QByteArray, bytes);
    HttpParser parser("http");
    parser.feed(bytes);
    const auto request = parser.next();
    QVERIFY(request);
    QTEST(request->method, "method");
    QTEST(request->path, "path");
    QTEST(request->parameter(u"$top"_s), "top");
    QTEST(request->body, "body");
    QCOMPARE(parser.refusal(), 0);
    QVERIFY(!parser.next());
}

void ServerParser::everySplitGivesTheSame()
{
    const QByteArray bytes = line("POST /a?$top=7 HTTP/1.1", "Transfer-Encoding: chunked\r\nX: y\r\n")
        + "4\r\nwxyz\r\n0\r\n\r\n" + line("PATCH /b HTTP/1.1", "Content-Length: 3\r\n") + "abc";
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        HttpParser parser("http");
        QList<Request> requests;
        for (const QByteArray &part : {bytes.first(cut), bytes.sliced(cut)}) {
            parser.feed(part);
            while (const auto request = parser.next())
                requests.append(*request);
        }
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests[0].body, QByteArray("wxyz"));
        QCOMPARE(requests[0].header("x"), QByteArray("y"));
        QCOMPARE(requests[1].path, u"/b"_s);
        QCOMPARE(requests[1].body, QByteArray("abc"));
        QVERIFY(requests[1].header("X").isEmpty()); // nothing is left over from the request before
    }
}

void ServerParser::requestIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << 400;
    QTest::newRow("two words") << line("GET /a") << 400;
    QTest::newRow("four words") << line("GET /a b HTTP/1.1") << 400;
    QTest::newRow("control character in the target") << line("GET /a\x01 HTTP/1.1") << 400;
    QTest::newRow("relative target") << line("GET a HTTP/1.1") << 400;
    QTest::newRow("unknown version") << line("GET /a HTTP/2.0") << 505;
    QTest::newRow("other protocol") << line("GET /a FTP/1.1") << 400;
    QTest::newRow("unknown method") << line("BREW /a HTTP/1.1") << 501;
    QTest::newRow("head is not needed") << line("HEAD /a HTTP/1.1") << 501;
    QTest::newRow("no host") << QByteArray("GET /a HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two hosts") << line("GET /a HTTP/1.1", "Host: b\r\n") << 400;
    QTest::newRow("host with a path") << QByteArray("GET /a HTTP/1.1\r\nHost: a/b\r\n\r\n") << 400;
    QTest::newRow("host with a user") << QByteArray("GET /a HTTP/1.1\r\nHost: a@b\r\n\r\n") << 400;
    QTest::newRow("header without colon") << line("GET /a HTTP/1.1", "Nonsense\r\n") << 400;
    QTest::newRow("blank before the colon") << line("GET /a HTTP/1.1", "X : y\r\n") << 400;
    QTest::newRow("folded header") << line("GET /a HTTP/1.1", "X: y\r\n z\r\n") << 400;
    QTest::newRow("bare line feed") << line("GET /a HTTP/1.1", "X: y\nZ: z\r\n") << 400;
    QTest::newRow("length is no number") << line("POST /a HTTP/1.1", "Content-Length: x\r\n") << 400;
    QTest::newRow("negative length") << line("POST /a HTTP/1.1", "Content-Length: -1\r\n") << 400;
    QTest::newRow("two lengths") << line("POST /a HTTP/1.1", "Content-Length: 1\r\nContent-Length: 2\r\n") << 400;
    QTest::newRow("length and chunks") << line("POST /a HTTP/1.1",
                                               "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n")
                                       << 400;
    QTest::newRow("unknown coding") << line("POST /a HTTP/1.1", "Transfer-Encoding: gzip, chunked\r\n") << 501;
    QTest::newRow("body too long") << line("POST /a HTTP/1.1", "Content-Length: 51\r\n") << 413;
    QTest::newRow("length beyond 2^63") << line("POST /a HTTP/1.1", "Content-Length: 99999999999999999999\r\n") << 413;
    QTest::newRow("chunk too long") << line("POST /a HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "33\r\n" << 413;
    QTest::newRow("chunks too long together") << line("POST /a HTTP/1.1", "Transfer-Encoding: chunked\r\n")
            + "2\r\nab\r\n31\r\n" << 413;
    QTest::newRow("chunk size is no number") << line("POST /a HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "-1\r\n"
                                             << 400;
    QTest::newRow("chunk without its end")
        << line("POST /a HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "2\r\nabXX" << 400;
    QTest::newRow("endless chunk line") << line("POST /a HTTP/1.1", "Transfer-Encoding: chunked\r\n")
            + QByteArray(2000, '1') << 400;
    QTest::newRow("target too long") << line("GET /" + QByteArray(100, 'a') + " HTTP/1.1") << 414;
    QTest::newRow("target without end") << "GET /" + QByteArray(200, 'a') << 414;
    QTest::newRow("head too long") << line("GET /a HTTP/1.1", "X: " + QByteArray(400, 'x') + "\r\n") << 431;
    QTest::newRow("head without end") << "GET /a HTTP/1.1\r\nX: " + QByteArray(400, 'x') << 431;
}

void ServerParser::requestIsRefused()
{
    QFETCH(QByteArray, bytes);
    HttpParser parser("http", small());
    parser.feed(bytes);
    QVERIFY(!parser.next());
    QTEST(parser.refusal(), "status");
    parser.feed(line("GET /a HTTP/1.1"));
    QVERIFY(!parser.next()); // once refused, what follows cannot be trusted to begin a request
}

void ServerParser::pipelinedRequestsComeOneByOne()
{
    HttpParser parser("http");
    parser.feed(line("GET /1 HTTP/1.1") + line("POST /2 HTTP/1.1", "Content-Length: 1\r\n") + "x"
                + line("GET /3 HTTP/1.1"));
    QCOMPARE(parser.next()->path, u"/1"_s);
    QCOMPARE(parser.next()->body, QByteArray("x"));
    QCOMPARE(parser.next()->path, u"/3"_s);
    QVERIFY(!parser.next());
}

void ServerParser::continueIsWantedOnlyBeforeTheBody()
{
    HttpParser parser("http");
    parser.feed("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-");
    QVERIFY(!parser.next());
    QVERIFY(!parser.wantsContinue());
    parser.feed("continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(!parser.next());
    QVERIFY(parser.wantsContinue());
    parser.continued();
    QVERIFY(!parser.wantsContinue());
    parser.feed("ab");
    QCOMPARE(parser.next()->body, QByteArray("ab"));
}

void ServerParser::connectionIsKeptAsTheClientWishes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("kept");
    QTest::newRow("1.1") << line("GET /a HTTP/1.1") << true;
    QTest::newRow("1.1 close") << line("GET /a HTTP/1.1", "Connection: Close\r\n") << false;
    QTest::newRow("1.0") << line("GET /a HTTP/1.0") << false;
    QTest::newRow("1.0 keep-alive") << line("GET /a HTTP/1.0", "Connection: Keep-Alive\r\n") << true;
}

void ServerParser::connectionIsKeptAsTheClientWishes()
{
    QFETCH(QByteArray, bytes);
    HttpParser parser("http");
    parser.feed(bytes);
    QVERIFY(parser.next());
    QTEST(parser.keepAlive(), "kept");
}

void ServerParser::baseUrlFollowsTheHost()
{
    HttpParser parser("https");
    parser.feed("GET /a HTTP/1.1\r\nhOsT:  proxy.example:99 \r\n\r\n");
    QCOMPARE(parser.next()->baseUrl, u"https://proxy.example:99"_s);
    parser.feed("GET http://[::1]:7/a HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(parser.next()->baseUrl, u"https://[::1]:7"_s);
}

CASEMATE_TEST(ServerParser)
#include "server_parser.moc"
