// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloudevidence.h"

#include <QJsonArray>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QString containerUrl(const StorageFacts &facts)
{
    return u"https://%1.blob.storage.example/%2"_s.arg(facts.account, facts.container);
}

} // namespace

QJsonObject oauthApplicationEvidence(const EvidenceHead &head, const ApplicationFacts &facts)
{
    QJsonObject item = evidenceOf("oauthApplicationEvidence"_L1, head);
    item.insert(u"appId"_s, facts.appId);
    item.insert(u"objectId"_s, facts.objectId);
    item.insert(u"displayName"_s, facts.name);
    item.insert(u"publisher"_s, facts.publisher);
    return item;
}

QJsonObject servicePrincipalEvidence(const EvidenceHead &head, const ApplicationFacts &facts, const QString &tenantId,
                                     const QString &ownerTenantId)
{
    QJsonObject item = evidenceOf("servicePrincipalEvidence"_L1, head);
    item.insert(u"appId"_s, facts.appId);
    item.insert(u"servicePrincipalObjectId"_s, facts.objectId);
    item.insert(u"servicePrincipalName"_s, facts.name);
    item.insert(u"servicePrincipalType"_s, u"application"_s);
    item.insert(u"tenantId"_s, tenantId);
    item.insert(u"appOwnerTenantId"_s, ownerTenantId);
    return item;
}

QJsonObject cloudApplicationEvidence(const EvidenceHead &head, qint64 appId, const QString &name, qint64 instanceId)
{
    QJsonObject item = evidenceOf("cloudApplicationEvidence"_L1, head);
    item.insert(u"appId"_s, appId);
    item.insert(u"saasAppId"_s, appId);
    item.insert(u"displayName"_s, name);
    item.insert(u"instanceId"_s, instanceId);
    item.insert(u"instanceName"_s, name);
    item.insert(u"stream"_s, QJsonValue::Null);
    return item;
}

QJsonObject storageEvidence(const EvidenceHead &head, const StorageFacts &facts)
{
    QJsonObject item = evidenceOf("azureResourceEvidence"_L1, head);
    item.insert(u"resourceId"_s,
                u"/subscriptions/%1/resourceGroups/rg-archive/providers/Microsoft.Storage/storageAccounts/%2"_s.arg(
                    facts.subscription, facts.account));
    item.insert(u"resourceName"_s, facts.account);
    item.insert(u"resourceType"_s, u"Storage account"_s);
    return item;
}

QJsonObject containerEvidence(const EvidenceHead &head, const StorageFacts &facts)
{
    QJsonObject item = evidenceOf("blobContainerEvidence"_L1, head);
    item.insert(u"name"_s, facts.container);
    item.insert(u"url"_s, containerUrl(facts));
    item.insert(u"storageResource"_s, storageEvidence(innerHead(head), facts));
    return item;
}

QJsonObject blobEvidence(const EvidenceHead &head, const StorageFacts &facts)
{
    QJsonObject item = evidenceOf("blobEvidence"_L1, head);
    item.insert(u"name"_s, facts.blob);
    item.insert(u"url"_s, QString(containerUrl(facts) + u'/' + facts.blob));
    item.insert(u"etag"_s, u"0x8DC9F4A2B7E1D30"_s);
    item.insert(u"blobContainer"_s, containerEvidence(innerHead(head), facts));
    item.insert(u"fileHashes"_s, QJsonArray {QJsonObject {{u"algorithm"_s, u"sha256"_s}, {u"value"_s, facts.sha256}}});
    return item;
}

} // namespace simulator
