// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The demo tenant as a process of its own, for tests of the whole module against it. Main thread.

#include "remote/browser.h"

#include "domain/tenant.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QStringList>

namespace casemate::test {

class DemoTenant final : public QObject
{
public:
    DemoTenant() = default;
    ~DemoTenant() override;

    // Empty: it runs. Otherwise what went wrong.
    [[nodiscard]] QString start(const QStringList &arguments);

    [[nodiscard]] domain::Tenant tenant() const;
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] QByteArray credentialFile() const;
    [[nodiscard]] QJsonObject control(const QString &path); // GET
    [[nodiscard]] QJsonObject control(const QString &path, const QJsonObject &body); // POST

private:
    [[nodiscard]] QJsonObject finish(QNetworkReply *reply);

    QProcess m_process;
    QJsonObject m_ready;
    QJsonObject m_cloud;
    QNetworkAccessManager m_network;
};

// A browser whose person agrees to everything: it follows the redirects.
class WillingBrowser final : public remote::BrowserOpener
{
public:
    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override;

private:
    QNetworkAccessManager m_network;
};

} // namespace casemate::test
