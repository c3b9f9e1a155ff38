// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencewords.h"

#include "evidence.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

using WordPair = std::pair<QLatin1StringView, QLatin1StringView>;

constexpr std::array entityWords {WordPair {"analyzedMessageEvidence"_L1, "MailMessage"_L1},
                                  WordPair {"mailClusterEvidence"_L1, "MailCluster"_L1},
                                  WordPair {"mailboxEvidence"_L1, "Mailbox"_L1},
                                  WordPair {"mailboxConfigurationEvidence"_L1, "MailboxConfiguration"_L1},
                                  WordPair {"submissionMailEvidence"_L1, "SubmissionMail"_L1},
                                  WordPair {"userEvidence"_L1, "User"_L1},
                                  WordPair {"urlEvidence"_L1, "Url"_L1},
                                  WordPair {"ipEvidence"_L1, "Ip"_L1},
                                  WordPair {"fileEvidence"_L1, "File"_L1},
                                  WordPair {"fileHashEvidence"_L1, "FileHash"_L1},
                                  WordPair {"malwareEvidence"_L1, "Malware"_L1},
                                  WordPair {"processEvidence"_L1, "Process"_L1},
                                  WordPair {"deviceEvidence"_L1, "Machine"_L1},
                                  WordPair {"networkConnectionEvidence"_L1, "NetworkConnection"_L1},
                                  WordPair {"dnsEvidence"_L1, "DnsResolution"_L1},
                                  WordPair {"registryKeyEvidence"_L1, "RegistryKey"_L1},
                                  WordPair {"registryValueEvidence"_L1, "RegistryValue"_L1},
                                  WordPair {"oauthApplicationEvidence"_L1, "OAuthApplication"_L1},
                                  WordPair {"servicePrincipalEvidence"_L1, "ServicePrincipal"_L1},
                                  WordPair {"cloudApplicationEvidence"_L1, "CloudApplication"_L1},
                                  WordPair {"cloudLogonSessionEvidence"_L1, "CloudLogonSession"_L1},
                                  WordPair {"azureResourceEvidence"_L1, "AzureResource"_L1},
                                  WordPair {"blobContainerEvidence"_L1, "BlobContainer"_L1},
                                  WordPair {"blobEvidence"_L1, "Blob"_L1},
                                  WordPair {"securityGroupEvidence"_L1, "SecurityGroup"_L1}};

constexpr std::array detectionWords {WordPair {"microsoftDefenderForOffice365"_L1, "Microsoft Defender for Office 365"_L1},
                                     WordPair {"microsoftDefenderForEndpoint"_L1, "EDR"_L1},
                                     WordPair {"microsoftDefenderForIdentity"_L1, "Microsoft Defender for Identity"_L1},
                                     WordPair {"microsoftDefenderForStorage"_L1, "Microsoft Defender for Storage"_L1},
                                     WordPair {"microsoftDataLossPrevention"_L1, "Microsoft Data Loss Prevention"_L1},
                                     WordPair {"azureAdIdentityProtection"_L1, "Microsoft Entra ID Protection"_L1},
                                     WordPair {"cloudAppSecurity"_L1, "Microsoft Defender for Cloud Apps"_L1},
                                     WordPair {"appGovernanceDetection"_L1, "App governance detection"_L1},
                                     WordPair {"automatedInvestigation"_L1, "Automated investigation"_L1},
                                     WordPair {"customDetection"_L1, "Custom detection"_L1},
                                     WordPair {"antivirus"_L1, "Antivirus"_L1},
                                     WordPair {"manual"_L1, "Manual"_L1}};

template<typename Words>
QString wordFor(const Words &words, const QString &wire)
{
    const auto *found = std::find_if(words.begin(), words.end(), [&wire](const WordPair &pair) { return wire == pair.first; });
    return found == words.end() ? wire : QString(found->second);
}

bool isOf(const QJsonObject &item, QLatin1StringView type)
{
    return evidenceType(item) == type;
}

QJsonObject fileOf(const QJsonObject &item)
{
    return item.contains(u"fileDetails") ? item[u"fileDetails"].toObject() : item[u"imageFile"].toObject();
}

// The item itself, or the storage account that a blob or container lies in.
QJsonObject resourceOf(const QJsonObject &item)
{
    if (item.contains(u"blobContainer")) {
        return resourceOf(item[u"blobContainer"].toObject());
    }
    return item.contains(u"storageResource") ? item[u"storageResource"].toObject() : item;
}

} // namespace

QString detectionName(const QString &wireWord)
{
    return wordFor(detectionWords, wireWord);
}

QString entityType(const QJsonObject &item)
{
    QString word = wordFor(entityWords, evidenceType(item));
    if (word.endsWith("Evidence"_L1)) { // one that hunting has no other word for
        word.chop(static_cast<qsizetype>(sizeof("Evidence") - 1));
        word[0] = word.at(0).toUpper();
    }
    return word;
}

QString evidenceRole(const QJsonObject &item)
{
    const bool asset = isOf(item, "userEvidence"_L1) || isOf(item, "mailboxEvidence"_L1) || isOf(item, "deviceEvidence"_L1);
    return asset ? u"Impacted"_s : u"Related"_s;
}

QString evidenceFlow(const QJsonObject &item)
{
    return isOf(item, "networkConnectionEvidence"_L1) ? u"Outbound"_s : QString();
}

QString fileText(const QJsonObject &item, QStringView name)
{
    return fileOf(item)[name].toString();
}

QString sha256Of(const QJsonObject &item)
{
    return isOf(item, "fileHashEvidence"_L1) ? item[u"value"].toString() : fileText(item, u"sha256");
}

KqlValue fileSize(const QJsonObject &item)
{
    const QJsonValue size = fileOf(item)[u"fileSize"];
    return size.isDouble() ? KqlValue::wide(size.toInteger()) : KqlValue::absent(KqlType::Long);
}

QString threatFamily(const QJsonObject &item)
{
    return isOf(item, "malwareEvidence"_L1) ? item[u"name"].toString() : QString();
}

QString remoteAddress(const QJsonObject &item)
{
    return isOf(item, "networkConnectionEvidence"_L1) ? item[u"destinationAddress"][u"ipAddress"].toString()
                                                      : item[u"ipAddress"].toString();
}

QString localAddress(const QJsonObject &item)
{
    return isOf(item, "networkConnectionEvidence"_L1) ? item[u"sourceAddress"][u"ipAddress"].toString()
                                                      : item[u"lastIpAddress"].toString();
}

QString applicationName(const QJsonObject &item)
{
    const bool application = isOf(item, "cloudApplicationEvidence"_L1) || isOf(item, "oauthApplicationEvidence"_L1);
    return application ? item[u"displayName"].toString() : QString();
}

KqlValue applicationNumber(const QJsonObject &item)
{
    return isOf(item, "cloudApplicationEvidence"_L1) ? KqlValue::integer(item[u"appId"].toInteger())
                                                     : KqlValue::absent(KqlType::Integer);
}

CloudResource cloudResource(const QJsonObject &item)
{
    const QJsonObject resource = resourceOf(item);
    const QString id = resource[u"resourceId"].toString();
    if (id.isEmpty()) {
        return {};
    }
    return {.name = resource[u"resourceName"].toString(),
            .platform = u"Azure"_s,
            .type = resource[u"resourceType"].toString(),
            .id = id,
            .subscription = id.section(u'/', 2, 2)};
}

} // namespace simulator
