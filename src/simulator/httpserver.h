// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The listening side: a port on the loopback interface, whose connections are dealt out to worker threads. HttpServer lives
// in the main thread, a Worker and its connections in a thread of their own, the Handler in the tenant thread.

#include "simulator/handler.h"

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>

#include <memory>
#include <optional>
#include <vector>

namespace simulator {

class HttpConnection;

class Worker : public QObject
{
    Q_OBJECT
public:
    Worker(Handler *handler, std::optional<QSslConfiguration> tls);

    void adopt(qintptr descriptor);
    void deliver(quint64 connection, const Delivery &delivery);
    void closeAll();

private:
    void forward(quint64 connection, const Request &request);

    Handler *m_handler; // outlives the worker's thread
    std::optional<QSslConfiguration> m_tls;
    QHash<quint64, HttpConnection *> m_connections;
    quint64 m_lastId = 0;
};

class HttpServer : public QObject
{
    Q_OBJECT
public:
    explicit HttpServer(QObject *parent = nullptr);
    ~HttpServer() override;

    bool listen(quint16 port); // 0: any free one. Connections wait in the queue of the system until serve()
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString errorString() const;

    void serve(Handler *handler, int workers, const std::optional<QSslConfiguration> &tls = std::nullopt);
    bool setUp(bool up); // down: nobody listens on the port, and every connection ends; up: the same port again
    void stop(); // ends all connections; the handler hears nothing more

private:
    class Listener;
    void deal(qintptr descriptor);
    void resume();

    std::unique_ptr<Listener> m_listener; // 127.0.0.1
    std::unique_ptr<Listener> m_listener6; // [::1], same port, where the machine has it
    std::vector<std::unique_ptr<QThread>> m_threads;
    std::vector<std::unique_ptr<Worker>> m_workers;
    size_t m_turn = 0;
    quint16 m_port = 0;
};

} // namespace simulator
