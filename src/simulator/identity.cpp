// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/identity.h"

#include "simulator/people.h"
#include "simulator/secretbytes.h"

#include <QUuid>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QString newGuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<ClientCertificate> newCertificate()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return ClientCertificate::make(now.addDays(-1), now.addYears(2));
}

// World files of before certificates hold none.
Result<ClientCertificate> certificateIn(const QJsonObject &json)
{
    const ClientCertificate kept {json[u"certificate"].toString().toLatin1(),
                                  json[u"certificateKey"].toString().toLatin1()};
    return kept.keyPem.isEmpty() ? newCertificate() : Result<ClientCertificate>(kept);
}

} // namespace

Result<Identity> Identity::make(const QString &domain)
{
    auto key = SigningKey::generate();
    if (!key)
        return Failure {key.error()};
    auto certificate = newCertificate();
    if (!certificate)
        return Failure {certificate.error()};
    return Identity {newGuid(), domain, newGuid(), newGuid(), unguessable(), key.take(), certificate.take()};
}

Result<Identity> Identity::fromJson(const QJsonObject &json)
{
    auto key = SigningKey::fromPem(json[u"signingKey"].toString().toLatin1());
    if (!key)
        return Failure {key.error()};
    auto certificate = certificateIn(json);
    if (!certificate)
        return Failure {certificate.error()};
    Identity identity {json[u"tenantId"].toString(),
                       json[u"domain"].toString(organisationDomain),
                       json[u"clientId"].toString(),
                       json[u"applicationId"].toString(),
                       json[u"applicationSecret"].toString(),
                       key.take(),
                       certificate.take()};
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
            {u"domain"_s, domain},
            {u"clientId"_s, clientId},
            {u"applicationId"_s, applicationId},
            {u"applicationSecret"_s, applicationSecret},
            {u"signingKey"_s, QString::fromLatin1(key.pem())},
            {u"certificate"_s, QString::fromLatin1(certificate.certificatePem)},
            {u"certificateKey"_s, QString::fromLatin1(certificate.keyPem)}};
}

} // namespace simulator
