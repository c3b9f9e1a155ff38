// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonrows.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QJsonValue time(const std::optional<domain::Moment> &moment)
{
    return moment ? QJsonValue(moment->wire()) : QJsonValue(QJsonValue::Null);
}

QJsonValue text(const QString &value)
{
    return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

QJsonArray texts(const domain::UntrustedList &list)
{
    QJsonArray array;
    for (const domain::Untrusted &each : list)
        array.append(each.raw());
    return array;
}

template <class T>
QJsonArray ids(const QList<domain::Id<T>> &list)
{
    QJsonArray array;
    for (const auto &each : list)
        array.append(each.text);
    return array;
}

QJsonArray targets(const QList<domain::MailTarget> &list)
{
    QJsonArray array;
    for (const domain::MailTarget &target : list)
        array.append(QJsonObject {{u"networkMessageId"_s, target.networkMessageId}, {u"recipient"_s, text(target.recipient)}});
    return array;
}

QJsonArray comments(const QList<domain::Comment> &list)
{
    QJsonArray array;
    for (const domain::Comment &comment : list)
        array.append(QJsonObject {{u"text"_s, comment.text.raw()}, {u"author"_s, text(comment.author.raw())}, {u"created"_s, time(comment.created)}});
    return array;
}

QJsonObject evidenceJson(const domain::Evidence &evidence)
{
    return {{u"key"_s, evidence.key.text},
            {u"type"_s, evidence.type},
            {u"label"_s, evidence.label.raw()},
            {u"verdict"_s, text(evidence.verdict.wire)},
            {u"remediationStatus"_s, text(evidence.remediation.wire)},
            {u"created"_s, time(evidence.created)}};
}

QJsonObject alertJson(const domain::Alert &alert)
{
    QJsonArray evidence;
    for (const domain::Evidence &each : alert.evidence)
        evidence.append(evidenceJson(each));
    return {{u"id"_s, alert.id.text},
            {u"title"_s, alert.title.raw()},
            {u"status"_s, text(alert.status.wire)},
            {u"severity"_s, text(alert.severity.wire)},
            {u"serviceSource"_s, text(alert.serviceSource.wire)},
            {u"investigationState"_s, text(alert.investigation.wire)},
            {u"created"_s, alert.created.wire()},
            {u"updated"_s, alert.updated.wire()},
            {u"evidence"_s, evidence}};
}

} // namespace

QJsonObject toJson(const domain::QueueRow &row)
{
    QJsonArray sources;
    for (const domain::ServiceSource source : row.sources)
        sources.append(domain::wireWord(source));
    return {{u"id"_s, row.id.text},
            {u"name"_s, row.name.raw()},
            {u"status"_s, text(row.status.wire)},
            {u"severity"_s, text(row.severity.wire)},
            {u"classification"_s, text(row.classification.wire)},
            {u"determination"_s, text(row.determination.wire)},
            {u"assignedTo"_s, text(row.assignedTo.raw())},
            {u"tags"_s, texts(row.tags)},
            {u"sources"_s, sources},
            {u"alerts"_s, row.alerts},
            {u"openAlerts"_s, row.openAlerts},
            {u"pendingActions"_s, row.pendingActions},
            {u"pendingExpires"_s, time(row.pendingExpires)},
            {u"priorityScore"_s, row.priorityScore ? QJsonValue(*row.priorityScore) : QJsonValue(QJsonValue::Null)},
            {u"created"_s, row.created.wire()},
            {u"updated"_s, row.updated.wire()},
            {u"archived"_s, row.archived}};
}

QJsonObject toJson(const store::IncidentDetail &detail)
{
    const domain::Incident &incident = detail.incident;
    QJsonArray alerts;
    for (const domain::Alert &alert : detail.alerts)
        alerts.append(alertJson(alert));
    QJsonArray pending;
    for (const domain::PendingAction &action : detail.pending)
        pending.append(toJson(action));
    return {{u"id"_s, incident.id.text},
            {u"name"_s, incident.displayName.raw()},
            {u"description"_s, text(incident.description.raw())},
            {u"status"_s, text(incident.status.wire)},
            {u"severity"_s, text(incident.severity.wire)},
            {u"classification"_s, text(incident.classification.wire)},
            {u"determination"_s, text(incident.determination.wire)},
            {u"assignedTo"_s, text(incident.assignedTo.raw())},
            {u"tags"_s, texts(incident.customTags)},
            {u"systemTags"_s, texts(incident.systemTags)},
            {u"comments"_s, comments(incident.comments)},
            {u"resolvingComment"_s, text(incident.resolvingComment.raw())},
            {u"lastModifiedBy"_s, text(incident.lastModifiedBy.raw())},
            {u"redirectTo"_s, incident.redirectTo ? QJsonValue(incident.redirectTo->text) : QJsonValue(QJsonValue::Null)},
            {u"created"_s, incident.created.wire()},
            {u"updated"_s, incident.updated.wire()},
            {u"archived"_s, detail.archived},
            {u"alerts"_s, alerts},
            {u"pendingActions"_s, pending}};
}

QJsonObject toJson(const domain::PendingAction &action)
{
    return {{u"id"_s, action.id.text},
            {u"incidentId"_s, action.incident.text},
            {u"alertIds"_s, ids(action.alerts)},
            {u"evidenceType"_s, action.evidenceType},
            {u"label"_s, action.label.raw()},
            {u"verdict"_s, text(action.verdict.wire)},
            {u"recommendedInferred"_s, action.recommended ? QJsonValue(domain::wireWord(*action.recommended)) : QJsonValue(QJsonValue::Null)},
            {u"reason"_s, text(action.recommendationReason)},
            {u"targets"_s, targets(action.targets)},
            {u"mailCount"_s, action.mailCount},
            {u"latestLocation"_s, action.latestLocation ? QJsonValue(domain::wireWord(*action.latestLocation)) : QJsonValue(QJsonValue::Null)},
            {u"latestLocationAt"_s, time(action.latestLocationAt)},
            {u"firstSeen"_s, action.firstSeen.wire()},
            {u"expiresInferred"_s, action.expires.wire()}};
}

QJsonObject toJson(const domain::Decision &decision)
{
    QJsonArray facts;
    for (const domain::Fact &fact : decision.facts)
        facts.append(QJsonObject {{u"name"_s, fact.name}, {u"value"_s, fact.value}, {u"source"_s, fact.source}, {u"time"_s, time(fact.sourceTime)}});
    return {{u"id"_s, decision.id.text},
            {u"kind"_s, domain::decisionKindWord(decision.kind)},
            {u"incidentId"_s, text(decision.incident.text)},
            {u"actionId"_s, text(decision.action.text)},
            {u"upn"_s, text(decision.upn)},
            {u"value"_s, text(decision.value)},
            {u"comment"_s, text(decision.comment)},
            {u"mailAction"_s, decision.mailAction ? QJsonValue(domain::wireWord(*decision.mailAction)) : QJsonValue(QJsonValue::Null)},
            {u"targets"_s, targets(decision.targets)},
            {u"label"_s, text(decision.label)},
            {u"facts"_s, facts},
            {u"executor"_s, domain::executorWord(decision.executor)},
            {u"state"_s, domain::decisionStateWord(decision.state)},
            {u"reason"_s, text(decision.stateReason)},
            {u"detail"_s, text(decision.stateDetail)},
            {u"since"_s, decision.stateSince.wire()},
            {u"decidedAt"_s, decision.decidedAt.wire()},
            {u"heldUntil"_s, decision.heldUntil.wire()},
            {u"expires"_s, decision.expires.wire()},
            {u"attempts"_s, decision.attempts},
            {u"handle"_s, text(decision.handle)}};
}

QJsonObject toJson(const store::HistoryEntry &entry)
{
    return {{u"id"_s, QString::number(entry.seq)},
            {u"at"_s, entry.at.wire()},
            {u"decisionId"_s, entry.decision.text},
            {u"kind"_s, domain::decisionKindWord(entry.kind)},
            {u"event"_s, entry.event},
            {u"incidentId"_s, text(entry.incident.text)},
            {u"upn"_s, text(entry.upn)},
            {u"label"_s, text(entry.label)},
            {u"state"_s, domain::decisionStateWord(entry.state)},
            {u"reason"_s, text(entry.reason)},
            {u"detail"_s, text(entry.detail)},
            {u"requestId"_s, text(entry.requestId)}};
}

QJsonObject toJson(const domain::PullState &state)
{
    return {{u"incidents"_s, state.incidents},
            {u"alerts"_s, state.alerts},
            {u"unchanged"_s, state.unchanged},
            {u"poison"_s, state.poison},
            {u"requests"_s, state.requests},
            {u"durationMs"_s, state.durationMsecs},
            {u"freshAsOf"_s, time(state.freshAsOf)},
            {u"incomplete"_s, QJsonArray::fromStringList(state.incomplete)}};
}

} // namespace app
