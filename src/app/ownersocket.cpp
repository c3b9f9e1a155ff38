// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ownersocket.h"

#include "domain/ask.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPointer>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {

using domain::Done;
using domain::ErrorKind;
using domain::Result;

namespace {

constexpr qint64 longestRequest = 1024 * 1024;

bool isSameUser(const QLocalSocket &socket)
{
    ucred peer {};
    socklen_t length = sizeof peer;
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.uid == ::getuid();
}

QString runtimeFolder()
{
    const QString given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return given.isEmpty() ? u"/tmp/casemate-%1"_s.arg(::getuid()) : given + u"/casemate"_s;
}

// A folder that only we can enter: a socket's own mode is not honoured everywhere.
Result<Done> prepareFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    QDir().mkpath(QFileInfo(folder).absolutePath());
    ::mkdir(path.constData(), 0700);
    struct stat found {};
    const bool ours = ::lstat(path.constData(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == ::getuid();
    if (!ours || ::chmod(path.constData(), 0700) != 0)
        return domain::error(ErrorKind::StorageUnreadable, u"prepare the folder of the local socket"_s, folder);
    return Done {};
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

class SocketOutput final : public Output
{
public:
    explicit SocketOutput(QLocalSocket *socket)
        : m_socket(socket)
    {
    }
    void out(const QByteArray &bytes) override { send({{u"out"_s, QString::fromUtf8(bytes)}}); }
    void err(const QByteArray &bytes) override { send({{u"err"_s, QString::fromUtf8(bytes)}}); }
    void finish(ExitCode code) override
    {
        send({{u"exit"_s, int(code)}});
        if (m_socket)
            m_socket->disconnectFromServer();
    }

private:
    void send(const QJsonObject &object)
    {
        if (m_socket)
            m_socket->write(line(object));
    }

    QPointer<QLocalSocket> m_socket;
};

} // namespace

QString OwnerServer::socketName(const QString &tenantFolder)
{
    // A hash, because a socket's path may hold no more than 107 bytes.
    const QByteArray hash = QCryptographicHash::hash(tenantFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return runtimeFolder() + u'/' + QString::fromLatin1(hash);
}

OwnerServer::OwnerServer(QString name, Run run, QObject *parent)
    : QObject(parent)
    , m_name(std::move(name))
    , m_run(std::move(run))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            serve(socket);
    });
}

Result<Done> OwnerServer::listen()
{
    if (const auto ready = prepareFolder(QFileInfo(m_name).absolutePath()); !ready)
        return ready.error();
    QLocalServer::removeServer(m_name); // left behind by a process that was killed; the lock is ours, so nobody listens
    if (!m_server.listen(m_name))
        return domain::error(ErrorKind::StorageUnreadable, u"listen for commands"_s, m_server.errorString());
    return Done {};
}

void OwnerServer::serve(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    if (!isSameUser(*socket)) {
        socket->abort();
        return;
    }
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > longestRequest)
                socket->abort();
            return;
        }
        const QJsonObject json = QJsonDocument::fromJson(socket->readLine()).object();
        socket->disconnect(this); // one request a connection
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        m_run({json.value("arguments"_L1).toVariant().toStringList(), json.value("input"_L1).toString().toUtf8()},
              std::make_shared<SocketOutput>(socket));
    });
}

OwnerClient::OwnerClient(const QString &name, std::shared_ptr<Output> output, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_output(std::move(output))
{
}

void OwnerClient::send(const OwnerRequest &request, QObject *asker, std::function<void(Result<Done>)> answer)
{
    const domain::Answer<Done> reply(asker, std::move(answer));
    const auto fail = [this, reply](const QString &detail) {
        m_ended = true;
        reply(domain::error(ErrorKind::Unreachable, u"reach the process that owns this tenant"_s, detail));
    };
    connect(&m_socket, &QLocalSocket::connected, this, [this, request, fail] {
        if (!isSameUser(m_socket)) {
            m_socket.abort();
            fail(u"it belongs to another user"_s);
            return;
        }
        m_socket.write(line({{u"arguments"_s, QJsonArray::fromStringList(request.arguments)},
                             {u"input"_s, QString::fromUtf8(request.input)}}));
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &OwnerClient::readLines);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this, fail] {
        if (!m_ended)
            fail(m_socket.errorString());
    });
    connect(&m_socket, &QLocalSocket::disconnected, this, [this, reply, fail] {
        readLines();
        if (m_ended)
            reply(Done {});
        else
            fail(u"it ended before it had answered"_s);
    });
    m_socket.connectToServer(m_name);
}

void OwnerClient::readLines()
{
    while (m_socket.canReadLine()) {
        const QJsonObject json = QJsonDocument::fromJson(m_socket.readLine()).object();
        if (json.contains("out"_L1))
            m_output->out(json.value("out"_L1).toString().toUtf8());
        if (json.contains("err"_L1))
            m_output->err(json.value("err"_L1).toString().toUtf8());
        if (json.contains("exit"_L1)) {
            m_ended = true;
            m_output->finish(ExitCode(json.value("exit"_L1).toInt(int(ExitCode::Failed))));
        }
    }
}

} // namespace app
