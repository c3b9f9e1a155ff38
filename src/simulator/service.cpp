// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/service.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int Workers = 2;

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Service::Service(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

Service::~Service()
{
    stop();
}

void Service::start()
{
    if (const auto prepared = prepare(); !prepared) {
        Q_EMIT failed(prepared.error());
        return;
    }
    m_backstage = std::make_unique<Backstage>(m_options, *m_world);
    m_backstage->moveToThread(&m_tenantThread);
    connect(m_backstage.get(), &Backstage::opened, this, &Service::open);
    connect(m_backstage.get(), &Backstage::failed, this, &Service::failed);
    connect(m_backstage.get(), &Backstage::networkAsked, this, &Service::switchNetwork);
    connect(&m_tenantThread, &QThread::started, m_backstage.get(), &Backstage::open);
    // finished() is emitted in the thread itself, which is where the tenant has to end
    connect(&m_tenantThread, &QThread::finished, m_backstage.get(), &Backstage::close, Qt::DirectConnection);
    m_tenantThread.start();
}

Result<bool> Service::prepare()
{
    auto world = World::open(m_options);
    if (!world)
        return Failure {world.error()};
    m_world = world.take();
    auto folder =
        m_options.worldFile.isEmpty() ? PrivateFolder::temporary() : PrivateFolder::beside(m_options.worldFile);
    if (!folder)
        return Failure {folder.error()};
    m_folder = folder.take();
    if (m_options.tls) {
        auto certificate = TlsCertificate::make(m_options.switches.certificate);
        if (!certificate)
            return Failure {certificate.error()};
        m_certificate = certificate.take();
    }
    return listen();
}

Result<bool> Service::listen()
{
    if (!m_server.listen(m_options.port))
        return Failure {u"port %1 cannot be used: %2"_s.arg(m_options.port).arg(m_server.errorString())};
    if (!m_controlServer.listen(m_options.controlPort))
        return Failure {u"port %1 cannot be used: %2"_s.arg(m_options.controlPort).arg(m_controlServer.errorString())};
    return true;
}

void Service::open(const QJsonArray &accounts)
{
    QJsonArray tenants;
    for (int i = 0; i < m_world->tenants.size(); ++i) {
        auto described = describe(i);
        if (!described) {
            Q_EMIT failed(described.error());
            return;
        }
        QJsonObject tenant = described.take();
        tenant.insert(u"accounts"_s, accounts[i]);
        tenants.append(tenant);
    }
    m_server.serve(m_backstage->reception(), Workers,
                   m_certificate ? std::optional(m_certificate->configuration()) : std::nullopt);
    m_controlServer.serve(m_backstage->controlPort(), 1);
    QJsonObject line = tenants.first().toObject();
    line.insert(u"login"_s, address(m_server));
    line.insert(u"graph"_s, address(m_server));
    line.insert(u"control"_s, address(m_controlServer));
    line.insert(u"tenants"_s, tenants);
    Q_EMIT ready(line);
}

Result<QJsonObject> Service::describe(int tenant) const
{
    const auto cloud = writeCloudFile(tenant);
    const auto credential = writeCredentialFile(tenant);
    const auto certificate = writeCertificate(tenant);
    for (const auto *written : {&cloud, &credential, &certificate}) {
        if (!*written)
            return Failure {written->error()};
    }
    const Identity &identity = m_world->tenants[tenant].identity;
    return QJsonObject {{u"tenant"_s, identity.tenantId},
                        {u"domain"_s, identity.domain},
                        {u"cloud_file"_s, *cloud},
                        {u"credential_file"_s, *credential},
                        {u"certificate_file"_s, *certificate}};
}

void Service::switchNetwork(bool up, const Answer &answer)
{
    const bool isDone = m_server.setUp(up);
    Delivery delivery;
    delivery.response.status = isDone ? 200 : 503;
    delivery.response.setHeader("Content-Type", "application/json; charset=utf-8");
    delivery.response.body = compact({{u"up"_s, up == isDone}});
    answer(delivery);
}

QString Service::address(const HttpServer &server) const
{
    const bool isSecure = m_options.tls && &server == &m_server;
    return u"%1://127.0.0.1:%2"_s.arg(isSecure ? u"https"_s : u"http"_s).arg(server.port());
}

// The files of the first tenant have plain names, those of the others a number.
Result<QString> Service::write(const QString &name, const QString &ending, int tenant, const QByteArray &content) const
{
    const QString number = tenant == 0 ? QString() : QString(u'-' + QString::number(tenant + 1));
    return m_folder->write(name + number + ending, content);
}

Result<QString> Service::writeCloudFile(int tenant) const
{
    const QString base = address(m_server);
    const Identity &identity = m_world->tenants[tenant].identity;
    QJsonObject cloud {{u"name"_s, tenant == 0 ? u"demo"_s : u"demo-%1"_s.arg(tenant + 1)},
                       {u"demo"_s, true},
                       {u"tenant"_s, identity.tenantId},
                       {u"login"_s, base},
                       {u"graph"_s, base},
                       {u"portal"_s, QString(base + u"/portal")},
                       {u"clientId"_s, identity.clientId},
                       {u"control"_s, address(m_controlServer)}};
    if (m_certificate) {
        const auto authority = m_folder->write(u"authority.pem"_s, m_certificate->authorityPem);
        if (!authority)
            return authority;
        cloud.insert(u"caFile"_s, *authority);
    }
    return write(u"cloud"_s, u".json"_s, tenant, compact(cloud));
}

Result<QString> Service::writeCredentialFile(int tenant) const
{
    const Identity &identity = m_world->tenants[tenant].identity;
    return write(u"credential"_s, u".json"_s, tenant,
                 compact({{u"tenant"_s, identity.tenantId},
                          {u"clientId"_s, identity.applicationId},
                          {u"clientSecret"_s, identity.applicationSecret}}));
}

Result<QString> Service::writeCertificate(int tenant) const
{
    const ClientCertificate &certificate = m_world->tenants[tenant].identity.certificate;
    return write(u"application"_s, u".pem"_s, tenant, certificate.certificatePem + certificate.keyPem);
}

void Service::stop()
{
    // Workers first, so that nobody calls the tenant; the objects that the tenant may still answer to outlive it.
    m_server.stop();
    m_controlServer.stop();
    m_tenantThread.quit();
    m_tenantThread.wait();
}

} // namespace simulator
