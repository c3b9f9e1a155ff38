// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A client that knows no HTTP stack: it writes the bytes it is told to and keeps what comes back, so that a test can see
// exactly what was on the wire. Lives in the test's thread.

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrl>

namespace simulator::test {

struct WireAnswer {
    int status = 0; // 0: no complete head came
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body; // as far as it came; chunked coding is left alone
    bool isComplete = false; // as many bytes as Content-Length says

    [[nodiscard]] QJsonObject json() const;
};

class WireClient
{
public:
    explicit WireClient(const QUrl &base);
    WireClient(const QUrl &base, const QByteArray &authorityPem); // TLS

    bool connectToServer();
    void send(const QByteArray &bytes);
    bool waitForBytes(const QByteArray &part); // until this has been received
    bool waitForAnswers(int count); // until so many complete answers are there
    bool waitForEnd(); // until the server closed the connection

    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] QList<WireAnswer> answers() const;
    [[nodiscard]] bool isOpen() const { return m_socket->state() == QAbstractSocket::ConnectedState; }
    void hangUp() { m_socket->abort(); }

private:
    QUrl m_base;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
    bool m_isTls = false;
};

using Headers = QList<QPair<QByteArray, QByteArray>>;

// One request on a connection of its own, until its answer is complete or the connection ends.
[[nodiscard]] WireAnswer exchange(const QUrl &base, const QByteArray &method, const QByteArray &target,
                                  const Headers &headers = {}, const QByteArray &body = {});
[[nodiscard]] QByteArray requestBytes(const QUrl &base, const QByteArray &method, const QByteArray &target,
                                      const Headers &headers = {}, const QByteArray &body = {});

} // namespace simulator::test
