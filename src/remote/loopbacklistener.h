// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Waits on 127.0.0.1 and ::1, on one port, for the browser to bring the answer of a sign-in to http://localhost:{port}.
// Takes one answer, shows a page without any content of the request, and closes. Whatever is not a well-formed GET of
// "/" with our own Host is turned away and does not end the wait; slow and large requests are cut off. Engine thread.

#include "domain/clock.h"
#include "domain/result.h"

#include <QHash>
#include <QObject>
#include <QTcpServer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace remote {

struct LoopbackLimits {
    std::chrono::milliseconds request {10'000}; // for one connection to send its request
    qsizetype size = 16 * 1024;
    int connections = 8; // at a time
};

class LoopbackListener final : public QObject
{
    Q_OBJECT
public:
    explicit LoopbackListener(domain::Clock &clock, LoopbackLimits limits = {});

    // Binds both addresses (::1 only where there is IPv6) to one free port. Error{Unreachable, "listen"} if it cannot.
    [[nodiscard]] domain::Result<quint16> listen();
    void close();
    [[nodiscard]] bool isListening() const { return m_four.isListening(); }

Q_SIGNALS:
    // Parameters of the first request that carries an answer ("code" or "error"), decoded; the listener is closed by then.
    void answered(const QHash<QString, QString> &parameters);

private:
    [[nodiscard]] bool bindBoth();
    void accept(QTcpServer &server);
    void read(QTcpSocket *socket);
    void handle(QTcpSocket *socket, const QByteArray &head);
    void reply(QTcpSocket *socket, int status, const QByteArray &text);

    domain::Clock &m_clock;
    LoopbackLimits m_limits;
    QTcpServer m_four;
    QTcpServer m_six;
    QHash<QTcpSocket *, QByteArray> m_received;
};

} // namespace remote
