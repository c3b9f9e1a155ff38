// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenclient.h"

#include "domain/ask.h"

#include "failure.h"
#include "jsonsyntax.h"
#include "retryafter.h"

using namespace Qt::StringLiterals;

namespace remote {

using domain::ErrorKind;
using std::chrono::seconds;

namespace {

constexpr seconds afterServerFailure {60};
constexpr seconds afterLoop {300};
constexpr qint64 longestAnswer = 1024 * 1024;

} // namespace

TokenClient::TokenClient(const domain::Tenant &tenant, Transport &transport, domain::Clock &clock)
    : m_tenant(tenant)
    , m_addresses(tenant.cloud)
    , m_transport(transport)
    , m_clock(clock)
{
}

void TokenClient::ask(const FormFields &form, Asked asked, QObject *asker, TokenFunction function)
{
    const domain::Answer<TokenAnswer> answer(asker, std::move(function));
    if (asked == Asked::Silently && m_restError && m_clock.elapsed() < m_restsUntil)
        return answer(*m_restError);
    const domain::Result<QUrl> url = m_addresses.login(tokenAddress(m_tenant));
    if (!url)
        return answer(url.error());
    HttpRequest request;
    request.method = "POST";
    request.url = *url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = formBody(form);
    request.deadline = std::chrono::seconds(60);
    request.cap = longestAnswer;
    request.tried = u"obtain a token"_s;
    m_transport.send(request, this,
                     [this, answer](const domain::Result<HttpAnswer> &result) { answer(judge(result)); });
}

void TokenClient::findTenant(QObject *asker, std::function<void(domain::Result<domain::Done>)> function)
{
    const domain::Answer<domain::Done> answer(asker, std::move(function));
    const domain::Result<QUrl> url = m_addresses.login(configurationAddress(m_tenant));
    if (!url)
        return answer(url.error());
    HttpRequest request;
    request.method = "GET";
    request.url = *url;
    request.headers = {{"Accept", "application/json"}};
    request.deadline = std::chrono::seconds(30);
    request.cap = longestAnswer;
    request.tried = u"find the tenant"_s;
    m_transport.send(request, this, [answer](const domain::Result<HttpAnswer> &result) {
        if (!result)
            return answer(result.error());
        const domain::Error refusal = readTokenRefusal(result->body, result->status);
        const bool isClear = result->status == 400 && refusal.kind == ErrorKind::SignInRefused;
        answer(isClear ? domain::Result<domain::Done>(refusal) : domain::Result<domain::Done>(domain::Done {}));
    });
}

domain::Result<TokenAnswer> TokenClient::judge(const domain::Result<HttpAnswer> &result)
{
    if (!result)
        return result.error();
    const auto asked = retryAfter(result->headersNamed("retry-after"), m_clock.now());
    if (result->status == 200 && jsonShape(result->body).isComplete) {
        m_restError.reset();
        return readTokenAnswer(result->body);
    }
    domain::Error error = readTokenRefusal(result->body, result->status);
    if (result->status == 429)
        error.kind = ErrorKind::Throttled;
    else if (result->status >= 500)
        error.kind = ErrorKind::ServerFailed;
    if (error.kind == ErrorKind::Throttled || error.kind == ErrorKind::ServerFailed)
        rest(asked.value_or(afterServerFailure), error);
    else if (error.code == "AADSTS50196"_L1)
        rest(afterLoop, error);
    return error;
}

void TokenClient::rest(seconds length, const domain::Error &error)
{
    m_restsUntil = m_clock.elapsed() + length;
    m_restError = error;
    m_restError->retryAfterSeconds = static_cast<int>(length.count());
}

} // namespace remote
