// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpexchange.h"

#include "failure.h"

#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace remote {

using domain::ErrorKind;

namespace {

bool failsBeforeSending(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError: return true;
    default: return false;
    }
}

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError: return ErrorKind::Unreachable;
    case QNetworkReply::SslHandshakeFailedError: return ErrorKind::TlsFailed;
    case QNetworkReply::TimeoutError: return ErrorKind::TimedOut;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError: // also how a body that does not decompress is told
        return ErrorKind::NotGraph;
    default: return ErrorKind::ConnectionLost;
    }
}

} // namespace

HttpExchange::HttpExchange(const HttpRequest &request, HttpTimeouts timeouts, domain::Answer<HttpAnswer> answer,
                           QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_timeouts(timeouts)
    , m_answer(std::move(answer))
{
    m_phase.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_phase, &QTimer::timeout, this, [this] {
        const bool isConnecting = !m_sent;
        stop(failed(ErrorKind::TimedOut, isConnecting ? u"connect"_s : u"firstByte"_s, {}, isConnecting));
    });
    connect(&m_total, &QTimer::timeout, this, [this] { stop(failed(ErrorKind::TimedOut, u"total"_s, {}, false)); });
}

HttpExchange::~HttpExchange()
{
    // The program ends, or the transport does. Whether a write had its effect is then not known.
    if (!m_answered)
        m_answer(failed(ErrorKind::Cancelled, u"transportGone"_s, {}, false));
    delete m_reply; // before the manager and the body that it uses
}

void HttpExchange::start(const QNetworkRequest &request, QNetworkAccessManager &shared)
{
    m_total.start(m_request.deadline);
    m_phase.start(m_timeouts.connect);
    if (m_request.isGet()) {
        watch(shared.get(request));
        return;
    }
    m_own = new QNetworkAccessManager(this);
    m_own->setProxy(shared.proxy());
    m_upload = new UploadDevice(m_request.body, this);
    watch(m_own->sendCustomRequest(request, m_request.method, m_upload));
}

void HttpExchange::watch(QNetworkReply *reply)
{
    m_reply = reply;
    reply->setParent(this);
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        m_sent = true;
        m_phase.start(m_timeouts.firstByte);
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::readHead);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::readBody);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::finish);
}

void HttpExchange::giveUp()
{
    stop(failed(ErrorKind::Cancelled, u"askerGone"_s, {}, true));
}

void HttpExchange::readHead()
{
    m_phase.stop();
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > m_request.cap)
        stop(failed(ErrorKind::TooLarge, u"bodyCap"_s, QString::number(announced), false));
}

void HttpExchange::readBody()
{
    if (m_stopped)
        return;
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.cap)
        stop(failed(ErrorKind::TooLarge, u"bodyCap"_s, QString::number(m_body.size()), false));
}

void HttpExchange::stop(const domain::Error &error)
{
    if (m_stopped || m_answered)
        return;
    m_stopped = error;
    if (m_reply && !m_reply->isFinished())
        m_reply->abort(); // finishes at once
    else
        finish();
}

void HttpExchange::finish()
{
    if (m_answered)
        return;
    readBody();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (m_stopped) {
        answer(*m_stopped);
    } else if (status >= 300 && status < 400) {
        domain::Error redirect = failed(ErrorKind::NotGraph, u"redirect"_s, {}, false);
        redirect.httpStatus = status;
        answer(redirect);
    } else if (status < 200 || (status < 300 && error != QNetworkReply::NoError)) {
        answer(lost(error, m_reply->errorString()));
    } else {
        answer(HttpAnswer {status, m_reply->rawHeaderPairs(), m_body});
    }
}

void HttpExchange::answer(domain::Result<HttpAnswer> result)
{
    m_answered = true;
    m_phase.stop();
    m_total.stop();
    m_answer(std::move(result));
    deleteLater();
}

domain::Error HttpExchange::lost(QNetworkReply::NetworkError error, const QString &text) const
{
    if (error == QNetworkReply::NoError)
        return failed(ErrorKind::NotGraph, u"noStatus"_s, {}, false);
    return failed(kindOf(error), QString::number(static_cast<int>(error)), text, failsBeforeSending(error));
}

domain::Error HttpExchange::failed(ErrorKind kind, const QString &code, const QString &detail,
                                   bool certainlyNotApplied) const
{
    domain::Error error = failure(kind, m_request.tried, code, detail);
    const bool leftTheMachine = m_sent || (m_upload && m_upload->wasTouched());
    error.mayHaveBeenApplied = !m_request.isGet() && (!certainlyNotApplied || leftTheMachine);
    return error;
}

} // namespace remote
