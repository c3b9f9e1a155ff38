// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a command reaches the process that owns a tenant: a local socket, 0600, in a folder of our own, whose peer's user id
// is checked on both sides. One request a connection: a JSON object {"arguments": […], "input": "…"} in one line; the
// owner answers lines {"out"|"err": "…"} and ends with {"exit": n}. Main thread.

#include "output.h"

#include "domain/result.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>

#include <functional>
#include <memory>

namespace app {

struct OwnerRequest {
    QStringList arguments;
    QByteArray input; // content of the file a command names; the owner need not be able to read that file
};

class OwnerServer final : public QObject
{
    Q_OBJECT
public:
    // `run` starts the command; it writes to the Output, which goes on working when the other side has gone away.
    using Run = std::function<void(const OwnerRequest &, std::shared_ptr<Output>)>;

    OwnerServer(QString name, Run run, QObject *parent = nullptr);

    [[nodiscard]] domain::Result<domain::Done> listen();
    [[nodiscard]] static QString socketName(const QString &tenantFolder); // below $XDG_RUNTIME_DIR, else /tmp/casemate-<uid>

private:
    void serve(QLocalSocket *socket);

    QString m_name;
    Run m_run;
    QLocalServer m_server;
};

// Sends the request and copies what comes back to `output`. Error{Unreachable} when no owner listens or it is not ours.
class OwnerClient final : public QObject
{
    Q_OBJECT
public:
    OwnerClient(const QString &name, std::shared_ptr<Output> output, QObject *parent = nullptr);

    void send(const OwnerRequest &request, QObject *asker, std::function<void(domain::Result<domain::Done>)> answer);

private:
    void readLines();

    QString m_name;
    std::shared_ptr<Output> m_output;
    QLocalSocket m_socket;
    bool m_ended = false;
};

} // namespace app
