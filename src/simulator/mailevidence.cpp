// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailevidence.h"

#include "identityevidence.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonObject senderOf(const QString &name, const QString &address)
{
    return {{u"displayName"_s, name}, {u"emailAddress"_s, address}, {u"domainName"_s, domainOf(address)}};
}

QJsonArray listOf(const QString &single)
{
    return single.isEmpty() ? QJsonArray() : QJsonArray {single};
}

} // namespace

QString domainOf(const QString &address)
{
    return address.section(QChar(u'@'), -1);
}

QJsonObject messageEvidence(const EvidenceHead &head, const MessageFacts &facts)
{
    QJsonObject item = evidenceOf("analyzedMessageEvidence"_L1, head);
    item.insert(u"networkMessageId"_s, facts.networkMessageId);
    item.insert(u"internetMessageId"_s, facts.internetMessageId);
    item.insert(u"subject"_s, facts.subject);
    item.insert(u"language"_s, u"en"_s);
    item.insert(u"senderIp"_s, facts.senderIp);
    item.insert(u"recipientEmailAddress"_s, facts.recipient);
    item.insert(u"antiSpamDirection"_s, facts.direction);
    item.insert(u"deliveryAction"_s, facts.deliveryAction);
    item.insert(u"deliveryLocation"_s, facts.deliveryLocation);
    item.insert(u"urn"_s, facts.urn);
    item.insert(u"threats"_s, listOf(facts.threat));
    item.insert(u"threatDetectionMethods"_s, listOf(facts.detection));
    item.insert(u"urls"_s, QJsonArray::fromStringList(facts.urls));
    item.insert(u"urlCount"_s, facts.urls.size());
    item.insert(u"attachmentsCount"_s, facts.attachments);
    item.insert(u"receivedDateTime"_s, facts.received);
    item.insert(u"p1Sender"_s, senderOf(facts.senderName, facts.envelopeAddress));
    item.insert(u"p2Sender"_s, senderOf(facts.senderName, facts.senderAddress));
    return item;
}

QJsonObject clusterEvidence(const EvidenceHead &head, const ClusterFacts &facts)
{
    QJsonObject item = evidenceOf("mailClusterEvidence"_L1, head);
    item.insert(u"clusterBy"_s, facts.by);
    item.insert(u"clusterByValue"_s, facts.value);
    item.insert(u"emailCount"_s, facts.count);
    item.insert(u"networkMessageIds"_s, QJsonArray::fromStringList(facts.networkMessageIds));
    item.insert(u"query"_s, facts.query);
    item.insert(u"urn"_s, facts.urn);
    return item;
}

QJsonObject mailboxEvidence(const EvidenceHead &head, const Person &owner)
{
    QJsonObject item = evidenceOf("mailboxEvidence"_L1, head);
    item.insert(u"primaryAddress"_s, owner.upn);
    item.insert(u"upn"_s, owner.upn);
    item.insert(u"displayName"_s, owner.displayName);
    item.insert(u"userAccount"_s, accountOf(owner));
    return item;
}

QJsonObject mailboxSettingEvidence(const EvidenceHead &head, const Person &owner, const MailboxSetting &setting)
{
    QJsonObject item = evidenceOf("mailboxConfigurationEvidence"_L1, head);
    item.insert(u"mailboxPrimaryAddress"_s, owner.upn);
    item.insert(u"upn"_s, owner.upn);
    item.insert(u"displayName"_s, setting.name);
    item.insert(u"configurationType"_s, setting.type);
    item.insert(u"configurationId"_s, setting.id);
    item.insert(u"externalDirectoryObjectId"_s, owner.objectId);
    return item;
}

QJsonObject submissionEvidence(const EvidenceHead &head, const MessageFacts &mail, const Submission &submission)
{
    QJsonObject item = evidenceOf("submissionMailEvidence"_L1, head);
    item.insert(u"submissionId"_s, submission.id);
    item.insert(u"submitter"_s, submission.submitter);
    item.insert(u"submissionDateTime"_s, submission.submitted);
    item.insert(u"reportType"_s, submission.reportType);
    item.insert(u"networkMessageId"_s, mail.networkMessageId);
    item.insert(u"recipient"_s, mail.recipient);
    item.insert(u"sender"_s, mail.senderAddress);
    item.insert(u"senderIp"_s, mail.senderIp);
    item.insert(u"subject"_s, mail.subject);
    return item;
}

QJsonObject chatEvidence(const EvidenceHead &head, const ChatFacts &facts)
{
    QJsonObject item = evidenceOf("teamsMessageEvidence"_L1, head);
    item.insert(u"messageId"_s, facts.messageId);
    item.insert(u"threadId"_s, facts.threadId);
    item.insert(u"threadType"_s, u"chat"_s);
    item.insert(u"senderFromAddress"_s, facts.sender);
    item.insert(u"recipients"_s, QJsonArray::fromStringList(facts.recipients));
    item.insert(u"suspiciousRecipients"_s, QJsonArray());
    item.insert(u"receivedDateTime"_s, facts.sent);
    item.insert(u"lastModifiedDateTime"_s, facts.sent);
    item.insert(u"deliveryAction"_s, u"delivered"_s);
    item.insert(u"deliveryLocation"_s, u"teams"_s);
    item.insert(u"isExternal"_s, false);
    item.insert(u"isOwned"_s, true);
    item.insert(u"owningTenantId"_s, facts.tenantId);
    item.insert(u"sourceAppName"_s, u"Teams"_s);
    item.insert(u"urls"_s, facts.urls);
    item.insert(u"files"_s, QJsonArray());
    return item;
}

QJsonObject urlEvidence(const EvidenceHead &head, const QString &url)
{
    QJsonObject item = evidenceOf("urlEvidence"_L1, head);
    item.insert(u"url"_s, url);
    return item;
}

} // namespace simulator
