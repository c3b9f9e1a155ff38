// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingaction.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

struct Sighting {
    const Alert *alert = nullptr;
    const Evidence *evidence = nullptr;
};

// Recipients of the messages that the alerts name, by network message id; a cluster itself names no recipients.
using Recipients = QMultiHash<QString, QString>;

bool isType(const Evidence &evidence, QLatin1StringView type)
{
    return evidence.type.compare(type, Qt::CaseInsensitive) == 0;
}

ActionKind mailboxActionKind(const Evidence &evidence)
{
    for (const EvidenceField &field : evidence.fields) {
        if (field.name != "configurationType"_L1)
            continue;
        const QString &type = field.value.raw();
        if (type.compare("userInboxRule"_L1, Qt::CaseInsensitive) == 0)
            return ActionKind::InboxRule;
        if (type.compare("mailForwardingRule"_L1, Qt::CaseInsensitive) == 0)
            return ActionKind::MailForwarding;
        if (type.compare("mailDelegation"_L1, Qt::CaseInsensitive) == 0)
            return ActionKind::MailDelegation;
    }
    return ActionKind::Other;
}

Recipients recipientsIn(const QList<Alert> &alerts)
{
    Recipients recipients;
    for (const Alert &alert : alerts) {
        for (const Evidence &evidence : alert.evidence) {
            if (!evidence.mail || evidence.mail->target.recipient.isEmpty())
                continue;
            const MailTarget &target = evidence.mail->target;
            if (!recipients.contains(target.networkMessageId, target.recipient))
                recipients.insert(target.networkMessageId, target.recipient);
        }
    }
    return recipients;
}

QList<MailTarget> targetsOf(const Evidence &evidence, const Recipients &recipients)
{
    QList<MailTarget> targets;
    if (evidence.mail && !evidence.mail->target.networkMessageId.isEmpty())
        targets.append(evidence.mail->target);
    if (evidence.cluster) {
        for (const QString &message : evidence.cluster->networkMessageIds) {
            const QStringList known = recipients.values(message);
            for (const QString &recipient : known)
                targets.append({message, recipient});
            if (known.isEmpty())
                targets.append({message, QString()});
        }
    }
    return targets;
}

int strength(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Malicious: return 3;
    case Verdict::Suspicious: return 2;
    case Verdict::NoThreatsFound: return 1;
    case Verdict::Other:
    case Verdict::Unknown: break;
    }
    return 0;
}

bool isPending(const Sighting &sighting)
{
    return sighting.evidence->remediation.value == RemediationStatus::PendingApproval;
}

// sightings: newest alert first, at least one of them pending
PendingAction merged(const QString &tenantId, const QList<Sighting> &sightings, const Recipients &recipients)
{
    const Sighting &newest = *std::find_if(sightings.begin(), sightings.end(), isPending);
    PendingAction action;
    action.entity = newest.evidence->key;
    action.id = pendingActionId(tenantId, action.entity);
    action.evidenceType = newest.evidence->type;
    action.kind = actionKind(*newest.evidence);
    action.incident = newest.alert->incident;
    action.label = newest.evidence->label;
    action.verdict = newest.evidence->verdict;
    action.remediationDetails = newest.evidence->remediationDetails;
    action.mailCount = newest.evidence->mail ? 1 : newest.evidence->cluster ? newest.evidence->cluster->emailCount : 0;
    std::optional<Moment> first;
    for (const Sighting &sighting : sightings) {
        if (!action.alerts.contains(sighting.alert->id))
            action.alerts.append(sighting.alert->id);
        if (!isPending(sighting))
            continue;
        if (strength(sighting.evidence->verdict.value) > strength(action.verdict.value))
            action.verdict = sighting.evidence->verdict;
        const Moment seen = sighting.evidence->created.value_or(sighting.alert->created);
        first = first ? std::min(*first, seen) : seen;
        action.targets += targetsOf(*sighting.evidence, recipients);
        const Recommendation recommendation = recommend(*sighting.evidence, sighting.alert->evidence);
        if (action.recommendationReason.isEmpty() || (!action.recommended && recommendation.action)) {
            action.recommended = recommendation.action;
            action.recommendationReason = recommendation.reason;
        }
    }
    std::sort(action.targets.begin(), action.targets.end());
    action.targets.resize(std::distance(action.targets.begin(), std::unique(action.targets.begin(), action.targets.end())));
    action.firstSeen = *first;
    action.expires = first->plusSeconds(pendingLifeSeconds);
    return action;
}

} // namespace

PendingActionId pendingActionId(const QString &tenantId, const EntityKey &entity)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(tenantId.toCaseFolded().toUtf8());
    hash.addData(QByteArrayView("\0", 1)); // neither part holds one, so that no two pairs read alike
    hash.addData(entity.text.toUtf8());
    return {QString::fromLatin1(hash.result().toHex())};
}

ActionKind actionKind(const Evidence &evidence)
{
    if (isType(evidence, "analyzedMessageEvidence"_L1))
        return ActionKind::MailMessage;
    if (isType(evidence, "mailClusterEvidence"_L1))
        return ActionKind::MailCluster;
    if (isType(evidence, "mailboxConfigurationEvidence"_L1))
        return mailboxActionKind(evidence);
    if (isType(evidence, "urlEvidence"_L1))
        return ActionKind::Url;
    if (isType(evidence, "userEvidence"_L1))
        return ActionKind::User;
    if (isType(evidence, "deviceEvidence"_L1))
        return ActionKind::Device;
    if (isType(evidence, "fileEvidence"_L1) || isType(evidence, "fileHashEvidence"_L1))
        return ActionKind::File;
    return ActionKind::Other;
}

QList<PendingAction> pendingActions(const QString &tenantId, const QList<Alert> &alerts)
{
    QList<const Alert *> newestFirst;
    for (const Alert &alert : alerts)
        newestFirst.append(&alert);
    std::sort(newestFirst.begin(), newestFirst.end(), [](const Alert *a, const Alert *b) {
        return a->created != b->created ? a->created > b->created : a->id < b->id;
    });
    QList<EntityKey> order;
    QHash<EntityKey, QList<Sighting>> sightings;
    for (const Alert *alert : std::as_const(newestFirst)) {
        for (const Evidence &evidence : alert->evidence) {
            QList<Sighting> &known = sightings[evidence.key];
            if (known.isEmpty())
                order.append(evidence.key);
            known.append({alert, &evidence});
        }
    }
    const Recipients recipients = recipientsIn(alerts);
    QList<PendingAction> actions;
    for (const EntityKey &entity : std::as_const(order)) {
        const QList<Sighting> &known = sightings[entity];
        if (std::any_of(known.begin(), known.end(), isPending))
            actions.append(merged(tenantId, known, recipients));
    }
    std::stable_sort(actions.begin(), actions.end(), [](const PendingAction &a, const PendingAction &b) {
        return a.expires != b.expires ? a.expires < b.expires : a.id < b.id;
    });
    return actions;
}

} // namespace domain
