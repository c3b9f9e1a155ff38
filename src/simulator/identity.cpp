// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/identity.h"

#include "simulator/secretbytes.h"

#include <QUuid>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QString newGuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

Result<Identity> Identity::make()
{
    auto key = SigningKey::generate();
    if (!key)
        return Failure {key.error()};
    return Identity {newGuid(), newGuid(), newGuid(), unguessable(), key.take()};
}

Result<Identity> Identity::fromJson(const QJsonObject &json)
{
    auto key = SigningKey::fromPem(json[u"signingKey"].toString().toLatin1());
    if (!key)
        return Failure {key.error()};
    Identity identity {json[u"tenantId"].toString(), json[u"clientId"].toString(), json[u"applicationId"].toString(),
                       json[u"applicationSecret"].toString(), key.take()};
    for (const QString &id : {identity.tenantId, identity.clientId, identity.applicationId}) {
        if (QUuid(id).isNull())
            return Failure {u"the world file lacks an id"_s};
    }
    if (identity.applicationSecret.isEmpty())
        return Failure {u"the world file lacks the application's secret"_s};
    return identity;
}

QJsonObject Identity::toJson() const
{
    return {{u"tenantId"_s, tenantId},
            {u"clientId"_s, clientId},
            {u"applicationId"_s, applicationId},
            {u"applicationSecret"_s, applicationSecret},
            {u"signingKey"_s, QString::fromLatin1(key.pem())}};
}

} // namespace simulator
