// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/graphclient.h"

#include "remote/reply.h"
#include "support/faketransport.h"
#include "support/handclock.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace casemate::test;
using domain::ErrorKind;
using remote::GraphAnswer;
using remote::GraphRequest;
using remote::HttpAnswer;
using remote::HttpRequest;
using remote::Secret;

namespace {

domain::Cloud testCloud()
{
    domain::Cloud cloud;
    cloud.name = u"global"_s;
    cloud.login = QUrl(u"https://login.microsoftonline.com"_s);
    cloud.graph = QUrl(u"https://graph.microsoft.com"_s);
    return cloud;
}

// Hands out "token1", and a new one whenever the last was refused.
class FakeTokens final : public remote::TokenSource
{
public:
    int refreshes = 0;
    std::optional<domain::Error> failure;
    QList<remote::Identity> asked;

    void token(remote::Identity identity, const Secret &refused, QObject *asker,
               std::function<void(domain::Result<Secret>)> answer) override
    {
        asked.append(identity);
        if (refused.isSameAs(current()))
            ++refreshes;
        const domain::Answer<Secret> reply(asker, std::move(answer));
        if (failure)
            reply(*failure);
        else
            reply(current());
    }

private:
    [[nodiscard]] Secret current() const { return Secret(QByteArray("token" + QByteArray::number(refreshes + 1))); }
};

QByteArray header(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace

class GraphClient final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyCallHasItsHeaders();
    void theTokenIsAttachedAfterTheAddressPassed_data();
    void theTokenIsAttachedAfterTheAddressPassed();
    void aGetIsTriedThreeTimes_data();
    void aGetIsTriedThreeTimes();
    void aWriteIsNeverRepeated_data();
    void aWriteIsNeverRepeated();
    void refusalsOfWritesAreClassified_data();
    void refusalsOfWritesAreClassified();
    void anUnauthorizedGetRefreshesOnce();
    void anUnauthorizedWriteIsRefused();
    void anUnauthorizedHuntIsAskedAgain();
    void offlineIsToldAtOnce();
    void throttlingPausesTheBucket();
    void throttlingWithoutASpanGrows();
    void aLongPauseIsNotWaitedFor();
    void incompleteAnswersAreMarked_data();
    void incompleteAnswersAreMarked();
    void oddBodiesAreNoAnswer_data();
    void oddBodiesAreNoAnswer();
    void theCircuitOpensAndIsProbed();
    void aDeadAskersGetIsDropped();
    void errorsCarryTheServicesWords();
    void aFailedTokenSendsNothing();
    void theEndOfTheClientIsTold();

private:
    void turn(std::chrono::milliseconds time = 0ms);
    Reply<GraphAnswer> &ask(const GraphRequest &request);
    static GraphRequest get() { return {.method = "GET", .path = "/v1.0/security/incidents", .query = "$top=5"}; }
    static GraphRequest write(const QByteArray &method = "PATCH")
    {
        return {.method = method,
                .path = "/v1.0/security/incidents/29",
                .body = "{\"status\":\"resolved\"}",
                .attempt = {u"attempt-1"_s},
                .tried = u"change an incident"_s};
    }

    std::unique_ptr<HandClock> m_clock;
    std::unique_ptr<FakeTokens> m_tokens;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<remote::Budget> m_budget;
    std::unique_ptr<remote::GraphClient> m_client;
    std::function<domain::Result<HttpAnswer>(const HttpRequest &)> m_server;
    std::vector<std::unique_ptr<Reply<GraphAnswer>>> m_replies;
};

void GraphClient::init()
{
    m_client.reset();
    turn(); // what the last test left is answered before its replies go
    m_replies.clear();
    m_clock = std::make_unique<HandClock>();
    m_tokens = std::make_unique<FakeTokens>();
    m_server = [](const HttpRequest &) { return HttpAnswer {200, {}, "{\"value\":[]}"}; };
    m_transport = std::make_unique<FakeTransport>([this](const HttpRequest &request) { return m_server(request); });
    m_budget = std::make_unique<remote::Budget>(*m_clock);
    m_client = std::make_unique<remote::GraphClient>(testCloud(), *m_transport, *m_tokens, *m_budget, *m_clock);
}

// Lets everything happen that can happen, then time pass, and again.
void GraphClient::turn(std::chrono::milliseconds time)
{
    for (int i = 0; i < 40; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    while (time > 0ms) {
        const std::chrono::milliseconds step = std::min<std::chrono::milliseconds>(time, 500ms);
        time -= step;
        m_clock->advance(step);
        turn();
    }
}

Reply<GraphAnswer> &GraphClient::ask(const GraphRequest &request)
{
    m_replies.push_back(std::make_unique<Reply<GraphAnswer>>());
    m_client->send(request, this, m_replies.back()->function());
    return *m_replies.back();
}

void GraphClient::everyCallHasItsHeaders()
{
    auto &reply = ask(write());
    QVERIFY(!reply.came());
    turn();
    QVERIFY(reply.isGood());
    const HttpRequest sent = m_transport->requests().constFirst();
    QCOMPARE(sent.url, QUrl(u"https://graph.microsoft.com/v1.0/security/incidents/29"_s));
    QCOMPARE(header(sent, "Authorization"), QByteArray("Bearer token1"));
    QCOMPARE(header(sent, "Prefer"), QByteArray("include-unknown-enum-members"));
    QCOMPARE(header(sent, "client-request-id"), QByteArray("attempt-1"));
    QCOMPARE(header(sent, "Accept"), QByteArray("application/json"));
    QVERIFY(header(sent, "Content-Type").startsWith("application/json"));
    ask(get());
    turn();
    QCOMPARE(header(m_transport->requests().at(1), "client-request-id").size(), 36);
    QVERIFY(header(m_transport->requests().at(1), "Content-Type").isEmpty());
    QCOMPARE(header(m_transport->requests().at(1), "Prefer"), QByteArray("include-unknown-enum-members"));
}

void GraphClient::theTokenIsAttachedAfterTheAddressPassed_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("foreign") << QByteArray("https://evil.example/v1.0/security/incidents");
    QTest::newRow("prefix") << QByteArray("https://graph.microsoft.com.evil.example/v1.0/x");
    QTest::newRow("user") << QByteArray("https://graph.microsoft.com@evil.example/v1.0/x");
    QTest::newRow("plain") << QByteArray("http://graph.microsoft.com/v1.0/x");
}

void GraphClient::theTokenIsAttachedAfterTheAddressPassed()
{
    QFETCH(QByteArray, link);
    auto &reply = ask({.link = link});
    turn();
    QVERIFY(reply.came());
    QCOMPARE(reply.error().kind, ErrorKind::ForbiddenAddress);
    QCOMPARE(m_transport->count(), 0);
    QVERIFY(m_tokens->asked.isEmpty());
}

void GraphClient::aGetIsTriedThreeTimes_data()
{
    QTest::addColumn<int>("status"); // 0: the connection is lost
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("lost") << 0 << ErrorKind::ConnectionLost;
    QTest::newRow("500") << 500 << ErrorKind::ServerFailed;
    QTest::newRow("502") << 502 << ErrorKind::ServerFailed;
    QTest::newRow("503") << 503 << ErrorKind::ServerFailed;
    QTest::newRow("504") << 504 << ErrorKind::ServerFailed;
}

void GraphClient::aGetIsTriedThreeTimes()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    m_server = [status](const HttpRequest &request) -> domain::Result<HttpAnswer> {
        if (status == 0)
            return domain::Error {.kind = ErrorKind::ConnectionLost, .tried = request.tried};
        return HttpAnswer {status, {}, "{}"};
    };
    auto &reply = ask(get());
    turn();
    QCOMPARE(m_transport->count(), 1);
    turn(400ms);
    QCOMPARE(m_transport->count(), 1); // not before half a second
    turn(1100ms);
    QCOMPARE(m_transport->count(), 2);
    turn(4500ms);
    QCOMPARE(m_transport->count(), 3);
    QVERIFY(reply.came());
    QCOMPARE(reply.error().kind, kind);
    QVERIFY(!reply.error().mayHaveBeenApplied);
    turn(600s);
    QCOMPARE(m_transport->count(), 3);
    QCOMPARE(reply.count(), 1);
}

void GraphClient::aWriteIsNeverRepeated_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    for (const char *method : {"POST", "PATCH", "DELETE", "PUT"}) {
        for (const int status :
             {0, 400, 401, 403, 404, 409, 412, 423, 429, 500, 502, 503, 504, 206, 203, 299, 405, 408, 410})
            QTest::addRow("%s %d", method, status) << QByteArray(method) << status;
    }
}

void GraphClient::aWriteIsNeverRepeated()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    m_server = [status](const HttpRequest &request) -> domain::Result<HttpAnswer> {
        if (status == 0)
            return domain::Error {
                .kind = ErrorKind::ConnectionLost, .tried = request.tried, .mayHaveBeenApplied = true};
        return HttpAnswer {status, {{"Retry-After", "1"}}, "{}"};
    };
    auto &reply = ask(write(method));
    turn();
    QVERIFY(reply.came());
    QVERIFY(!reply.isGood());
    turn(3600s);
    QCOMPARE(m_transport->count(), 1);
    QCOMPARE(reply.count(), 1);
}

void GraphClient::refusalsOfWritesAreClassified_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("mayHaveBeenApplied");
    QTest::newRow("400") << 400 << ErrorKind::BadRequest << false;
    QTest::newRow("401") << 401 << ErrorKind::SignInNeeded << false;
    QTest::newRow("403") << 403 << ErrorKind::NotPermitted << false;
    QTest::newRow("404") << 404 << ErrorKind::NotFound << false;
    QTest::newRow("409") << 409 << ErrorKind::BadRequest << false;
    QTest::newRow("412") << 412 << ErrorKind::BadRequest << false;
    QTest::newRow("413") << 413 << ErrorKind::BadRequest << false;
    QTest::newRow("415") << 415 << ErrorKind::BadRequest << false;
    QTest::newRow("422") << 422 << ErrorKind::BadRequest << false;
    QTest::newRow("429") << 429 << ErrorKind::Throttled << false;
    QTest::newRow("408") << 408 << ErrorKind::BadRequest << true;
    QTest::newRow("423") << 423 << ErrorKind::BadRequest << true;
    QTest::newRow("500") << 500 << ErrorKind::ServerFailed << true;
    QTest::newRow("503") << 503 << ErrorKind::ServerFailed << true;
    QTest::newRow("504") << 504 << ErrorKind::ServerFailed << true;
    QTest::newRow("206") << 206 << ErrorKind::Incomplete << true;
    QTest::newRow("203") << 203 << ErrorKind::Incomplete << true;
}

void GraphClient::refusalsOfWritesAreClassified()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, mayHaveBeenApplied);
    m_server = [status](const HttpRequest &) { return HttpAnswer {status, {}, "{}"}; };
    auto &reply = ask(write());
    turn();
    QVERIFY(!reply.isGood());
    QCOMPARE(reply.error().kind, kind);
    QCOMPARE(reply.error().httpStatus, status);
    QCOMPARE(reply.error().mayHaveBeenApplied, mayHaveBeenApplied);
    QCOMPARE(reply.error().tried, u"change an incident"_s);
}

void GraphClient::anUnauthorizedGetRefreshesOnce()
{
    m_server = [](const HttpRequest &request) {
        const bool isFresh = header(request, "Authorization") == "Bearer token2";
        return HttpAnswer {isFresh ? 200 : 401, {}, "{\"value\":[]}"};
    };
    auto &reply = ask(get());
    turn();
    QVERIFY(reply.isGood());
    QCOMPARE(m_tokens->refreshes, 1);
    QCOMPARE(m_transport->count(), 2);

    m_server = [](const HttpRequest &) { return HttpAnswer {401, {}, "{}"}; }; // no end of it
    auto &second = ask(get());
    turn();
    QCOMPARE(second.error().kind, ErrorKind::SignInNeeded);
    QCOMPARE(m_transport->count(), 4);
}

void GraphClient::anUnauthorizedWriteIsRefused()
{
    m_server = [](const HttpRequest &) { return HttpAnswer {401, {}, "{}"}; };
    auto &reply = ask(write());
    turn();
    QCOMPARE(reply.error().kind, ErrorKind::SignInNeeded);
    QVERIFY(!reply.error().mayHaveBeenApplied);
    QCOMPARE(m_transport->count(), 1);
}

void GraphClient::anUnauthorizedHuntIsAskedAgain()
{
    m_server = [](const HttpRequest &request) {
        const bool isFresh = header(request, "Authorization") == "Bearer token2";
        return HttpAnswer {isFresh ? 200 : 401, {}, "{\"results\":[]}"};
    };
    GraphRequest hunt = write("POST");
    hunt.onlyReads = true;
    hunt.bucket = remote::Bucket::Hunting;
    auto &reply = ask(hunt);
    turn();
    QVERIFY(reply.isGood());
    QCOMPARE(m_transport->count(), 2);
}

void GraphClient::offlineIsToldAtOnce()
{
    m_transport->failRequest(1, FakeTransport::FailureMode::BeforeFirstByte);
    auto &reply = ask(get());
    turn();
    QCOMPARE(reply.error().kind, ErrorKind::Unreachable);
    QCOMPARE(m_transport->count(), 1);
}

void GraphClient::throttlingPausesTheBucket()
{
    int left = 1;
    m_server = [&left](const HttpRequest &) {
        return left-- > 0 ? HttpAnswer {429, {{"Retry-After", "20"}}, "{}"} : HttpAnswer {200, {}, "{\"value\":[]}"};
    };
    auto &first = ask(get());
    turn();
    auto &second = ask(get()); // everybody waits
    turn(19s);
    QCOMPARE(m_transport->count(), 1);
    QVERIFY(m_budget->state().pausedUntil.has_value());
    turn(2s);
    QVERIFY(first.isGood());
    QVERIFY(second.isGood());
    QCOMPARE(m_transport->count(), 3);
}

void GraphClient::throttlingWithoutASpanGrows()
{
    m_server = [](const HttpRequest &) { return HttpAnswer {429, {}, "{}"}; };
    auto &reply = ask(get());
    turn(4900ms);
    QCOMPARE(m_transport->count(), 1);
    turn(1s);
    QCOMPARE(m_transport->count(), 2); // 5 s
    turn(9s);
    QCOMPARE(m_transport->count(), 2);
    turn(2s);
    QCOMPARE(m_transport->count(), 3); // 10 s
    QCOMPARE(reply.error().kind, ErrorKind::Throttled);
    QCOMPARE(reply.error().retryAfterSeconds, std::optional(20));
}

void GraphClient::aLongPauseIsNotWaitedFor()
{
    m_server = [](const HttpRequest &) { return HttpAnswer {429, {{"Retry-After", "1800"}}, "{}"}; };
    auto &reply = ask(get());
    turn();
    QCOMPARE(reply.error().kind, ErrorKind::Throttled);
    QCOMPARE(reply.error().retryAfterSeconds, std::optional(1800));
    auto &write429 = ask(write());
    turn(1700s);
    QVERIFY(!write429.came()); // the pause holds for it too
}

void GraphClient::incompleteAnswersAreMarked_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("warning");
    QTest::addColumn<bool>("incomplete");
    QTest::newRow("whole") << 200 << QByteArray() << false;
    QTest::newRow("206") << 206 << QByteArray() << true;
    QTest::newRow("206 and warning") << 206 << QByteArray("Microsoft/Defender/504/10000") << true;
    QTest::newRow("200 and warning") << 200 << QByteArray("Microsoft/Defender/504/10000") << true;
}

void GraphClient::incompleteAnswersAreMarked()
{
    QFETCH(int, status);
    QFETCH(QByteArray, warning);
    QFETCH(bool, incomplete);
    m_server = [&](const HttpRequest &) {
        remote::HttpHeaders headers {{"Date", "Wed, 25 Feb 2026 16:31:33 GMT"}, {"request-id", "r-1"}};
        if (!warning.isEmpty())
            headers.emplaceBack("warning", warning);
        return HttpAnswer {status, headers, "{\"value\":[]}"};
    };
    auto &reply = ask(get());
    turn();
    QVERIFY(reply.isGood());
    QCOMPARE(reply.value().incomplete, incomplete);
    QCOMPARE(reply.value().warning, QString::fromLatin1(warning));
    QCOMPARE(reply.value().serverDate, domain::Moment::parse(u"2026-02-25T16:31:33Z"));
    QCOMPARE(reply.value().requestId, u"r-1"_s);
}

void GraphClient::oddBodiesAreNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("HTML") << QByteArray("<html>Sign in to the hotel's network</html>") << u"malformed"_s;
    QTest::newRow("cut off") << QByteArray("{\"value\":[{\"id\":\"1\"") << u"malformed"_s;
    QTest::newRow("two documents") << QByteArray("{}{}") << u"malformed"_s;
    QTest::newRow("empty") << QByteArray() << u"emptyBody"_s;
    QTest::newRow("blanks") << QByteArray(" \r\n") << u"emptyBody"_s;
    QTest::newRow("array") << QByteArray("[]") << u"noObject"_s;
    QTest::newRow("number") << QByteArray("17") << u"noObject"_s;
    QTest::newRow("error") << QByteArray("{\"error\":{\"code\":\"x\"}}") << u"errorInAnswer"_s;
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}") << u"malformed"_s;
}

void GraphClient::oddBodiesAreNoAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    m_server = [&](const HttpRequest &) { return HttpAnswer {200, {}, body}; };
    auto &reply = ask(get());
    turn(30s);
    QCOMPARE(reply.error().kind, ErrorKind::NotGraph);
    QCOMPARE(reply.error().code, code);
    auto &written = ask(write());
    turn();
    QCOMPARE(written.error().kind, ErrorKind::NotGraph);
    QVERIFY(written.error().mayHaveBeenApplied); // it said 200
}

void GraphClient::theCircuitOpensAndIsProbed()
{
    m_server = [](const HttpRequest &) { return HttpAnswer {503, {}, "{}"}; };
    for (int i = 0; i < 3; ++i) {
        ask(get());
        turn(10s);
    }
    const qsizetype whenOpen = m_transport->count();
    QCOMPARE(whenOpen, 5); // three, and two of the second's
    auto &denied = ask(get());
    turn();
    QCOMPARE(denied.error().code, u"circuitOpen"_s);
    QCOMPARE(m_transport->count(), whenOpen);
    for (int minute = 0; minute < 30; ++minute) { // half an hour of failing
        turn(60s);
        ask(get());
        ask(get());
        turn();
    }
    QVERIFY(m_transport->count() - whenOpen <= 31);
    QVERIFY(m_transport->count() - whenOpen >= 29);
    m_server = [](const HttpRequest &) { return HttpAnswer {200, {}, "{\"value\":[]}"}; };
    turn(61s);
    auto &probe = ask(get());
    turn();
    QVERIFY(probe.isGood());
    auto &after = ask(get());
    turn();
    QVERIFY(after.isGood());
}

void GraphClient::aDeadAskersGetIsDropped()
{
    auto asker = std::make_unique<QObject>();
    bool called = false;
    m_client->send(get(), asker.get(), [&](const auto &) { called = true; });
    asker.reset();
    turn(10s);
    QVERIFY(!called);
    QCOMPARE(m_transport->count(), 0);
    QCOMPARE(m_budget->state().used, 0);
}

void GraphClient::errorsCarryTheServicesWords()
{
    m_server = [](const HttpRequest &) {
        return HttpAnswer {403,
                           {{"request-id", "r-2"}},
                           R"({"error":{"code":"Forbidden","message":"no role","innerError":{"request-id":"r-3"}}})"};
    };
    auto &reply = ask(get());
    turn();
    QCOMPARE(reply.error().code, u"Forbidden"_s);
    QCOMPARE(reply.error().detail, u"no role"_s);
    QCOMPARE(reply.error().requestId, u"r-2"_s);
    QCOMPARE(m_transport->count(), 1);
}

void GraphClient::aFailedTokenSendsNothing()
{
    m_tokens->failure =
        domain::Error {.kind = ErrorKind::ConnectionLost, .tried = u"obtain a token"_s, .mayHaveBeenApplied = true};
    auto &reply = ask(write());
    turn();
    QCOMPARE(reply.error().kind, ErrorKind::ConnectionLost);
    QVERIFY(!reply.error().mayHaveBeenApplied);
    QCOMPARE(m_transport->count(), 0);
}

void GraphClient::theEndOfTheClientIsTold()
{
    auto &pending = ask(get());
    m_client.reset();
    turn();
    QCOMPARE(pending.error().kind, ErrorKind::Cancelled);
}

CASEMATE_TEST(GraphClient)
#include "graphclient.moc"
