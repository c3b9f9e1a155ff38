// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeevidence.h"

#include <QJsonArray>

namespace simulator {

using namespace Qt::StringLiterals;

QJsonObject gitHubOrganizationEvidence(const EvidenceHead &head, const RepositoryFacts &facts)
{
    QJsonObject item = evidenceOf("gitHubOrganizationEvidence"_L1, head);
    item.insert(u"login"_s, facts.organisation);
    item.insert(u"orgId"_s, u"94120067"_s);
    item.insert(u"displayName"_s, facts.organisation);
    item.insert(u"company"_s, facts.organisation);
    item.insert(u"email"_s, QJsonValue::Null);
    item.insert(u"webUrl"_s, u"https://github.example/%1"_s.arg(facts.organisation));
    return item;
}

QJsonObject gitHubRepoEvidence(const EvidenceHead &head, const RepositoryFacts &facts)
{
    QJsonObject item = evidenceOf("gitHubRepoEvidence"_L1, head);
    item.insert(u"repoId"_s, u"731905518"_s);
    item.insert(u"login"_s, facts.repository);
    item.insert(u"owner"_s, facts.organisation);
    item.insert(u"ownerType"_s, u"Organization"_s);
    item.insert(u"baseUrl"_s, u"https://github.example/%1/%2"_s.arg(facts.organisation, facts.repository));
    return item;
}

QJsonObject gitHubUserEvidence(const EvidenceHead &head, const RepositoryFacts &facts)
{
    QJsonObject item = evidenceOf("gitHubUserEvidence"_L1, head);
    item.insert(u"userId"_s, u"20418853"_s);
    item.insert(u"login"_s, facts.user);
    item.insert(u"name"_s, facts.user);
    item.insert(u"email"_s, facts.address);
    item.insert(u"webUrl"_s, u"https://github.example/%1"_s.arg(facts.user));
    return item;
}

QJsonObject amazonResourceEvidence(const EvidenceHead &head, const QString &account, const QString &bucket)
{
    QJsonObject item = evidenceOf("amazonResourceEvidence"_L1, head);
    item.insert(u"amazonAccountId"_s, account);
    item.insert(u"amazonResourceId"_s, u"arn:aws:s3:::%1"_s.arg(bucket));
    item.insert(u"resourceName"_s, bucket);
    item.insert(u"resourceType"_s, u"Bucket"_s);
    return item;
}

QJsonObject googleCloudResourceEvidence(const EvidenceHead &head, const QString &project, qint64 projectNumber,
                                        const QString &bucket)
{
    QJsonObject item = evidenceOf("googleCloudResourceEvidence"_L1, head);
    item.insert(u"projectId"_s, project);
    item.insert(u"projectNumber"_s, projectNumber);
    item.insert(u"fullResourceName"_s, u"//storage.googleapis.example/projects/_/buckets/%1"_s.arg(bucket));
    item.insert(u"resourceName"_s, bucket);
    item.insert(u"resourceType"_s, u"Bucket"_s);
    item.insert(u"location"_s, u"europe-west4"_s);
    item.insert(u"locationType"_s, u"regional"_s);
    return item;
}

QJsonObject sasTokenEvidence(const EvidenceHead &head, const SignatureFacts &facts)
{
    QJsonObject item = evidenceOf("sasTokenEvidence"_L1, head);
    item.insert(u"allowedIpAddresses"_s, QJsonValue::Null);
    item.insert(u"allowedResourceTypes"_s, QJsonArray {u"container"_s, u"object"_s});
    item.insert(u"allowedServices"_s, QJsonArray {u"blob"_s});
    item.insert(u"permissions"_s, QJsonArray {u"read"_s, u"list"_s});
    item.insert(u"protocol"_s, u"https"_s);
    item.insert(u"startDateTime"_s, facts.started);
    item.insert(u"expiryDateTime"_s, facts.expires);
    item.insert(u"signatureHash"_s, facts.hash);
    item.insert(u"signedWith"_s, u"key1"_s);
    item.insert(u"storageResource"_s, storageEvidence(innerHead(head), facts.storage));
    return item;
}

QJsonObject aiAgentEvidence(const EvidenceHead &head, const AgentFacts &facts)
{
    QJsonObject item = evidenceOf("aiAgentEvidence"_L1, head);
    item.insert(u"agentId"_s, facts.id);
    item.insert(u"agentName"_s, facts.name);
    item.insert(u"hostingPlatformType"_s, u"copilotStudio"_s);
    item.insert(u"instructions"_s, facts.instructions);
    return item;
}

} // namespace simulator
