// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminalert.h"

#include "alertbody.h"
#include "mailevidence.h"
#include "mailfacts.h"
#include "organisation.h"
#include "remediation.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownRemediated = 20;

QJsonArray evidenceOf(const Organisation &org, const RemediationOrder &order)
{
    const EvidenceHead head {.created = stamp(org.clock.now()), .status = "remediated"_L1, .verdict = "unknown"_L1};
    QJsonArray evidence;
    for (const MailTarget &target : order.targets) {
        const auto copy = org.mails.find(target.networkMessageId, target.recipient);
        if (copy && evidence.size() < shownRemediated) {
            evidence.append(messageEvidence(head, messageFacts(org.mails, *copy)));
        }
    }
    return evidence;
}

std::optional<IncidentIndex> incidentOf(const Organisation &org, const RemediationOrder &order)
{
    for (AlertIndex alert = org.incidents.alertCount(); alert > 0; --alert) {
        const QJsonObject *body = org.incidents.keptBody(alert - 1);
        const QJsonArray evidence = body == nullptr ? QJsonArray() : (*body)[u"evidence"].toArray();
        for (const QJsonValue &item : evidence) {
            if (!order.targets.isEmpty()
                && item[u"networkMessageId"].toString() == order.targets.first().networkMessageId) {
                return org.incidents.alert(alert - 1).incident;
            }
        }
    }
    return std::nullopt;
}

IncidentIndex ownIncident(Organisation &org, const QString &title)
{
    IncidentFacts facts;
    facts.created = org.clock.now();
    facts.updated = org.clock.takeStamp();
    facts.severity = Severity::Informational;
    IncidentText text;
    text.displayName = title;
    text.description = u"An administrator's action on mail, recorded as an investigation."_s;
    return org.incidents.add(facts, std::move(text));
}

} // namespace

void raiseAdminAlert(Organisation &org, const RemediationOrder &order)
{
    if (org.switches.is("adminActionAlert"_L1, "off"_L1)) {
        return;
    }
    const QString title = u"Administrative action submitted by an Administrator"_s;
    const auto same = org.switches.is("adminActionAlert"_L1, "sameIncident"_L1) ? incidentOf(org, order) : std::nullopt;
    const IncidentIndex incident = same ? *same : ownIncident(org, title);
    AlertFacts facts;
    facts.incident = incident;
    facts.created = org.clock.now();
    facts.updated = org.clock.takeStamp();
    facts.severity = Severity::Informational;
    facts.investigation = InvestigationState::SuccessfullyRemediated;
    AlertText text {.title = title,
                    .description = u"%1 (%2 mails), by %3"_s.arg(order.name, QString::number(order.targets.size()), order.actor),
                    .category = u"ThreatManagement"_s,
                    .detectionSource = u"manual"_s};
    const QString now = stamp(facts.created);
    org.incidents.add(facts, alertBody(ServiceSource::Office365, text, now, now, evidenceOf(org, order)));
    org.incidents.edit(incident).updated = org.clock.takeStamp();
}

} // namespace simulator
