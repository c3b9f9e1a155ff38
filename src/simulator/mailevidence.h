// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Evidence about mail, mailboxes and chat messages. Pure functions.

#include "evidence.h"
#include "people.h"

#include <QJsonArray>

namespace simulator {

struct MessageFacts {
    QString networkMessageId {};
    QString internetMessageId {};
    QString subject {};
    QString recipient {};
    QString senderName {};
    QString senderAddress {};
    QString envelopeAddress {};
    QString senderIp {};
    QString received {}; // a stamp
    QString deliveryAction {};
    QString deliveryLocation {};
    QString direction {};
    QString urn {};
    QString threat {}; // "Phish", empty for none
    QString detection {};
    QStringList urls {};
    int attachments = 0;
};

struct ClusterFacts {
    QString urn {};
    QString by {}; // "Subject;P2SenderDomain"
    QString value {};
    QString query {};
    qint64 count = 0; // may exceed the ids that are listed
    QStringList networkMessageIds {};
};

[[nodiscard]] QString domainOf(const QString &address);

[[nodiscard]] QJsonObject messageEvidence(const EvidenceHead &head, const MessageFacts &facts);
[[nodiscard]] QJsonObject clusterEvidence(const EvidenceHead &head, const ClusterFacts &facts);
[[nodiscard]] QJsonObject mailboxEvidence(const EvidenceHead &head, const Person &owner);

struct MailboxSetting {
    QLatin1StringView type {"userInboxRule"};
    QString id {};
    QString name {};
};
[[nodiscard]] QJsonObject mailboxSettingEvidence(const EvidenceHead &head, const Person &owner,
                                                 const MailboxSetting &setting);

struct Submission {
    QString id {};
    QString submitter {};
    QString submitted {}; // a stamp
    QString reportType {}; // "Phish"
};
[[nodiscard]] QJsonObject submissionEvidence(const EvidenceHead &head, const MessageFacts &mail,
                                             const Submission &submission);

struct ChatFacts {
    QString messageId {};
    QString threadId {};
    QString sender {};
    QStringList recipients {};
    QString sent {}; // a stamp
    QString tenantId {};
    QJsonArray urls {}; // evidence items
};
[[nodiscard]] QJsonObject chatEvidence(const EvidenceHead &head, const ChatFacts &facts);

[[nodiscard]] QJsonObject urlEvidence(const EvidenceHead &head, const QString &url);

} // namespace simulator
