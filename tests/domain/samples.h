// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small values for the tests of domain, each with only what a rule looks at. Main thread.

#include "domain/capabilities.h"
#include "domain/pendingaction.h"
#include "domain/rules.h"

namespace samples {

using namespace Qt::StringLiterals;

inline domain::Moment at(QStringView wire)
{
    return *domain::Moment::parse(wire);
}

inline domain::Evidence mail(const QString &message, domain::Verdict verdict, const QStringList &threats = {},
                             const QString &recipient = u"ada@fabrikam.example"_s)
{
    domain::Evidence evidence;
    evidence.type = u"analyzedMessageEvidence"_s;
    evidence.key = {u"mail/"_s + message + u'/' + recipient};
    evidence.label = domain::Untrusted(u"Subject of "_s + message);
    evidence.verdict = domain::wordOf(verdict);
    evidence.remediation = domain::wordOf(domain::RemediationStatus::PendingApproval);
    evidence.mail.emplace();
    evidence.mail->target = {message, recipient};
    evidence.mail->threats = threats;
    return evidence;
}

inline domain::Evidence cluster(const QString &urn, domain::Verdict verdict, const QStringList &messages, qint64 count)
{
    domain::Evidence evidence;
    evidence.type = u"mailClusterEvidence"_s;
    evidence.key = {u"cluster/"_s + urn};
    evidence.verdict = domain::wordOf(verdict);
    evidence.remediation = domain::wordOf(domain::RemediationStatus::PendingApproval);
    evidence.cluster.emplace();
    evidence.cluster->urn = urn;
    evidence.cluster->networkMessageIds = messages;
    evidence.cluster->emailCount = count;
    return evidence;
}

inline domain::Evidence other(const QString &type, domain::Verdict verdict)
{
    domain::Evidence evidence;
    evidence.type = type;
    evidence.key = {u"other/"_s + type};
    evidence.verdict = domain::wordOf(verdict);
    evidence.remediation = domain::wordOf(domain::RemediationStatus::PendingApproval);
    return evidence;
}

inline domain::Alert alert(const QString &id, QStringView created, const QList<domain::Evidence> &evidence,
                           const QString &incident = u"7"_s)
{
    domain::Alert alert;
    alert.id = {id};
    alert.incident = {incident};
    alert.created = at(created);
    alert.updated = alert.created;
    alert.evidence = evidence;
    return alert;
}

inline domain::Capabilities everything()
{
    domain::Capabilities capabilities;
    capabilities.signedIn = true;
    capabilities.tenantId = u"tenant"_s;
    capabilities.oid = u"oid"_s;
    capabilities.upn = u"ada@fabrikam.example"_s;
    capabilities.mayReadIncidents = true;
    capabilities.mayEditIncidents = true;
    capabilities.mayHunt = true;
    capabilities.hasApplicationCredential = true;
    return capabilities;
}

// A decision of everything()'s person that passes every rule once it has what its kind needs.
inline domain::Decision decision(domain::DecisionKind kind, const QString &value = {}, const QString &comment = {})
{
    domain::Decision decision;
    decision.id = {u"6b1c0f0e-0000-4000-8000-000000000001"_s};
    decision.kind = kind;
    decision.incident = {u"7"_s};
    decision.tenantId = u"tenant"_s;
    decision.oid = u"oid"_s;
    decision.upn = u"ada@fabrikam.example"_s;
    decision.value = value;
    decision.comment = comment;
    decision.decidedAt = at(u"2026-03-01T10:00:00Z");
    decision.expires = at(u"2026-03-01T18:00:00Z");
    return decision;
}

inline domain::Decision approval()
{
    domain::Decision approval = decision(domain::DecisionKind::ApproveAction);
    approval.action = {u"action"_s};
    approval.mailAction = domain::MailAction::SoftDelete;
    approval.executor = domain::ExecutorKind::MailRemediation;
    approval.targets = {{u"message-1"_s, u"ada@fabrikam.example"_s}};
    approval.facts = {
        {domain::latestLocationFact(approval.targets.first()), u"inbox_folder"_s, u"analyzedEmail"_s, {}}};
    return approval;
}

} // namespace samples
