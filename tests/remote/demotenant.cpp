// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/demotenant.h"

#include "support/paths.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;

namespace casemate::test {

namespace {

QJsonObject objectIn(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(source.readAll()).object() : QJsonObject();
}

} // namespace

QString DemoTenant::start(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(programDir() + u"/casemate-simulator"_s,
                    QStringList {u"--port"_s, u"0"_s, u"--control-port"_s, u"0"_s, u"--auto-approve"_s,
                                 u"--unthrottled"_s, u"--parent-watch"_s}
                        + arguments);
    if (!QTest::qWaitFor([this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; },
                         60'000))
        return u"the demo tenant does not get ready"_s;
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_cloud = objectIn(m_ready.value("cloud_file"_L1).toString());
    return m_ready.isEmpty() || m_cloud.isEmpty() ? u"the demo tenant does not say where it is"_s : QString();
}

DemoTenant::~DemoTenant()
{
    m_process.closeWriteChannel(); // it ends by itself
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
}

domain::Tenant DemoTenant::tenant() const
{
    domain::Tenant tenant;
    tenant.key = u"demo"_s;
    tenant.tenantId = m_ready.value("tenant"_L1).toString();
    tenant.clientId = m_cloud.value("clientId"_L1).toString();
    tenant.cloud.name = u"demo"_s;
    tenant.cloud.demo = true;
    tenant.cloud.login = QUrl(m_cloud.value("login"_L1).toString());
    tenant.cloud.graph = QUrl(m_cloud.value("graph"_L1).toString());
    tenant.cloud.portal = QUrl(m_cloud.value("portal"_L1).toString());
    tenant.cloud.caFile = m_cloud.value("caFile"_L1).toString();
    return tenant;
}

QByteArray DemoTenant::credentialFile() const
{
    QFile file(m_ready.value("credential_file"_L1).toString());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject DemoTenant::control(const QString &path)
{
    return finish(m_network.get(QNetworkRequest(QUrl(m_ready.value("control"_L1).toString() + path))));
}

QJsonObject DemoTenant::control(const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(QUrl(m_ready.value("control"_L1).toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return finish(m_network.post(request, QJsonDocument(body).toJson()));
}

QJsonObject DemoTenant::finish(QNetworkReply *reply)
{
    reply->setParent(this);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 30'000) || reply->error() != QNetworkReply::NoError)
        return {};
    return QJsonDocument::fromJson(reply->readAll()).object();
}

domain::Result<domain::Done> WillingBrowser::open(const QUrl &page)
{
    QNetworkRequest request(page);
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setPeerVerifyMode(QSslSocket::VerifyNone); // the person's browser is not what is tested
    request.setSslConfiguration(trusting);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::UserVerifiedRedirectPolicy);
    QNetworkReply *reply = m_network.get(request);
    QObject::connect(reply, &QNetworkReply::redirected, reply, &QNetworkReply::redirectAllowed);
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    return domain::Done {};
}

} // namespace casemate::test
