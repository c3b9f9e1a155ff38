// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphcall.h"

#include "failure.h"
#include "challenge.h"
#include "graphanswer.h"
#include "retryafter.h"

#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace remote {

using domain::ErrorKind;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr int mostTries = 3;
constexpr seconds longestWait {60}; // a caller is not kept longer than this by Retry-After

// 1 s, then 3 s, each times 0.5 to 1.5, so that clients that failed together do not come back together.
milliseconds backOff(int tries)
{
    const double base = tries <= 1 ? 1000 : 3000;
    return milliseconds(static_cast<qint64>(base * (0.5 + QRandomGenerator::global()->generateDouble())));
}

bool isWorthRetrying(const domain::Error &error)
{
    switch (error.kind) {
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::ServerFailed: return true;
    case ErrorKind::NotGraph: return error.code != "redirect"_L1 && error.code != "errorInAnswer"_L1;
    default: return false; // offline is told at once
    }
}

} // namespace

GraphClient::Call::Call(GraphClient &client, const GraphRequest &request, domain::Answer<GraphAnswer> answer)
    : QObject(&client)
    , m_client(client)
    , m_request(request)
    , m_answer(std::move(answer))
    , m_callId(request.attempt.text.toLatin1())
{
    if (m_callId.isEmpty())
        m_callId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

GraphClient::Call::~Call()
{
    if (m_holdsBudget)
        m_client.m_budget.finished(m_request.bucket);
    if (m_answered)
        return;
    domain::Error error = failure(ErrorKind::Cancelled, m_request.tried);
    error.mayHaveBeenApplied = m_isOut && isWrite();
    m_answer(error);
}

void GraphClient::Call::start()
{
    const domain::Result<QUrl> url = m_request.link.isEmpty()
        ? m_client.m_addresses.graphPath(m_request.path, m_request.query)
        : m_client.m_addresses.graph(m_request.link);
    if (!url) {
        domain::Error error = url.error();
        error.tried = m_request.tried;
        return answer(error);
    }
    m_url = *url;
    if (isGet() && m_client.circuitIsOpen())
        return answer(failure(ErrorKind::ServerFailed, m_request.tried, u"circuitOpen"_s));
    obtainToken({});
}

void GraphClient::Call::askerGone()
{
    if (!isWrite() || !m_isOut)
        delete this; // at once: between now and the next turn of the loop the budget could let it go out
}

void GraphClient::Call::obtainToken(const Secret &refused)
{
    m_client.m_tokens.token(m_request.identity, refused, this, [this](const domain::Result<Secret> &token) {
        if (!token) {
            domain::Error error = token.error();
            error.mayHaveBeenApplied = false; // the token call may have gone out; this call has not
            return answer(error);
        }
        m_token = *token;
        waitForBudget();
    });
}

void GraphClient::Call::waitForBudget()
{
    m_client.m_budget.admit(m_request.bucket, m_request.lane, this, [this] {
        m_holdsBudget = true;
        sendOut();
    });
}

HttpRequest GraphClient::Call::httpRequest() const
{
    HttpRequest request;
    request.method = m_request.method;
    request.url = m_url;
    request.tried = m_request.tried;
    request.body = m_request.body;
    request.headers = {{"Authorization", "Bearer " + m_token.reveal().toByteArray()},
                       {"Accept", "application/json"},
                       {"Prefer", "include-unknown-enum-members"},
                       {"client-request-id", m_callId}};
    if (!m_request.body.isEmpty())
        request.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
    return request;
}

void GraphClient::Call::sendOut()
{
    ++m_tries;
    m_isOut = true;
    m_client.m_transport.send(httpRequest(), this, [this](const domain::Result<HttpAnswer> &result) {
        m_isOut = false;
        m_holdsBudget = false;
        m_client.m_budget.finished(m_request.bucket);
        judge(result);
    });
}

void GraphClient::Call::judge(const domain::Result<HttpAnswer> &result)
{
    if (result) {
        judgeStatus(*result);
        return;
    }
    if (isGet() && result.error().kind == ErrorKind::TimedOut)
        m_client.noteServed(false);
    retryOr(result.error(), {});
}

void GraphClient::Call::judgeStatus(const HttpAnswer &http)
{
    if (isGet())
        m_client.noteServed(http.status < 500);
    if (http.status != 429)
        m_client.m_throttledInARow = 0;
    if (http.status >= 200 && http.status < 300) {
        domain::Result<GraphAnswer> result = graphAnswer(http, m_request.tried, isWrite());
        return result ? answer(std::move(result)) : retryOr(result.error(), {});
    }
    // Where claims are wanted a silent refresh would bring the same token again.
    if (http.status == 401 && !isWrite() && !m_refreshed && !claimsWanted(http.headersNamed("www-authenticate"))) {
        m_refreshed = true;
        return obtainToken(m_token);
    }
    if (http.status == 429)
        return judgeThrottling(http);
    retryOr(statusError(http, m_request.tried, isWrite()),
            retryAfter(http.headersNamed("retry-after"), m_client.m_clock.now()));
}

void GraphClient::Call::judgeThrottling(const HttpAnswer &http)
{
    const auto asked = retryAfter(http.headersNamed("retry-after"), m_client.m_clock.now());
    const seconds pause = m_client.throttled(m_request.bucket, asked);
    if (isGet() && m_tries < mostTries && pause <= longestWait)
        return waitForBudget(); // whose bucket is paused
    domain::Error error = statusError(http, m_request.tried, isWrite());
    error.retryAfterSeconds = static_cast<int>(pause.count());
    answer(error);
}

void GraphClient::Call::retryOr(domain::Error error, std::optional<seconds> asked)
{
    error.mayHaveBeenApplied = error.mayHaveBeenApplied && isWrite();
    if (asked)
        error.retryAfterSeconds = static_cast<int>(asked->count());
    if (!isGet() || m_tries >= mostTries || !isWorthRetrying(error) || asked.value_or(seconds(0)) > longestWait)
        return answer(error);
    const milliseconds delay = std::max<milliseconds>(backOff(m_tries), asked.value_or(seconds(0)));
    m_client.m_clock.after(delay, this, [this, error] {
        if (m_client.circuitIsOpen())
            answer(error);
        else
            waitForBudget();
    });
}

void GraphClient::Call::answer(domain::Result<GraphAnswer> result)
{
    m_answered = true;
    m_answer(std::move(result));
    deleteLater();
}

} // namespace remote
