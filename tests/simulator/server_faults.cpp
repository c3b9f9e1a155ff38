// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Each fault on the wire, and whether the request took effect. The effect here is that an authorization code is spent.

#include "simulator/demoservice.h"
#include "simulator/fault.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class ServerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void statusIsAnsweredInstead_data();
    void statusIsAnsweredInstead();
    void effectFollowsTheKindOrTheOrder_data();
    void effectFollowsTheKindOrTheOrder();
    void resetIsAReset();
    void bodyIsCut_data();
    void bodyIsCut();
    void packedBodyIsCutToo();
    void chunkIsBroken();
    void stallEndsWithItsRelease();
    void delayIsWaitedFor();
    void trickleComesInSingleBytes();
    void garbageIsHtml();
    void redirectHasALocation();
    void nextLinkIsForeign();
    void partialAnswerHasAWarning();
    void bombUnpacksToMuch();
    void bodyIsEdited();
    void headersCanBeSet();
    void faultComesWhenItIsDue_data();
    void faultComesWhenItIsDue();
    void chanceIsRepeatable();
    void firstFaultThatIsDueWins();
    void faultsAreListedAndRemoved();
    void wrongOrderIsRefused_data();
    void wrongOrderIsRefused();

private:
    void set(const QString &kind, const QJsonObject &members = {});
    [[nodiscard]] WireAnswer page() const { return m_service->get(m_page, m_token); }
    std::unique_ptr<WireClient> ask(const Headers &headers = {}) const; // for the page, without waiting

    const QByteArray m_page = "/v1.0/security/incidents?$top=1";
    std::unique_ptr<DemoService> m_service;
    QByteArray m_token;
};

namespace {

const QString pageRoute = u"^GET /v1.0/security/incidents$"_s;
const QString tokenRoute = u"^POST /[^/]+/oauth2/v2.0/token$"_s;

// How the connection ends after `request` and before any answer: 0 by FIN, otherwise errno. QTcpSocket cannot tell these.
int endOfConnection(const QUrl &base, const QByteArray &request)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(base.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int end = ECONNREFUSED;
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        && ::send(descriptor, request.constData(), static_cast<size_t>(request.size()), MSG_NOSIGNAL)
            == request.size()) {
        const auto hasEnded = [descriptor, &end] {
            char byte = 0;
            const ssize_t count = ::recv(descriptor, &byte, 1, MSG_DONTWAIT);
            end = count < 0 ? errno : count == 0 ? 0 : EPROTO;
            return end != EAGAIN;
        };
        (void)QTest::qWaitFor(hasEnded, 20'000);
    }
    ::close(descriptor);
    return end;
}

} // namespace

void ServerFaults::initTestCase()
{
    m_service = std::make_unique<DemoService>(QStringList {u"--unthrottled"_s});
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
    m_token = m_service->signIn();
    QCOMPARE(page().status, 200);
}

void ServerFaults::cleanup()
{
    QCOMPARE(m_service->say("DELETE", "/control/faults")[u"status"].toInt(), 200);
}

void ServerFaults::set(const QString &kind, const QJsonObject &members)
{
    QJsonObject order {{u"route"_s, pageRoute}, {u"kind"_s, kind}};
    for (auto it = members.begin(); it != members.end(); ++it)
        order.insert(it.key(), *it);
    QCOMPARE(m_service->say("POST", "/control/faults", order)[u"status"].toInt(), 201);
}

std::unique_ptr<WireClient> ServerFaults::ask(const Headers &headers) const
{
    auto client = std::make_unique<WireClient>(m_service->graph());
    if (client->connectToServer())
        client->send(requestBytes(m_service->graph(), "GET", m_page, Headers {{"Authorization", m_token}} + headers));
    return client;
}

void ServerFaults::statusIsAnsweredInstead_data()
{
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("body"); // a part of it
    QTest::newRow("plain") << QJsonObject {{u"status"_s, 503}} << QByteArray() << QByteArray("Service Unavailable");
    QTest::newRow("seconds") << QJsonObject {{u"status"_s, 429}, {u"retryAfter"_s, 7}} << QByteArray("7")
                             << QByteArray("TooManyRequests");
    QTest::newRow("odd wait") << QJsonObject {{u"status"_s, 429}, {u"retryAfter"_s, u"soon"_s}} << QByteArray("soon")
                              << QByteArray("TooManyRequests");
    QTest::newRow("text") << QJsonObject {{u"status"_s, 200}, {u"body"_s, u"{\"error\":"_s}} << QByteArray()
                          << QByteArray("{\"error\":");
    QTest::newRow("JSON") << QJsonObject {{u"status"_s, 200}, {u"body"_s, QJsonObject {{u"value"_s, QJsonArray()}}}}
                          << QByteArray() << QByteArray("{\"value\":[]}");
    QTest::newRow("empty") << QJsonObject {{u"status"_s, 200}, {u"body"_s, u""_s}} << QByteArray() << QByteArray();
}

void ServerFaults::statusIsAnsweredInstead()
{
    QFETCH(QJsonObject, members);
    QFETCH(QByteArray, body);
    set(u"status"_s, members);
    const WireAnswer answer = page();
    QCOMPARE(answer.status, members[u"status"].toInt());
    QTEST(answer.headers.value("retry-after"), "retryAfter");
    QVERIFY(body.isEmpty() ? answer.body.isEmpty() : answer.body.contains(body));
    QCOMPARE(page().status, 200); // once is the default
}

void ServerFaults::effectFollowsTheKindOrTheOrder_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<bool>("answered");
    QTest::addColumn<bool>("effect");
    const QJsonObject turnedOn {{u"apply"_s, true}};
    const QJsonObject turnedOff {{u"apply"_s, false}};
    QTest::newRow("close") << u"closeBeforeAnswer"_s << QJsonObject() << false << true;
    QTest::newRow("drop") << u"dropBeforeApply"_s << QJsonObject() << false << false;
    QTest::newRow("drop after all") << u"dropBeforeApply"_s << turnedOn << false << true;
    QTest::newRow("reset") << u"resetConnection"_s << QJsonObject() << false << false;
    QTest::newRow("reset afterwards") << u"resetConnection"_s << turnedOn << false << true;
    QTest::newRow("503") << u"status"_s << QJsonObject {{u"status"_s, 503}} << true << false;
    QTest::newRow("504 afterwards") << u"status"_s << QJsonObject {{u"status"_s, 504}, {u"apply"_s, true}} << true
                                    << true;
    QTest::newRow("garbage") << u"garbage"_s << QJsonObject() << true << false;
    QTest::newRow("redirect") << u"redirect"_s << QJsonObject {{u"location"_s, u"http://127.0.0.1:1/"_s}} << true
                              << false;
    QTest::newRow("truncate") << u"truncate"_s << QJsonObject() << true << true;
    QTest::newRow("truncate nothing") << u"truncate"_s << turnedOff << true << false;
    QTest::newRow("delay") << u"delay"_s << QJsonObject {{u"milliseconds"_s, 1}} << true << true;
}

void ServerFaults::effectFollowsTheKindOrTheOrder()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, members);
    QFETCH(bool, answered);
    QFETCH(bool, effect);
    members.insert(u"route"_s, tokenRoute);
    set(kind, members);
    const QString code = m_service->code();
    m_service->say("DELETE", "/control/requests");
    QCOMPARE(m_service->redeem(code).status != 0, answered);
    QCOMPARE(m_service->arrived(tokenRoute), 1);
    const WireAnswer again = m_service->redeem(code);
    QCOMPARE(again.status, effect ? 400 : 200);
    QCOMPARE(again.json()[u"error_codes"].toArray().at(0).toInt(), effect ? 54005 : 0);
}

void ServerFaults::resetIsAReset()
{
    const QByteArray request = requestBytes(m_service->graph(), "GET", m_page, {{"Authorization", m_token}});
    set(u"resetConnection"_s);
    QCOMPARE(endOfConnection(m_service->graph(), request), ECONNRESET);
    set(u"dropBeforeApply"_s);
    QCOMPARE(endOfConnection(m_service->graph(), request), 0);
}

void ServerFaults::bodyIsCut_data()
{
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<qsizetype>("bytes"); // that come; -1: half
    QTest::addColumn<qsizetype>("declared"); // -1: the whole, -2: none
    QTest::newRow("half") << QJsonObject() << qsizetype(-1) << qsizetype(-1);
    QTest::newRow("some") << QJsonObject {{u"bytes"_s, 20}} << qsizetype(20) << qsizetype(-1);
    QTest::newRow("nothing") << QJsonObject {{u"bytes"_s, 0}} << qsizetype(0) << qsizetype(-1);
    QTest::newRow("seems complete") << QJsonObject {{u"bytes"_s, 20}, {u"length"_s, u"cut"_s}} << qsizetype(20)
                                    << qsizetype(20);
    QTest::newRow("ends with the connection")
        << QJsonObject {{u"bytes"_s, 20}, {u"length"_s, u"none"_s}} << qsizetype(20) << qsizetype(-2);
    QTest::newRow("length too long") << QJsonObject {{u"bytes"_s, 20}, {u"length"_s, 21}} << qsizetype(20)
                                     << qsizetype(21);
    QTest::newRow("length too short") << QJsonObject {{u"bytes"_s, 20}, {u"length"_s, 10}} << qsizetype(20)
                                      << qsizetype(10);
}

void ServerFaults::bodyIsCut()
{
    QFETCH(QJsonObject, members);
    QFETCH(qsizetype, bytes);
    QFETCH(qsizetype, declared);
    const QByteArray whole = page().body;
    set(u"truncate"_s, members);
    const auto client = ask();
    QVERIFY(client->waitForEnd());
    const auto body = client->received().indexOf("\r\n\r\n") + 4;
    QCOMPARE(client->received().sliced(body), whole.first(bytes < 0 ? whole.size() / 2 : bytes));
    const WireAnswer answer = client->answers().first();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.contains("content-length"), declared != -2);
    if (declared != -2)
        QCOMPARE(answer.headers.value("content-length").toLongLong(), declared < 0 ? whole.size() : declared);
}

void ServerFaults::packedBodyIsCutToo()
{
    set(u"truncate"_s);
    const auto client = ask({{"Accept-Encoding", "gzip"}});
    QVERIFY(client->waitForEnd());
    const WireAnswer answer = client->answers().first();
    QCOMPARE(answer.headers.value("content-encoding"), QByteArray("gzip"));
    QVERIFY(answer.body.startsWith("\x1f\x8b"));
    QCOMPARE(answer.body.size(), answer.headers.value("content-length").toLongLong() / 2);
}

void ServerFaults::chunkIsBroken()
{
    set(u"brokenChunk"_s);
    const auto client = ask();
    QVERIFY(client->waitForEnd());
    const WireAnswer answer = client->answers().first();
    QCOMPARE(answer.headers.value("transfer-encoding"), QByteArray("chunked"));
    QVERIFY(!answer.headers.contains("content-length"));
    const auto size = answer.body.left(answer.body.indexOf('\r')).toInt(nullptr, 16);
    QVERIFY(size > 0); // the first chunk is a good one
    QVERIFY(answer.body.contains("\r\nno-size\r\n"));
}

void ServerFaults::stallEndsWithItsRelease()
{
    const QString code = m_service->code();
    set(u"stall"_s);
    const auto stalled = ask();
    QCOMPARE(m_service->say("GET", "/control/requests?route=incidents$&atLeast=1")[u"status"].toInt(), 200);
    QTRY_COMPARE(m_service->say("GET", "/control/faults")[u"stalled"].toInt(), 1);
    QCOMPARE(page().status, 200); // others go on
    QVERIFY(stalled->received().isEmpty() && stalled->isOpen());
    QCOMPARE(m_service->say("POST", "/control/faults/release")[u"released"].toInt(), 1);
    QVERIFY(stalled->waitForAnswers(1));
    QCOMPARE(stalled->answers().first().status, 200);
    QVERIFY(stalled->isOpen());

    set(u"stall"_s, {{u"route"_s, tokenRoute}, {u"apply"_s, true}});
    WireClient client(m_service->graph());
    QVERIFY(client.connectToServer());
    const QByteArray form = encodeForm({{u"grant_type"_s, u"authorization_code"_s},
                                        {u"client_id"_s, m_service->cloud()[u"clientId"].toString()},
                                        {u"code"_s, code},
                                        {u"redirect_uri"_s, u"http://localhost:50123"_s},
                                        {u"code_verifier"_s, DemoService::verifier()}});
    client.send(requestBytes(m_service->graph(), "POST", m_service->tenantPath() + "/oauth2/v2.0/token", {}, form));
    QTRY_COMPARE(m_service->say("GET", "/control/faults")[u"stalled"].toInt(), 1);
    QCOMPARE(m_service->redeem(code).status, 400); // spent although no answer has come
    QVERIFY(client.received().isEmpty());
    QCOMPARE(m_service->say("DELETE", "/control/faults")[u"released"].toInt(), 1);
    QVERIFY(client.waitForAnswers(1));
    QCOMPARE(client.answers().first().status, 200);
}

void ServerFaults::delayIsWaitedFor()
{
    set(u"delay"_s, {{u"milliseconds"_s, 300}});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(page().status, 200);
    QVERIFY(timer.elapsed() >= 300);
}

void ServerFaults::trickleComesInSingleBytes()
{
    set(u"trickle"_s, {{u"milliseconds"_s, 1}});
    const auto client = ask();
    QVERIFY(client->waitForBytes("HTTP/1.1 2"));
    QVERIFY(client->received().size() < 200); // far from all of it
    QVERIFY(client->waitForEnd());
    QCOMPARE(client->answers().first().body, page().body);
}

void ServerFaults::garbageIsHtml()
{
    set(u"garbage"_s);
    const WireAnswer answer = page();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.headers.value("content-type").startsWith("text/html"));
    QVERIFY(answer.body.startsWith("<!doctype html>"));
}

void ServerFaults::redirectHasALocation()
{
    for (const int status : {301, 302, 303, 307, 308}) {
        set(u"redirect"_s, {{u"location"_s, u"http://127.0.0.1:9/elsewhere"_s}, {u"status"_s, status}});
        const WireAnswer answer = page();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.value("location"), QByteArray("http://127.0.0.1:9/elsewhere"));
    }
}

void ServerFaults::nextLinkIsForeign()
{
    const QJsonArray items = page().json()[u"value"].toArray();
    set(u"foreignNextLink"_s, {{u"url"_s, u"https://graph.microsoft.com@evil.example/x"_s}});
    const QJsonObject spoilt = page().json();
    QCOMPARE(spoilt[u"@odata.nextLink"].toString(), u"https://graph.microsoft.com@evil.example/x"_s);
    QCOMPARE(spoilt[u"value"].toArray(), items);
}

void ServerFaults::partialAnswerHasAWarning()
{
    const QByteArray whole = page().body;
    set(u"partial206"_s);
    const WireAnswer answer = page();
    QCOMPARE(answer.status, 206);
    QVERIFY(answer.headers.value("warning").contains("Microsoft/Office365/504/"));
    QCOMPARE(answer.body, whole);
}

void ServerFaults::bombUnpacksToMuch()
{
    set(u"bomb"_s, {{u"megabytes"_s, 64}});
    const WireAnswer answer = page();
    QCOMPARE(answer.headers.value("content-encoding"), QByteArray("gzip"));
    QVERIFY(answer.isComplete && answer.body.size() < 1024 * 1024);
    QCOMPARE(answer.body.last(4), QByteArray("\x00\x00\x00\x04", 4)); // 64 MiB, least significant byte first
}

void ServerFaults::bodyIsEdited()
{
    QByteArray expected = page().body;
    QVERIFY(expected.count("\"status\":") > 0);
    expected.replace("\"status\":", "\"mood\":");
    set(u"edit"_s, {{u"find"_s, u"\"status\":"_s}, {u"replace"_s, u"\"mood\":"_s}});
    QCOMPARE(page().body, expected);
}

void ServerFaults::headersCanBeSet()
{
    set(u"delay"_s, {{u"milliseconds"_s, 0}, {u"headers"_s, QJsonObject {{u"Content-Type"_s, u"text/plain"_s}}}});
    QCOMPARE(page().headers.value("content-type"), QByteArray("text/plain"));
}

void ServerFaults::faultComesWhenItIsDue_data()
{
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<QString>("pattern"); // x: befallen
    QTest::newRow("once") << QJsonObject() << u"x....."_s;
    QTest::newRow("third") << QJsonObject {{u"nth"_s, 3}} << u"..x..."_s;
    QTest::newRow("always") << QJsonObject {{u"count"_s, 0}} << u"xxxxxx"_s;
    QTest::newRow("twice") << QJsonObject {{u"count"_s, 2}} << u"xx...."_s;
    QTest::newRow("every other") << QJsonObject {{u"every"_s, 2}, {u"count"_s, 0}} << u"x.x.x."_s;
    QTest::newRow("every other from the second, twice")
        << QJsonObject {{u"nth"_s, 2}, {u"every"_s, 2}, {u"count"_s, 2}} << u".x.x.."_s;
}

void ServerFaults::faultComesWhenItIsDue()
{
    QFETCH(QJsonObject, members);
    members.insert(u"status"_s, 500);
    set(u"status"_s, members);
    QString seen;
    for (int i = 0; i < 6; ++i) {
        seen += page().status == 500 ? u'x' : u'.';
        QCOMPARE(m_service->get("/v1.0/security/incidents/0", m_token).status,
                 404); // another route: neither hit nor counted
    }
    QTEST(seen, "pattern");
}

void ServerFaults::chanceIsRepeatable()
{
    const auto fate = [](int seed) {
        const auto order =
            QJsonObject {{u"kind"_s, u"garbage"_s}, {u"count"_s, 0}, {u"probability"_s, 0.25}, {u"seed"_s, seed}};
        Fault fault = Fault::fromJson(order).take();
        QString seen;
        for (int i = 0; i < 1000; ++i)
            seen += fault.befalls(Request()) ? u'x' : u'.';
        return seen;
    };
    QCOMPARE(fate(7), fate(7));
    QVERIFY(fate(7) != fate(8));
    const auto hits = fate(7).count(u'x');
    QVERIFY2(hits > 200 && hits < 300, qPrintable(QString::number(hits)));
}

void ServerFaults::firstFaultThatIsDueWins()
{
    set(u"status"_s, {{u"status"_s, 501}, {u"nth"_s, 2}});
    set(u"status"_s, {{u"status"_s, 502}, {u"count"_s, 0}});
    QCOMPARE(page().status, 502);
    QCOMPARE(page().status, 501);
    QCOMPARE(page().status, 502);
}

void ServerFaults::faultsAreListedAndRemoved()
{
    set(u"garbage"_s, {{u"nth"_s, 2}});
    set(u"status"_s, {{u"status"_s, 500}});
    QCOMPARE(page().status, 500);
    QJsonArray faults = m_service->say("GET", "/control/faults")[u"faults"].toArray();
    QCOMPARE(faults.size(), 2);
    QCOMPARE(faults[0][u"seen"].toInt(), 1);
    QCOMPARE(faults[0][u"fired"].toInt(), 0);
    QCOMPARE(faults[1][u"fired"].toInt(), 1);
    const QByteArray first = "/control/faults/" + QByteArray::number(faults[0][u"id"].toInt());
    QCOMPARE(m_service->say("DELETE", first)[u"status"].toInt(), 200);
    QCOMPARE(m_service->say("DELETE", first)[u"status"].toInt(), 404);
    QCOMPARE(page().headers.value("content-type").startsWith("text/html"), false);
    faults = m_service->say("GET", "/control/faults")[u"faults"].toArray();
    QCOMPARE(faults.size(), 1);
}

void ServerFaults::wrongOrderIsRefused_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::newRow("no JSON") << QByteArray("kind=status");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no kind") << QByteArray(R"({"route":"x"})");
    QTest::newRow("unknown kind") << QByteArray(R"({"kind":"meteor"})");
    QTest::newRow("no status") << QByteArray(R"({"kind":"status"})");
    QTest::newRow("no location") << QByteArray(R"({"kind":"redirect"})");
    QTest::newRow("no url") << QByteArray(R"({"kind":"foreignNextLink"})");
    QTest::newRow("no pattern") << QByteArray(R"({"kind":"garbage","route":"("})");
    QTest::newRow("nth 0") << QByteArray(R"({"kind":"garbage","nth":0})");
    QTest::newRow("probability 2") << QByteArray(R"({"kind":"garbage","probability":2})");
    QTest::newRow("every 0") << QByteArray(R"({"kind":"garbage","every":0})");
}

void ServerFaults::wrongOrderIsRefused()
{
    QFETCH(QByteArray, order);
    const WireAnswer answer = exchange(m_service->control(), "POST", "/control/faults", {}, order);
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.json()[u"error"].toString().isEmpty());
    QCOMPARE(m_service->say("GET", "/control/faults")[u"faults"].toArray().size(), 0);
}

CASEMATE_TEST(ServerFaults)
#include "server_faults.moc"
