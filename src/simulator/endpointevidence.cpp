// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpointevidence.h"

#include "identityevidence.h"

#include <QJsonArray>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonObject plainAddress(const EvidenceHead &head, const QString &address)
{
    return ipEvidence(innerHead(head), {.address = address});
}

} // namespace

QJsonObject deviceEvidence(const EvidenceHead &head, const Device &device, const DeviceCondition &condition)
{
    QJsonArray users;
    if (condition.user != nullptr) {
        users.append(QJsonObject {{u"accountName"_s, condition.user->account}, {u"domainName"_s, u"HARBORLINE"_s}});
    }
    QJsonObject item = evidenceOf("deviceEvidence"_L1, head);
    item.insert(u"mdeDeviceId"_s, device.mdeId);
    item.insert(u"azureAdDeviceId"_s, device.entraId);
    item.insert(u"deviceDnsName"_s, device.dnsName);
    item.insert(u"hostName"_s, device.hostName);
    item.insert(u"dnsDomain"_s, QString(organisationDomain));
    item.insert(u"ntDomain"_s, u"HARBORLINE"_s);
    item.insert(u"firstSeenDateTime"_s, u"2025-03-04T07:15:00Z"_s);
    item.insert(u"osPlatform"_s, device.platform);
    item.insert(u"osBuild"_s, device.build);
    item.insert(u"version"_s, device.version);
    item.insert(u"healthStatus"_s, condition.health);
    item.insert(u"riskScore"_s, condition.risk);
    item.insert(u"onboardingStatus"_s, u"onboarded"_s);
    item.insert(u"defenderAvStatus"_s, u"updated"_s);
    item.insert(u"rbacGroupId"_s, device.server ? 12 : 7);
    item.insert(u"rbacGroupName"_s, device.server ? u"Servers"_s : u"Workstations"_s);
    item.insert(u"lastIpAddress"_s, device.address);
    item.insert(u"lastExternalIpAddress"_s, device.externalAddress);
    item.insert(u"ipInterfaces"_s, QJsonArray {device.address, u"127.0.0.1"_s});
    item.insert(u"loggedOnUsers"_s, users);
    item.insert(u"resourceAccessEvents"_s, QJsonArray());
    item.insert(u"vmMetadata"_s, QJsonValue::Null);
    return item;
}

QJsonObject fileDetails(const FileFacts &facts)
{
    const bool known = !facts.publisher.isEmpty();
    return {{u"fileName"_s, facts.name},
            {u"filePath"_s, facts.path},
            {u"fileSize"_s, facts.size},
            {u"sha1"_s, facts.sha1},
            {u"sha256"_s, facts.sha256},
            {u"md5"_s, QJsonValue::Null},
            {u"filePublisher"_s, known ? QJsonValue(facts.publisher) : QJsonValue()},
            {u"issuer"_s, QJsonValue::Null},
            {u"signer"_s, known ? QJsonValue(facts.publisher) : QJsonValue()}};
}

QJsonObject fileEvidence(const EvidenceHead &head, const FileFacts &facts, const QString &mdeDeviceId,
                         QLatin1StringView detection)
{
    QJsonObject item = evidenceOf("fileEvidence"_L1, head);
    item.insert(u"fileDetails"_s, fileDetails(facts));
    item.insert(u"detectionStatus"_s, detection);
    item.insert(u"mdeDeviceId"_s, mdeDeviceId.isEmpty() ? QJsonValue() : QJsonValue(mdeDeviceId));
    return item;
}

QJsonObject fileHashEvidence(const EvidenceHead &head, const QString &sha256)
{
    QJsonObject item = evidenceOf("fileHashEvidence"_L1, head);
    item.insert(u"algorithm"_s, u"sha256"_s);
    item.insert(u"value"_s, sha256);
    return item;
}

QJsonObject malwareEvidence(const EvidenceHead &head, const QString &name, const QString &category,
                            const QJsonObject &file)
{
    QJsonObject item = evidenceOf("malwareEvidence"_L1, head);
    item.insert(u"name"_s, name);
    item.insert(u"category"_s, category);
    item.insert(u"files"_s, QJsonArray {file});
    item.insert(u"processes"_s, QJsonArray());
    return item;
}

QJsonObject processEvidence(const EvidenceHead &head, const ProcessFacts &facts, const Device &device,
                            const Person &user)
{
    QJsonObject item = evidenceOf("processEvidence"_L1, head);
    item.insert(u"processId"_s, facts.id);
    item.insert(u"parentProcessId"_s, facts.parentId);
    item.insert(u"processCommandLine"_s, facts.commandLine);
    item.insert(u"processCreationDateTime"_s, facts.created);
    item.insert(u"parentProcessCreationDateTime"_s, facts.parentCreated);
    item.insert(u"detectionStatus"_s, facts.detection);
    item.insert(u"mdeDeviceId"_s, device.mdeId);
    item.insert(u"imageFile"_s, fileDetails(facts.image));
    item.insert(u"parentProcessImageFile"_s, fileDetails(facts.parentImage));
    item.insert(u"userAccount"_s, accountOf(user));
    return item;
}

QJsonObject registryKeyEvidence(const EvidenceHead &head, const QString &hive, const QString &key)
{
    QJsonObject item = evidenceOf("registryKeyEvidence"_L1, head);
    item.insert(u"registryHive"_s, hive);
    item.insert(u"registryKey"_s, key);
    return item;
}

QJsonObject registryValueEvidence(const EvidenceHead &head, const RegistryValue &value, const QString &mdeDeviceId)
{
    QJsonObject item = evidenceOf("registryValueEvidence"_L1, head);
    item.insert(u"mdeDeviceId"_s, mdeDeviceId);
    item.insert(u"registryHive"_s, value.hive);
    item.insert(u"registryKey"_s, value.key);
    item.insert(u"registryValueName"_s, value.name);
    item.insert(u"registryValueType"_s, value.type);
    item.insert(u"registryValue"_s, value.value);
    return item;
}

QJsonObject connectionEvidence(const EvidenceHead &head, const ConnectionFacts &connection)
{
    QJsonObject item = evidenceOf("networkConnectionEvidence"_L1, head);
    item.insert(u"sourceAddress"_s, plainAddress(head, connection.from));
    item.insert(u"sourcePort"_s, connection.fromPort);
    item.insert(u"destinationAddress"_s, plainAddress(head, connection.to));
    item.insert(u"destinationPort"_s, connection.toPort);
    item.insert(u"protocol"_s, u"tcp"_s);
    return item;
}

QJsonObject dnsEvidence(const EvidenceHead &head, const QString &domain, const QString &address)
{
    QJsonObject item = evidenceOf("dnsEvidence"_L1, head);
    item.insert(u"domainName"_s, domain);
    item.insert(u"dnsServerIp"_s, plainAddress(head, u"10.20.250.10"_s));
    item.insert(u"hostIpAddress"_s, QJsonValue::Null);
    item.insert(u"ipAddresses"_s, QJsonArray {plainAddress(head, address)});
    return item;
}

} // namespace simulator
