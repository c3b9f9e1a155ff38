// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "portal.h"

#include "air.h"
#include "organisation.h"
#include "remediation.h"

#include <QSet>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

bool concerns(const QJsonObject &item, const QString &networkMessageId)
{
    return networkMessageId.isEmpty()
        || item[u"networkMessageId"].toString().compare(networkMessageId, Qt::CaseInsensitive) == 0
        || item[u"networkMessageIds"].toArray().contains(networkMessageId);
}

// The mails behind an item: one, or all of a cluster that are still in mailboxes.
QList<quint32> copiesOf(const Organisation &org, const QJsonObject &item)
{
    const QJsonArray listed = item[u"networkMessageIds"].toArray();
    if (listed.isEmpty()) {
        const auto copy = org.mails.find(item[u"networkMessageId"].toString(), item[u"recipientEmailAddress"].toString());
        return copy ? QList<quint32> {*copy} : QList<quint32>();
    }
    const QList<quint32> first = org.mails.deliveriesOf(listed.first().toString());
    QList<quint32> copies;
    if (!first.isEmpty()) {
        for (const quint32 copy : org.mails.deliveriesOfCluster(org.mails.mailOf(first.first()).clusterId)) {
            const Place place = org.mails.delivery(copy).latest;
            if (place == Place::Inbox || place == Place::Junk) {
                copies.append(copy);
            }
        }
    }
    return copies;
}

} // namespace

int decideInPortal(Organisation &org, const PortalDecision &decision)
{
    QSet<quint32> copies;
    int decided = 0;
    for (AlertIndex alert = 0; alert < org.incidents.alertCount(); ++alert) {
        const AlertFacts &facts = org.incidents.alert(alert);
        if (facts.investigation != InvestigationState::PendingApproval
            || (decision.incident && facts.incident != *decision.incident)) {
            continue;
        }
        const int changed = changeEvidence(org, alert, [&](QJsonObject &item) {
            if (!isPendingItem(item) || !concerns(item, decision.networkMessageId)) {
                return false;
            }
            for (const quint32 copy : copiesOf(org, item)) {
                copies.insert(copy);
            }
            if (decision.approve && item.value(u"configurationType").toString() == "userInboxRule"_L1) {
                org.mailboxRules.remove(item.value(u"mailboxPrimaryAddress").toString(), item.value(u"configurationId").toString());
            }
            item.insert(u"remediationStatus"_s, decision.approve ? u"remediated"_s : u"declined"_s);
            return true;
        });
        decided += changed;
        if (changed > 0 && pendingItems(org, alert) == 0) {
            setInvestigation(org, alert, decision.approve ? InvestigationState::SuccessfullyRemediated
                                                          : InvestigationState::TerminatedByUser);
        }
    }
    const QString target = decision.incident ? org.incidents.incidentId(*decision.incident) : decision.networkMessageId;
    RemediationOrder order {.action = MailAction::SoftDelete, .name = u"Approved action"_s, .actor = decision.actor};
    order.effect = org.effects.add(org.clock.now(), decision.actor, u"portalDecision"_s, target,
                                   {{u"decision"_s, decision.approve ? u"approve"_s : u"reject"_s}, {u"items"_s, decided}});
    QList<quint32> ordered(copies.begin(), copies.end());
    std::sort(ordered.begin(), ordered.end());
    for (const quint32 copy : std::as_const(ordered)) {
        order.targets.append({org.mails.mailOf(copy).networkMessageId, org.mails.delivery(copy).recipient});
    }
    if (decision.approve && !order.targets.isEmpty()) {
        startRemediation(org, order);
    }
    return decided;
}

} // namespace simulator
