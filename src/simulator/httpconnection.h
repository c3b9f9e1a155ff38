// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One client connection: bytes in, one request at a time to the handler, one answer out, in order. Lives in a worker
// thread with its socket and ends itself.

#include "simulator/handler.h"
#include "simulator/httpparser.h"

#include <QPointer>
#include <QTcpSocket>

namespace simulator {

class HttpConnection : public QObject
{
    Q_OBJECT
public:
    HttpConnection(QTcpSocket *socket, const QByteArray &scheme, QObject *parent); // owns the socket

    void deliver(const Delivery &delivery); // the answer to the request last reported

Q_SIGNALS:
    void received(const simulator::Request &request);
    void ended();

private:
    void read();
    void proceed();
    void refuse(int status);
    void send(const Delivery &delivery);
    void sendSlowly(const QByteArray &bytes, int interval);
    void finish(bool close, bool reset);

    QTcpSocket *m_socket;
    HttpParser m_parser;
    bool m_isAnswering = false; // a request is out; what follows waits in the socket
    bool m_useGzip = false;
};

} // namespace simulator
