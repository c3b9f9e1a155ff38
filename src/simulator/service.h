// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole simulator as one object: ports, worker threads, the tenant thread, and the files that tell a client where all
// this is. Main thread; main() runs one, and so do tests.

#include "simulator/backstage.h"
#include "simulator/httpserver.h"
#include "simulator/privatefolder.h"

#include <QThread>

namespace simulator {

class Service : public QObject
{
    Q_OBJECT
public:
    explicit Service(Options options, QObject *parent = nullptr);
    ~Service() override;

    void start(); // answers with ready() or failed()
    void stop();

Q_SIGNALS:
    void ready(const QJsonObject &line);
    void failed(const QString &reason); // one sentence

private:
    Result<bool> prepare();
    Result<bool> listen();
    void open(const QJsonArray &accounts);
    void switchNetwork(bool up, const Answer &answer);
    [[nodiscard]] QString address(const HttpServer &server) const;
    Result<QJsonObject> describe(int tenant) const; // writes its files, too
    Result<QString> writeCloudFile(int tenant) const;
    Result<QString> writeCredentialFile(int tenant) const;
    Result<QString> writeCertificate(int tenant) const; // with its key
    Result<QString> write(const QString &name, const QString &ending, int tenant, const QByteArray &content) const;

    Options m_options;
    std::optional<World> m_world;
    std::optional<PrivateFolder> m_folder;
    std::optional<TlsCertificate> m_certificate; // with --tls
    std::unique_ptr<Backstage> m_backstage;
    QThread m_tenantThread;
    HttpServer m_server;
    HttpServer m_controlServer;
};

} // namespace simulator
