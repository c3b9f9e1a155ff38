// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "networktransport.h"

#include "addressrule.h"
#include "httpexchange.h"
#include "tlsrules.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <openssl/crypto.h>

namespace remote {

struct NetworkTransport::Private {
    domain::Cloud cloud;
    HttpTimeouts timeouts;
    QSslConfiguration system;
    QSslConfiguration loopback; // of a demo cloud: with its own authority
    QNetworkAccessManager direct; // for GETs to loopback: no proxy
    QNetworkAccessManager outside; // for other GETs

    [[nodiscard]] QNetworkRequest prepared(const HttpRequest &request, bool isLoopback) const;
};

NetworkTransport::NetworkTransport(const domain::Cloud &cloud, HttpTimeouts timeouts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->cloud = cloud;
    d->timeouts = timeouts;
    d->system = tlsRules();
    d->loopback = tlsRulesOnLoopback(cloud);
    d->direct.setProxy(QNetworkProxy::NoProxy);
}

NetworkTransport::~NetworkTransport()
{
    const QList<HttpExchange *> open = findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(open); // while the managers they use still live
    d.reset();
    // Qt says that a thread has ended before its thread-local data are gone, so a program that ends at once would leave behind
    // what OpenSSL keeps for this thread (its random generators), and it would count as a leak.
    OPENSSL_thread_stop();
}

QNetworkRequest NetworkTransport::Private::prepared(const HttpRequest &request, bool isLoopback) const
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setSslConfiguration(isLoopback ? loopback : system);
    result.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("casemate"));
    if (!request.isGet()) {
        result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        result.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    }
    for (const auto &[name, value] : request.headers)
        result.setRawHeader(name, value);
    return result;
}

void NetworkTransport::send(const HttpRequest &request, QObject *asker, AnswerFunction answer)
{
    const bool isLoopback = isLoopbackLiteral(request.url.host());
    auto *exchange = new HttpExchange(request, d->timeouts, domain::Answer<HttpAnswer>(asker, std::move(answer)), this);
    if (request.isGet())
        connect(asker, &QObject::destroyed, exchange, &HttpExchange::giveUp);
    exchange->start(d->prepared(request, isLoopback), isLoopback ? d->direct : d->outside);
}

} // namespace remote
