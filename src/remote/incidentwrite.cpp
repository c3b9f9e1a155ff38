// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentwrite.h"

#include "failure.h"

#include "domain/facts.h"
#include "domain/rules.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

using domain::Decision;
using domain::DecisionKind;
using domain::Incident;
using domain::Result;

namespace {

domain::Error refused(const QString &code)
{
    return failure(domain::ErrorKind::Refused, u"change an incident"_s, code);
}

Result<IncidentWrite> judged(const QString &text, QJsonObject changes)
{
    const Result<domain::Judgement> judgement = domain::judgement(text);
    if (!judgement)
        return judgement.error();
    changes.insert(u"classification"_s, domain::wireWord(judgement->classification));
    changes.insert(u"determination"_s, domain::wireWord(judgement->determination));
    return IncidentWrite {changes, {}};
}

Result<IncidentWrite> resolving(const Decision &decision)
{
    QJsonObject changes {{u"status"_s, domain::wireWord(domain::IncidentStatus::Resolved)}};
    if (!decision.comment.trimmed().isEmpty())
        changes.insert(u"resolvingComment"_s, decision.comment.trimmed());
    if (decision.value.isEmpty())
        return IncidentWrite {changes, {}};
    return judged(decision.value, changes);
}

Result<IncidentWrite> settingStatus(const Decision &decision)
{
    const domain::IncidentStatus status = domain::word<domain::IncidentStatus>(decision.value.trimmed()).value;
    if (status != domain::IncidentStatus::Active && status != domain::IncidentStatus::InProgress)
        return refused(u"badValue"_s);
    return IncidentWrite {{{u"status"_s, domain::wireWord(status)}}, {}};
}

bool isSame(const QString &a, const QString &b)
{
    return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0;
}

bool hasTag(const Incident &incident, const QString &tag)
{
    return std::any_of(incident.customTags.begin(), incident.customTags.end(),
                       [&tag](const domain::Untrusted &other) { return isSame(other.raw(), tag); });
}

bool hasComment(const Decision &decision, const Incident &incident)
{
    return std::any_of(incident.comments.begin(), incident.comments.end(), [&decision](const domain::Comment &comment) {
        return domain::carriesMark(comment.text.raw(), decision.id);
    });
}

bool isJudgedSo(const QString &text, const Incident &incident)
{
    const Result<domain::Judgement> judgement = domain::judgement(text);
    return judgement && incident.classification.value == judgement->classification
        && incident.determination.value == judgement->determination;
}

bool isInEffect(const Decision &decision, const Incident &incident)
{
    switch (decision.kind) {
    case DecisionKind::Assign: return isSame(incident.assignedTo.raw(), decision.value);
    case DecisionKind::AddTag: return hasTag(incident, decision.value);
    case DecisionKind::RemoveTag: return !hasTag(incident, decision.value);
    case DecisionKind::Classify: return isJudgedSo(decision.value, incident);
    case DecisionKind::SetStatus:
        return incident.status.value == domain::word<domain::IncidentStatus>(decision.value.trimmed()).value;
    case DecisionKind::Resolve:
        return incident.status.value == domain::IncidentStatus::Resolved
            && (decision.value.isEmpty() || isJudgedSo(decision.value, incident));
    case DecisionKind::Comment:
    case DecisionKind::RejectAction:
    case DecisionKind::MarkHandled: return hasComment(decision, incident);
    case DecisionKind::ApproveAction: break;
    }
    return false;
}

// What the decision sets, as the incident has it now, if that is neither what it was nor what we wanted.
QString otherValue(const Decision &decision, const Incident &incident)
{
    for (const domain::Fact &fact : decision.facts) {
        const bool isAboutIt =
            (decision.kind == DecisionKind::Assign && fact.name == QStringView(domain::factAssignedTo))
            || (decision.kind == DecisionKind::Classify
                && (fact.name == QStringView(domain::factClassification)
                    || fact.name == QStringView(domain::factDetermination)))
            || ((decision.kind == DecisionKind::SetStatus || decision.kind == DecisionKind::Resolve)
                && fact.name == QStringView(domain::factIncidentStatus));
        const auto now = isAboutIt ? domain::incidentFact(incident, fact.name) : std::nullopt;
        if (now && !isSame(*now, fact.value))
            return *now;
    }
    return {};
}

} // namespace

Result<IncidentWrite> incidentWrite(const Decision &decision, const std::optional<QStringList> &serverTags)
{
    switch (decision.kind) {
    case DecisionKind::Assign: {
        const QString assignee = decision.value.trimmed();
        return IncidentWrite {{{u"assignedTo"_s, assignee.isEmpty() ? QJsonValue() : QJsonValue(assignee)}}, {}};
    }
    case DecisionKind::AddTag:
    case DecisionKind::RemoveTag:
        if (!serverTags)
            return refused(u"noPreflight"_s);
        return IncidentWrite {
            {{u"customTags"_s, QJsonArray::fromStringList(domain::mergedTags(*serverTags, decision))}}, {}};
    case DecisionKind::Classify: return judged(decision.value, {});
    case DecisionKind::SetStatus: return settingStatus(decision);
    case DecisionKind::Resolve: return resolving(decision);
    case DecisionKind::Comment:
    case DecisionKind::RejectAction:
    case DecisionKind::MarkHandled: return IncidentWrite {{}, domain::markedComment(decision.id, decision.comment)};
    case DecisionKind::ApproveAction: break;
    }
    return refused(u"wrongExecutor"_s);
}

QByteArray writeDigest(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    const QByteArray request = method + ' ' + path + '\n' + body;
    return QCryptographicHash::hash(request, QCryptographicHash::Sha256);
}

Proof proofIn(const Decision &decision, const Incident &incident)
{
    if (isInEffect(decision, incident))
        return {Proof::State::Proved, {}, {}, {}};
    if (incident.redirectTo)
        return {Proof::State::Contradicted, u"redirected:"_s + incident.redirectTo->text, {}, {}};
    const QString other = otherValue(decision, incident);
    if (!other.isEmpty())
        return {Proof::State::Contradicted, other, {}, {}};
    return {Proof::State::Absent, {}, {}, {}};
}

} // namespace remote
