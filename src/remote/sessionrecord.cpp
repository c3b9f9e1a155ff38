// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionrecord.h"

#include "failure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

QString textOf(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

} // namespace

Secret SessionRecord::written() const
{
    const QJsonObject object {{u"tenantId"_s, account.tenantId},
                              {u"oid"_s, account.oid},
                              {u"upn"_s, account.upn},
                              {u"scopes"_s, QJsonArray::fromStringList(scopes)},
                              {u"refreshToken"_s, textOf(refreshToken)}};
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<SessionRecord> SessionRecord::read(const Secret &written)
{
    const QJsonObject object = QJsonDocument::fromJson(written.reveal().toByteArray()).object();
    SessionRecord record;
    record.account = {object.value("tenantId"_L1).toString(), object.value("oid"_L1).toString(),
                      object.value("upn"_L1).toString()};
    const QJsonArray scopes = object.value("scopes"_L1).toArray();
    for (const QJsonValue &scope : scopes)
        record.scopes.append(scope.toString());
    record.refreshToken = Secret(object.value("refreshToken"_L1).toString().toUtf8());
    if (record.account.oid.isEmpty() || record.refreshToken.isEmpty())
        return std::nullopt;
    return record;
}

QString sessionKey(const domain::Tenant &tenant, const QString &oid)
{
    return u"session/"_s + tenant.cloud.name + u'/' + tenant.tenantId.toLower() + u'/' + oid.toLower();
}

QString credentialKey(const domain::Tenant &tenant)
{
    return u"application/"_s + tenant.cloud.name + u'/' + tenant.tenantId.toLower() + u'/' + tenant.oid.toLower();
}

Secret writtenCredential(const ApplicationCredential &credential)
{
    const QJsonObject object {{u"clientId"_s, credential.clientId}, {u"clientSecret"_s, textOf(credential.secret)}};
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

domain::Result<ApplicationCredential> ApplicationCredential::read(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto member = [&object](QLatin1StringView name, QLatin1StringView other) {
        const QString text = object.value(name).toString();
        return text.isEmpty() ? object.value(other).toString() : text;
    };
    ApplicationCredential credential;
    credential.clientId = member("clientId"_L1, "client_id"_L1);
    credential.secret = Secret(member("clientSecret"_L1, "client_secret"_L1).toUtf8());
    if (credential.clientId.isEmpty() || credential.secret.isEmpty())
        return failure(domain::ErrorKind::UsageWrong, u"read an application credential"_s, u"badCredential"_s);
    return credential;
}

} // namespace remote
