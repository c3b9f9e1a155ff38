// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/wireclient.h"

#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

namespace simulator::test {

namespace {

constexpr int Patience = 20'000; // ms; a test that waits so long has failed

// Takes the first answer off `bytes`; status 0 when its head is not complete.
WireAnswer takeAnswer(QByteArray &bytes)
{
    WireAnswer answer;
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return answer;
    const auto lines = bytes.first(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        answer.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    bytes.remove(0, end + 4);
    const bool hasLength = answer.headers.contains("content-length");
    const bool isInterim = answer.status == 100;
    const qsizetype untilEnd = isInterim ? 0 : bytes.size();
    const qsizetype length = hasLength ? answer.headers.value("content-length").toLongLong() : untilEnd;
    answer.body = bytes.first(std::min(length, bytes.size()));
    answer.isComplete = (hasLength || isInterim) && answer.body.size() == length;
    bytes.remove(0, answer.body.size());
    return answer;
}

} // namespace

QJsonObject WireAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

WireClient::WireClient(const QUrl &base)
    : m_base(base)
    , m_socket(std::make_unique<QTcpSocket>())
{
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, m_socket.get(),
                     [this] { m_received += m_socket->readAll(); });
}

WireClient::WireClient(const QUrl &base, const QByteArray &authorityPem)
    : m_base(base)
    , m_isTls(true)
{
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = socket->sslConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromData(authorityPem, QSsl::Pem));
    socket->setSslConfiguration(configuration);
    m_socket = std::move(socket);
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, m_socket.get(),
                     [this] { m_received += m_socket->readAll(); });
}

bool WireClient::connectToServer()
{
    const auto port = static_cast<quint16>(m_base.port());
    if (m_isTls) {
        auto *secure = qobject_cast<QSslSocket *>(m_socket.get());
        secure->connectToHostEncrypted(m_base.host(), port);
        return QTest::qWaitFor(
                   [secure] { return secure->isEncrypted() || secure->state() == QAbstractSocket::UnconnectedState; },
                   Patience)
            && secure->isEncrypted();
    }
    m_socket->connectToHost(m_base.host(), port);
    return QTest::qWaitFor([this] { return isOpen(); }, Patience);
}

void WireClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

bool WireClient::waitForBytes(const QByteArray &part)
{
    return QTest::qWaitFor([this, part] { return m_received.contains(part); }, Patience);
}

bool WireClient::waitForAnswers(int count)
{
    const auto areThere = [this, count] {
        int complete = 0;
        for (const WireAnswer &answer : answers())
            complete += answer.isComplete ? 1 : 0;
        return complete >= count;
    };
    return QTest::qWaitFor([this, areThere] { return areThere() || !isOpen(); }, Patience) && areThere();
}

bool WireClient::waitForEnd()
{
    return QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::UnconnectedState; }, Patience);
}

QList<WireAnswer> WireClient::answers() const
{
    QList<WireAnswer> all;
    QByteArray rest = m_received;
    while (!rest.isEmpty()) {
        const WireAnswer answer = takeAnswer(rest);
        if (answer.status == 0)
            break;
        all.append(answer);
    }
    return all;
}

QByteArray requestBytes(const QUrl &base, const QByteArray &method, const QByteArray &target, const Headers &headers,
                        const QByteArray &body)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: " + base.authority().toLatin1() + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PATCH")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

WireAnswer exchange(const QUrl &base, const QByteArray &method, const QByteArray &target, const Headers &headers,
                    const QByteArray &body)
{
    WireClient client(base);
    if (!client.connectToServer())
        return {};
    client.send(requestBytes(base, method, target, headers, body));
    client.waitForAnswers(1);
    return client.answers().value(0);
}

} // namespace simulator::test
