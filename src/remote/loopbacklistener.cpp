// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopbacklistener.h"

#include "failure.h"

#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

constexpr int bindTries = 20;

QByteArray statusLine(int status)
{
    switch (status) {
    case 200: return "200 OK";
    case 404: return "404 Not Found";
    case 405: return "405 Method Not Allowed";
    case 413: return "413 Payload Too Large";
    default: return "400 Bad Request";
    }
}

// Only our own words: nothing of the request comes back, so nothing in it can be made to act in the browser.
QByteArray page(const QByteArray &text)
{
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Casemate</title></head><body><p>"
        + text + "</p></body></html>\n";
}

// A form's parameters, decoded. One that is given twice makes the whole request invalid: nobody can say which one counts.
std::optional<QHash<QString, QString>> parametersOf(const QByteArray &query)
{
    QHash<QString, QString> result;
    const QList<QByteArray> pairs = query.split('&');
    for (QByteArray pair : pairs) {
        if (pair.isEmpty())
            continue;
        pair.replace('+', ' ');
        const qsizetype equals = pair.contains('=') ? pair.indexOf('=') : pair.size();
        const QString name = QString::fromUtf8(QByteArray::fromPercentEncoding(pair.first(equals)));
        const QString value = QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
        if (result.contains(name))
            return std::nullopt;
        result.insert(name, value);
    }
    return result;
}

QList<QByteArray> valuesOf(const QList<QByteArray> &lines, const QByteArray &name)
{
    QList<QByteArray> values;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            values.append(line.mid(colon + 1).trimmed());
    }
    return values;
}

} // namespace

LoopbackListener::LoopbackListener(domain::Clock &clock, LoopbackLimits limits)
    : m_clock(clock)
    , m_limits(limits)
{
    connect(&m_four, &QTcpServer::newConnection, this, [this] { accept(m_four); });
    connect(&m_six, &QTcpServer::newConnection, this, [this] { accept(m_six); });
}

domain::Result<quint16> LoopbackListener::listen()
{
    for (int i = 0; i < bindTries; ++i) {
        if (bindBoth())
            return m_four.serverPort();
        close();
    }
    return failure(domain::ErrorKind::Unreachable, u"listen for the sign-in"_s, u"listen"_s, m_four.errorString());
}

// The port of IPv6 may be somebody else's even if that of IPv4 was free: then the browser could reach them instead of us.
bool LoopbackListener::bindBoth()
{
    if (!m_four.listen(QHostAddress(QHostAddress::LocalHost), 0))
        return false;
    if (m_six.listen(QHostAddress(QHostAddress::LocalHostIPv6), m_four.serverPort()))
        return true;
    return m_six.serverError() != QAbstractSocket::AddressInUseError;
}

void LoopbackListener::close()
{
    m_four.close();
    m_six.close();
}

void LoopbackListener::accept(QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
        if (m_received.size() >= m_limits.connections) {
            socket->abort();
            continue;
        }
        socket->setParent(this); // it outlives the closing of its server, to show the page
        m_received.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        m_clock.after(m_limits.request, socket, [socket] { socket->abort(); });
    }
}

void LoopbackListener::read(QTcpSocket *socket)
{
    const auto entry = m_received.find(socket);
    if (entry == m_received.end()) {
        socket->readAll(); // answered already
        return;
    }
    *entry += socket->read(m_limits.size + 1 - entry->size());
    const qsizetype end = entry->indexOf("\r\n\r\n");
    if (end >= 0) {
        const QByteArray head = entry->left(end);
        m_received.remove(socket);
        handle(socket, head);
    } else if (entry->size() > m_limits.size) {
        m_received.remove(socket);
        reply(socket, 413, "This request is too large.");
    }
}

void LoopbackListener::handle(QTcpSocket *socket, const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
        return reply(socket, 400, "This is not a request that a browser sends.");
    if (words.at(0) != "GET")
        return reply(socket, 405, "This page can only be opened.");
    const QList<QByteArray> hosts = valuesOf(lines.mid(1), "host");
    const QByteArray ours = "localhost:" + QByteArray::number(m_four.serverPort());
    if (!isListening() || hosts.size() != 1 || hosts.constFirst().compare(ours, Qt::CaseInsensitive) != 0)
        return reply(socket, 400, "This address is not ours.");
    const QByteArray target = words.at(1);
    const qsizetype mark = target.contains('?') ? target.indexOf('?') : target.size();
    if (target.first(mark) != "/")
        return reply(socket, 404, "There is no such page.");
    const auto parameters = parametersOf(target.mid(mark + 1));
    if (!parameters || !(parameters->contains(u"code"_s) || parameters->contains(u"error"_s)))
        return reply(socket, 400, "The sign-in page did not send an answer.");
    close();
    reply(socket, 200, "Casemate has received the answer of the sign-in page. You can close this window.");
    Q_EMIT answered(*parameters);
}

void LoopbackListener::reply(QTcpSocket *socket, int status, const QByteArray &text)
{
    const QByteArray body = page(text);
    socket->write("HTTP/1.1 " + statusLine(status)
                  + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
                  + "\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff"
                    "\r\nContent-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n"
                  + body);
    socket->disconnectFromHost();
}

} // namespace remote
