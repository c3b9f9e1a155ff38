// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencekey.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <initializer_list>
#include <span>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

// One way to tell an item of a type: every field of `needed` must have a value, `also` counts when it has one.
struct Fields {
    QLatin1StringView type;
    std::initializer_list<QLatin1StringView> needed;
    std::initializer_list<QLatin1StringView> also = {};
};

// Part of the stored format. Several rows for a type: the first whose needed fields are all there counts.
const std::initializer_list<Fields> &keyFields()
{
    static const std::initializer_list<Fields> table = {
        {"analyzedMessageEvidence"_L1, {"networkMessageId"_L1}, {"recipientEmailAddress"_L1}},
        {"mailClusterEvidence"_L1, {"urn"_L1}},
        {"mailClusterEvidence"_L1, {"query"_L1}},
        {"mailboxEvidence"_L1, {"primaryAddress"_L1}},
        {"mailboxConfigurationEvidence"_L1,
         {"mailboxPrimaryAddress"_L1, "configurationType"_L1},
         {"configurationId"_L1}},
        {"submissionMailEvidence"_L1, {"submissionId"_L1}},
        {"teamsMessageEvidence"_L1, {"messageId"_L1}, {"threadId"_L1}},
        {"urlEvidence"_L1, {"url"_L1}},
        {"userEvidence"_L1, {"userAccount.azureAdUserId"_L1}},
        {"userEvidence"_L1, {"userAccount.userSid"_L1}},
        {"userEvidence"_L1, {"userAccount.userPrincipalName"_L1}},
        {"securityGroupEvidence"_L1, {"securityGroupId"_L1}},
        {"securityGroupEvidence"_L1, {"sid"_L1}},
        {"ipEvidence"_L1, {"ipAddress"_L1}},
        {"fileEvidence"_L1, {"fileDetails.sha256"_L1}, {"fileDetails.filePath"_L1, "mdeDeviceId"_L1}},
        {"fileEvidence"_L1, {"fileDetails.sha1"_L1}, {"fileDetails.filePath"_L1, "mdeDeviceId"_L1}},
        {"fileHashEvidence"_L1, {"value"_L1}, {"algorithm"_L1}},
        {"malwareEvidence"_L1, {"name"_L1}},
        {"deviceEvidence"_L1, {"mdeDeviceId"_L1}},
        {"deviceEvidence"_L1, {"deviceDnsName"_L1}},
        {"processEvidence"_L1, {"mdeDeviceId"_L1, "processId"_L1, "processCreationDateTime"_L1}},
        {"registryKeyEvidence"_L1, {"registryHive"_L1, "registryKey"_L1}},
        {"registryValueEvidence"_L1, {"registryHive"_L1, "registryKey"_L1}, {"mdeDeviceId"_L1, "registryValueName"_L1}},
        {"aiAgentEvidence"_L1, {"agentId"_L1}},
        {"amazonResourceEvidence"_L1, {"amazonResourceId"_L1}},
        {"azureResourceEvidence"_L1, {"resourceId"_L1}},
        {"cloudApplicationEvidence"_L1, {"appId"_L1}, {"instanceId"_L1}},
        {"googleCloudResourceEvidence"_L1, {"fullResourceName"_L1}},
        {"oauthApplicationEvidence"_L1, {"objectId"_L1}},
        {"oauthApplicationEvidence"_L1, {"appId"_L1}},
        {"servicePrincipalEvidence"_L1, {"servicePrincipalObjectId"_L1}},
    };
    return table;
}

struct LabelFields {
    QLatin1StringView type;
    std::initializer_list<QLatin1StringView> candidates;
};

const std::initializer_list<LabelFields> &labelFields()
{
    static const std::initializer_list<LabelFields> table = {
        {"analyzedMessageEvidence"_L1, {"subject"_L1, "internetMessageId"_L1, "networkMessageId"_L1}},
        {"mailClusterEvidence"_L1, {"clusterByValue"_L1, "query"_L1, "urn"_L1}},
        {"mailboxEvidence"_L1, {"primaryAddress"_L1, "upn"_L1, "displayName"_L1}},
        {"mailboxConfigurationEvidence"_L1, {"displayName"_L1, "configurationId"_L1, "mailboxPrimaryAddress"_L1}},
        {"submissionMailEvidence"_L1, {"subject"_L1, "submissionId"_L1}},
        {"teamsMessageEvidence"_L1, {"subject"_L1, "senderFromAddress"_L1, "messageId"_L1}},
        {"urlEvidence"_L1, {"url"_L1}},
        {"userEvidence"_L1,
         {"userAccount.userPrincipalName"_L1, "userAccount.displayName"_L1, "userAccount.accountName"_L1}},
        {"ipEvidence"_L1, {"ipAddress"_L1}},
        {"fileEvidence"_L1, {"fileDetails.fileName"_L1, "fileDetails.sha256"_L1, "fileDetails.sha1"_L1}},
        {"fileHashEvidence"_L1, {"value"_L1}},
        {"deviceEvidence"_L1, {"deviceDnsName"_L1, "hostName"_L1, "mdeDeviceId"_L1}},
        {"processEvidence"_L1, {"processCommandLine"_L1, "imageFile.fileName"_L1, "processId"_L1}},
        {"registryKeyEvidence"_L1, {"registryKey"_L1}},
        {"registryValueEvidence"_L1, {"registryValueName"_L1, "registryKey"_L1}},
        {"cloudApplicationEvidence"_L1, {"displayName"_L1, "instanceName"_L1, "appId"_L1}},
        {"cloudLogonSessionEvidence"_L1, {"account.userAccount.userPrincipalName"_L1, "sessionId"_L1}},
        {"hostLogonSessionEvidence"_L1, {"account.userAccount.userPrincipalName"_L1, "sessionId"_L1}},
        {"networkConnectionEvidence"_L1, {"destinationAddress.ipAddress"_L1, "sourceAddress.ipAddress"_L1}},
        {"nicEvidence"_L1, {"macAddress"_L1, "ipAddress.ipAddress"_L1}},
        {"dnsEvidence"_L1, {"domainName"_L1}},
        {"sasTokenEvidence"_L1, {"signedWith"_L1, "signatureHash"_L1}},
    };
    return table;
}

// For every other type, in this order; so a type of tomorrow has a label too.
constexpr QLatin1StringView commonLabels[] = {
    "displayName"_L1, "name"_L1,         "friendlyName"_L1, "subject"_L1,   "activeDirectoryDomainName"_L1,
    "deviceName"_L1,  "resourceName"_L1, "agentName"_L1,    "login"_L1,     "servicePrincipalName"_L1,
    "url"_L1,         "registry"_L1,     "imageId"_L1,      "requestId"_L1, "id"_L1,
};

// Members of every item that change while it stays the same thing, and the type, which the key carries by itself.
bool isChanging(const QString &member)
{
    constexpr QLatin1StringView changing[] = {"verdict"_L1, "remediationStatus"_L1, "remediationStatusDetails"_L1,
                                              "roles"_L1,   "detailedRoles"_L1,     "tags"_L1};
    for (const QLatin1StringView name : changing) {
        if (member == name)
            return true;
    }
    return member.endsWith("DateTime"_L1) || member.startsWith(u'@');
}

QJsonValue at(const QJsonObject &item, QLatin1StringView path)
{
    QJsonValue value = item;
    for (const QLatin1StringView step : path.tokenize('.'_L1))
        value = value.toObject().value(step);
    return value;
}

QString asText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return value.toVariant().toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return {};
}

// Order of members, case, and the four ways to say "no value" make no difference.
QJsonValue canonical(const QJsonValue &value)
{
    if (value.isObject()) {
        QJsonObject kept; // QJsonObject sorts by name
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (isChanging(member.key()))
                continue;
            const QJsonValue inner = canonical(member.value());
            if (!inner.isNull())
                kept.insert(member.key().toCaseFolded(), inner);
        }
        return kept.isEmpty() ? QJsonValue() : kept;
    }
    if (value.isArray()) {
        QJsonArray kept;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries) {
            if (const QJsonValue inner = canonical(entry); !inner.isNull())
                kept.append(inner);
        }
        return kept.isEmpty() ? QJsonValue() : kept;
    }
    const QString text = asText(value);
    return text.isEmpty() ? QJsonValue() : QJsonValue(text.toCaseFolded());
}

EntityKey keyOf(const QString &type, const QJsonValue &content)
{
    const QByteArray bytes = QJsonDocument(QJsonArray {content}).toJson(QJsonDocument::Compact);
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return {type.toCaseFolded() + u':'
            + QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))};
}

// Null when a needed field has no value.
QJsonValue keyContent(const Fields &fields, const QJsonObject &item)
{
    QJsonObject content;
    for (const QLatin1StringView field : fields.needed) {
        const QString text = asText(at(item, field));
        if (text.isEmpty())
            return {};
        content.insert(field, text.toCaseFolded());
    }
    for (const QLatin1StringView field : fields.also) {
        if (const QString text = asText(at(item, field)); !text.isEmpty())
            content.insert(field, text.toCaseFolded());
    }
    return content;
}

QString firstText(const QJsonObject &item, std::span<const QLatin1StringView> candidates)
{
    for (const QLatin1StringView candidate : candidates) {
        if (QString text = asText(at(item, candidate)); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

EntityKey evidenceKey(const QString &type, const QJsonObject &item)
{
    for (const Fields &fields : keyFields()) {
        if (type.compare(fields.type, Qt::CaseInsensitive) != 0)
            continue;
        if (const QJsonValue content = keyContent(fields, item); !content.isNull())
            return keyOf(type, content);
    }
    return keyOf(type, canonical(item));
}

Untrusted evidenceLabel(const QString &type, const QJsonObject &item)
{
    for (const LabelFields &fields : labelFields()) {
        if (type.compare(fields.type, Qt::CaseInsensitive) != 0)
            continue;
        if (QString text = firstText(item, fields.candidates); !text.isEmpty())
            return Untrusted(std::move(text));
    }
    QString text = firstText(item, commonLabels);
    return Untrusted(text.isEmpty() ? type : std::move(text));
}

} // namespace domain
