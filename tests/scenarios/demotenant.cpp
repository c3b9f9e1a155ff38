// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/demotenant.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace scenarios {

namespace {

QByteArray contentOf(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

} // namespace

domain::Tenant tenantOf(const QJsonObject &ready)
{
    const QJsonObject cloud = QJsonDocument::fromJson(contentOf(ready[u"cloud_file"].toString())).object();
    domain::Tenant tenant;
    tenant.key = u"demo"_s;
    tenant.tenantId = ready[u"tenant"].toString();
    tenant.clientId = cloud[u"clientId"].toString();
    tenant.cloud = {.name = u"demo"_s,
                    .demo = true,
                    .login = QUrl(cloud[u"login"].toString()),
                    .graph = QUrl(cloud[u"graph"].toString()),
                    .portal = QUrl(cloud[u"portal"].toString()),
                    .caFile = {}};
    return tenant;
}

domain::Result<remote::ApplicationCredential> credentialOf(const QJsonObject &ready)
{
    return remote::ApplicationCredential::read(contentOf(ready[u"credential_file"].toString()));
}

} // namespace scenarios
