// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/rawserver.h"

#include <QSslSocket>

#include <algorithm>

namespace casemate::test {

QByteArray RawRequest::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

Reaction answering(int status, const QByteArray &body, const QByteArray &moreHeaders)
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " Word\r\nContent-Type: application/json\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body,
            Reaction::Then::Keep};
}

RawServer::RawServer(React react, std::optional<QSslConfiguration> tls)
    : m_react(std::move(react))
    , m_tls(std::move(tls))
{
    if (!listen(QHostAddress::LocalHost, 0))
        qFatal("the test server cannot listen");
}

QUrl RawServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    url.setPath(path);
    return url;
}

qsizetype RawServer::count(const QByteArray &method) const
{
    return std::count_if(m_requests.begin(), m_requests.end(),
                         [start = QByteArray(method + ' ')](const RawRequest &r) { return r.head.startsWith(start); });
}

void RawServer::incomingConnection(qintptr handle)
{
    auto *socket = new QSslSocket(this);
    const int connection = ++m_connections;
    connect(socket, &QSslSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_pending.remove(socket);
        socket->deleteLater();
    });
    socket->setSocketDescriptor(handle);
    if (!m_tls)
        return;
    socket->setSslConfiguration(*m_tls);
    socket->startServerEncryption();
}

void RawServer::read(QSslSocket *socket, int connection)
{
    const QByteArray bytes = socket->readAll();
    m_everything += bytes;
    QByteArray &pending = m_pending[socket];
    pending += bytes;
    for (;;) {
        const qsizetype end = pending.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        RawRequest request {pending.left(end), {}, connection};
        const qsizetype length = request.header("content-length").toLongLong();
        if (pending.size() < end + 4 + length)
            return;
        request.body = pending.mid(end + 4, length);
        pending.remove(0, end + 4 + length);
        m_requests.append(request);
        const Reaction reaction = m_react(request);
        socket->write(reaction.bytes);
        if (reaction.then == Reaction::Then::Keep)
            continue;
        if (reaction.then == Reaction::Then::Close)
            socket->disconnectFromHost();
        else
            socket->abort();
        return;
    }
}

} // namespace casemate::test
