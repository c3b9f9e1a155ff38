// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One item of an alert's evidence. The wire gives it no id; `key` is ours. What Casemate has rules about (mail) is typed;
// everything else is kept as the exact JSON and as a list of fields that a page can show, unknown types included.
// A value; any thread.

#include "ids.h"
#include "moment.h"
#include "untrusted.h"
#include "vocabulary.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace domain {

// One message in one mailbox: the unit that remediation acts on.
struct MailTarget {
    QString networkMessageId;
    QString recipient; // SMTP address, lower case

    friend bool operator==(const MailTarget &, const MailTarget &) = default;
    friend auto operator<=>(const MailTarget &a, const MailTarget &b)
    {
        if (const auto byMessage = a.networkMessageId.compare(b.networkMessageId) <=> 0; byMessage != 0)
            return byMessage;
        return a.recipient.compare(b.recipient) <=> 0;
    }
    friend size_t qHash(const MailTarget &t, size_t seed = 0)
    {
        return qHashMulti(seed, t.networkMessageId, t.recipient);
    }
};

struct MailMessage { // analyzedMessageEvidence
    MailTarget target;
    Untrusted subject;
    Untrusted sender; // From header address, else envelope
    QString deliveryAction; // as received, may be empty
    MailLocation deliveredTo = MailLocation::Unknown; // at delivery, not now
    QStringList threats;
    QStringList detectionMethods;
    std::optional<Moment> received;
    qint64 urlCount = 0;
    qint64 attachmentCount = 0;

    friend bool operator==(const MailMessage &, const MailMessage &) = default;
};

struct MailCluster { // mailClusterEvidence
    QString urn;
    Untrusted query; // for display only
    Untrusted clusterBy;
    Untrusted clusterByValue;
    qint64 emailCount = 0; // frozen when the investigation ran
    QStringList networkMessageIds; // may be fewer than emailCount

    friend bool operator==(const MailCluster &, const MailCluster &) = default;
};

struct EvidenceField {
    QString name; // wire member, dotted for nested ones: "userAccount.userPrincipalName"
    Untrusted value;

    friend bool operator==(const EvidenceField &, const EvidenceField &) = default;
};

struct Evidence {
    QString type; // "@odata.type" without "#microsoft.graph.security.": "analyzedMessageEvidence"
    EntityKey key;
    Untrusted label; // what an analyst calls it: subject, address, host, file name, URL
    std::optional<Moment> created;
    Word<Verdict> verdict;
    Word<RemediationStatus> remediation;
    Untrusted remediationDetails;
    QStringList roles;
    QStringList tags;
    std::optional<MailMessage> mail;
    std::optional<MailCluster> cluster;
    QList<EvidenceField> fields; // the type's own members, in received order
    QByteArray json; // exact received bytes of this item

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

} // namespace domain
