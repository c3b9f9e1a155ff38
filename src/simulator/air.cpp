// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "air.h"

#include "organisation.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

bool setItem(QJsonObject &item, QLatin1StringView from, const QString &status, QLatin1StringView verdict)
{
    if (item[u"remediationStatus"].toString() != from) {
        return false;
    }
    item.insert(u"remediationStatus"_s, status);
    if (!verdict.isEmpty()) {
        item.insert(u"verdict"_s, QString(verdict));
    }
    return true;
}

void expireApproval(Organisation &org, AlertIndex alert)
{
    const QString status = org.switches.value("expiredEvidence"_L1);
    const int changed = changeEvidence(org, alert, [&status](QJsonObject &item) {
        return setItem(item, "pendingApproval"_L1, status, {});
    });
    if (changed > 0) {
        setInvestigation(org, alert, InvestigationState::TerminatedBySystem);
    }
}

// What an investigation would act on needs a decision only while there is something left to act on.
bool isWorthADecision(const Organisation &org, const QJsonObject &item)
{
    const auto delivery = org.mails.find(item[u"networkMessageId"].toString(),
                                           item[u"recipientEmailAddress"].toString());
    if (!delivery) {
        return true;
    }
    const Place place = org.mails.delivery(*delivery).latest;
    return place == Place::Inbox || place == Place::Junk;
}

void resolveIncidentOf(Organisation &org, AlertIndex alert)
{
    const IncidentIndex index = org.incidents.alert(alert).incident;
    const auto &members = org.incidents.alertsOf(index);
    const bool allDone = std::all_of(members.begin(), members.end(), [&org](AlertIndex member) {
        return org.incidents.alert(member).status == AlertStatus::Resolved;
    });
    if (allDone && org.incidents.incident(index).status != IncidentStatus::Redirected) {
        IncidentFacts &facts = org.incidents.edit(index);
        facts.status = IncidentStatus::Resolved;
        facts.updated = org.clock.takeStamp();
        org.incidents.editText(index).lastModifiedBy = u"Automation"_s;
    }
}

} // namespace

int changeEvidence(Organisation &org, AlertIndex alert, const std::function<bool(QJsonObject &)> &edit)
{
    QJsonArray evidence = org.incidents.body(alert)[u"evidence"].toArray();
    int changed = 0;
    for (auto &&entry : evidence) {
        QJsonObject item = entry.toObject();
        if (edit(item)) {
            entry = item;
            ++changed;
        }
    }
    if (changed > 0) {
        org.incidents.editBody(alert).insert(u"evidence"_s, evidence);
        if (org.switches.on("evidenceStampMoves"_L1)) {
            org.incidents.editAlert(alert).updated = org.clock.takeStamp();
        }
    }
    return changed;
}

void setInvestigation(Organisation &org, AlertIndex alert, InvestigationState state)
{
    AlertFacts &facts = org.incidents.editAlert(alert);
    const bool ended = facts.investigation == InvestigationState::Running;
    facts.investigation = state;
    // the end of an investigation shows in the stamp; what becomes of its proposals later is a change of evidence
    if (ended || org.switches.on("evidenceStampMoves"_L1)) {
        facts.updated = org.clock.takeStamp();
    }
}

void resolveAlert(Organisation &org, AlertIndex alert)
{
    AlertFacts &facts = org.incidents.editAlert(alert);
    if (facts.status == AlertStatus::Resolved) {
        return;
    }
    facts.status = AlertStatus::Resolved;
    facts.updated = org.clock.takeStamp();
    facts.resolved = facts.updated;
    resolveIncidentOf(org, alert);
}

void endInvestigation(Organisation &org, AlertIndex alert, InvestigationEnd end)
{
    if (org.incidents.alert(alert).investigation != InvestigationState::Running) {
        return;
    }
    switch (end) {
    case InvestigationEnd::NothingFound:
        changeEvidence(org, alert, [](QJsonObject &item) {
            item.insert(u"verdict"_s, u"noThreatsFound"_s);
            item.insert(u"remediationStatus"_s, u"none"_s);
            return true;
        });
        setInvestigation(org, alert, InvestigationState::Benign);
        resolveAlert(org, alert);
        return;
    case InvestigationEnd::Remediated:
        changeEvidence(org, alert, [](QJsonObject &item) {
            return setItem(item, "running"_L1, u"remediated"_s, "malicious"_L1);
        });
        setInvestigation(org, alert, InvestigationState::SuccessfullyRemediated);
        resolveAlert(org, alert);
        return;
    case InvestigationEnd::NeedsApproval:
        changeEvidence(org, alert, [&org](QJsonObject &item) {
            const bool open = isWorthADecision(org, item);
            return setItem(item, "running"_L1, open ? u"pendingApproval"_s : u"none"_s, "malicious"_L1);
        });
        setInvestigation(org, alert, InvestigationState::PendingApproval);
        expireApprovalAt(org, alert, org.clock.now() + approvalLife);
        return;
    }
}

void endInvestigationAt(Organisation &org, AlertIndex alert, InvestigationEnd end, Ticks time)
{
    org.agenda.at(time, [&org, alert, end] { endInvestigation(org, alert, end); });
}

void expireApprovalAt(Organisation &org, AlertIndex alert, Ticks time)
{
    org.agenda.at(time, [&org, alert] { expireApproval(org, alert); });
}

bool isPendingItem(const QJsonObject &evidence)
{
    return evidence[u"remediationStatus"].toString() == "pendingApproval"_L1;
}

int pendingItems(const Organisation &org, AlertIndex alert)
{
    const QJsonArray evidence = org.incidents.body(alert)[u"evidence"].toArray();
    return static_cast<int>(std::count_if(evidence.begin(), evidence.end(), [](const QJsonValue &item) {
        return isPendingItem(item.toObject());
    }));
}

} // namespace simulator
