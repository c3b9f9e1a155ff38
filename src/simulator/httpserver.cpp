// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpserver.h"

#include "simulator/httpconnection.h"

#include <QSslSocket>
#include <QThread>

namespace simulator {

Worker::Worker(Handler *handler, std::optional<QSslConfiguration> tls)
    : m_handler(handler)
    , m_tls(std::move(tls))
{
}

void Worker::adopt(qintptr descriptor)
{
    QTcpSocket *socket = nullptr;
    if (m_tls) {
        auto *secure = new QSslSocket;
        secure->setSslConfiguration(*m_tls);
        socket = secure;
    } else {
        socket = new QTcpSocket;
    }
    const quint64 id = ++m_lastId;
    auto *connection = new HttpConnection(socket, m_tls ? "https" : "http", this);
    if (!socket->setSocketDescriptor(descriptor)) { // the client is gone already
        delete connection;
        return;
    }
    m_connections.insert(id, connection);
    connect(connection, &HttpConnection::received, this, [this, id](const Request &request) { forward(id, request); });
    connect(connection, &HttpConnection::ended, this, [this, id] {
        if (auto *gone = m_connections.take(id))
            gone->deleteLater();
    });
    if (auto *secure = qobject_cast<QSslSocket *>(socket))
        secure->startServerEncryption();
}

void Worker::forward(quint64 connection, const Request &request)
{
    const Answer answer = [this, connection](const Delivery &delivery) {
        QMetaObject::invokeMethod(
            this, [this, connection, delivery] { deliver(connection, delivery); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        m_handler, [handler = m_handler, request, answer] { handler->receive(request, answer); }, Qt::QueuedConnection);
}

void Worker::deliver(quint64 connection, const Delivery &delivery)
{
    if (auto *open = m_connections.value(connection)) // the client may have hung up meanwhile
        open->deliver(delivery);
}

void Worker::closeAll()
{
    qDeleteAll(std::exchange(m_connections, {}));
}

class HttpServer::Listener : public QTcpServer
{
public:
    explicit Listener(HttpServer *server)
        : m_server(server)
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_server->deal(descriptor); }

private:
    HttpServer *m_server;
};

HttpServer::HttpServer(QObject *parent)
    : QObject(parent)
    , m_listener(std::make_unique<Listener>(this))
    , m_listener6(std::make_unique<Listener>(this))
{
}

HttpServer::~HttpServer()
{
    stop();
}

bool HttpServer::listen(quint16 port)
{
    if (!m_listener->listen(QHostAddress(QHostAddress::LocalHost), port))
        return false;
    m_port = m_listener->serverPort();
    m_listener->pauseAccepting();
    if (m_listener6->listen(QHostAddress(QHostAddress::LocalHostIPv6), m_port))
        m_listener6->pauseAccepting();
    return true;
}

QString HttpServer::errorString() const
{
    return m_listener->errorString();
}

void HttpServer::serve(Handler *handler, int workers, const std::optional<QSslConfiguration> &tls)
{
    for (int i = 0; i < workers; ++i) {
        auto &thread = m_threads.emplace_back(std::make_unique<QThread>());
        auto &worker = m_workers.emplace_back(std::make_unique<Worker>(handler, tls));
        worker->moveToThread(thread.get());
        // finished() is emitted in the thread itself, so that sockets die where they live
        connect(thread.get(), &QThread::finished, worker.get(), &Worker::closeAll, Qt::DirectConnection);
        thread->start();
    }
    resume();
}

void HttpServer::resume()
{
    m_listener->resumeAccepting();
    if (m_listener6->isListening())
        m_listener6->resumeAccepting();
}

bool HttpServer::setUp(bool up)
{
    if (up == m_listener->isListening())
        return true;
    if (up) {
        const bool isListening = listen(m_port);
        if (isListening)
            resume();
        return isListening;
    }
    m_listener->close();
    m_listener6->close();
    for (auto &worker : m_workers)
        QMetaObject::invokeMethod(worker.get(), &Worker::closeAll, Qt::QueuedConnection);
    return true;
}

void HttpServer::deal(qintptr descriptor)
{
    Worker *worker = m_workers[m_turn++ % m_workers.size()].get();
    QMetaObject::invokeMethod(
        worker, [worker, descriptor] { worker->adopt(descriptor); }, Qt::QueuedConnection);
}

void HttpServer::stop()
{
    m_listener->close();
    m_listener6->close();
    for (auto &thread : m_threads)
        thread->quit();
    for (auto &thread : m_threads)
        thread->wait();
}

} // namespace simulator
