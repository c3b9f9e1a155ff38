// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpconnection.h"

#include "simulator/httpstatus.h"
#include "simulator/httpwriter.h"

#include <QTimer>

#include <memory>

#include <sys/socket.h>

namespace simulator {

namespace {

constexpr qint64 ReadAhead = 256 * 1024; // bytes; a client that sends more waits until we have answered

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, const QByteArray &scheme, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_parser(scheme)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(ReadAhead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::ended);
}

void HttpConnection::read()
{
    if (m_isAnswering)
        return;
    m_parser.feed(m_socket->readAll());
    proceed();
}

void HttpConnection::proceed()
{
    const auto request = m_parser.next();
    if (request) {
        m_isAnswering = true;
        m_useGzip = acceptsGzip(*request);
        Q_EMIT received(*request);
    } else if (m_parser.refusal() != 0) {
        refuse(m_parser.refusal());
    } else if (m_parser.wantsContinue()) {
        m_parser.continued();
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
}

void HttpConnection::refuse(int status)
{
    m_isAnswering = true;
    Delivery delivery;
    delivery.response.status = status;
    delivery.response.setHeader("Content-Type", "text/plain; charset=utf-8");
    delivery.response.body = reasonPhrase(status) + '\n';
    delivery.close = true;
    send(delivery);
}

void HttpConnection::deliver(const Delivery &delivery)
{
    if (delivery.delay > 0)
        QTimer::singleShot(delivery.delay, this, [this, delivery] { send(delivery); });
    else
        send(delivery);
}

void HttpConnection::send(const Delivery &delivery)
{
    if (delivery.silent) {
        finish(true, delivery.reset);
        return;
    }
    const WireAnswer answer = write(delivery, m_parser.keepAlive(), m_useGzip);
    if (delivery.trickle > 0) {
        sendSlowly(answer.bytes, delivery.trickle);
        return;
    }
    m_socket->write(answer.bytes);
    finish(answer.close, delivery.reset);
}

void HttpConnection::sendSlowly(const QByteArray &bytes, int interval)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer, bytes, sent = qsizetype(0)]() mutable {
        if (sent < bytes.size()) {
            m_socket->write(bytes.sliced(sent++, 1));
            return;
        }
        timer->deleteLater();
        finish(true, false);
    });
    timer->start(interval);
}

void HttpConnection::finish(bool close, bool reset)
{
    if (reset) {
        m_socket->flush();
        const linger atOnce = {1, 0}; // close() then sends RST instead of FIN
        setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        m_socket->abort();
        return;
    }
    if (close) {
        m_socket->disconnectFromHost(); // after the last byte is out
        return;
    }
    m_isAnswering = false;
    m_parser.feed(m_socket->readAll());
    proceed();
}

} // namespace simulator
