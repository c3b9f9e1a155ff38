// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseedits.h"

#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

template<typename Enum>
QString readWordInto(std::optional<Enum> &target, const QString &name, const QJsonValue &value)
{
    target = readWord<Enum>(value.toString());
    return target ? QString() : u"Invalid value for property '%1': '%2'."_s.arg(name, value.toVariant().toString());
}

QString readTextInto(std::optional<QString> &target, const QString &name, const QJsonValue &value)
{
    if (!value.isString() && !value.isNull()) {
        return u"Property '%1' must be a string."_s.arg(name);
    }
    target = value.toString();
    return {};
}

QString readStatusInto(std::optional<IncidentStatus> &target, const QJsonValue &value, const Organisation &org)
{
    const QString problem = readWordInto(target, u"status"_s, value);
    if (!problem.isEmpty()) {
        return problem;
    }
    const bool settable = *target == IncidentStatus::Active || *target == IncidentStatus::Resolved
        || (*target == IncidentStatus::InProgress && org.switches.on("inProgressAccepted"_L1));
    return settable ? QString() : u"The status '%1' cannot be set."_s.arg(value.toString());
}

QString readTags(std::optional<QStringList> &target, const QJsonValue &value)
{
    QStringList tags;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &tag : array) {
        if (!tag.isString()) {
            return u"Property 'customTags' must hold strings."_s;
        }
        tags.append(tag.toString());
    }
    target = tags;
    return value.isArray() ? QString() : u"Property 'customTags' must be an array."_s;
}

QString readScore(std::optional<int> &target, const QJsonValue &value)
{
    constexpr int best = 100;
    target = value.toInt(-1);
    return *target >= 0 && *target <= best ? QString() : u"Invalid value for property 'priorityScore'."_s;
}

QString readIncidentMember(IncidentEdit &edit, const QString &name, const QJsonValue &value, const Organisation &org)
{
    if (name == "status"_L1) {
        return readStatusInto(edit.status, value, org);
    }
    if (name == "severity"_L1) {
        return readWordInto(edit.severity, name, value);
    }
    if (name == "classification"_L1) {
        return readWordInto(edit.classification, name, value);
    }
    if (name == "determination"_L1) {
        return readWordInto(edit.determination, name, value);
    }
    if (name == "assignedTo"_L1) {
        return readTextInto(edit.assignedTo, name, value);
    }
    if (name == "displayName"_L1) {
        return readTextInto(edit.displayName, name, value);
    }
    if (name == "description"_L1) {
        return readTextInto(edit.description, name, value);
    }
    if (name == "summary"_L1) {
        return readTextInto(edit.summary, name, value);
    }
    if (name == "resolvingComment"_L1) {
        return readTextInto(edit.resolvingComment, name, value);
    }
    if (name == "customTags"_L1) {
        return readTags(edit.customTags, value);
    }
    if (name == "priorityScore"_L1 && org.switches.on("priorityScoreAccepted"_L1)) {
        return readScore(edit.priorityScore, value);
    }
    return u"The property '%1' is read-only or does not exist on type 'microsoft.graph.security.incident'."_s.arg(name);
}

bool isClassified(Classification classification)
{
    return classification != Classification::Absent && classification != Classification::Unknown;
}

// What of an incident's edit reaches an alert, with the stamp of the incident.
void propagate(Organisation &org, AlertIndex alert, const IncidentEdit &edit, Ticks time)
{
    const bool everything = org.switches.is("alertPropagation"_L1, "all"_L1);
    const bool resolves = edit.status == IncidentStatus::Resolved
        && org.incidents.alert(alert).status != AlertStatus::Resolved;
    const bool changes = everything && (edit.assignedTo || edit.classification || edit.determination);
    if (!resolves && !changes) {
        return;
    }
    AlertFacts &facts = org.incidents.editAlert(alert);
    if (resolves) {
        facts.status = AlertStatus::Resolved;
        facts.resolved = time;
    }
    if (everything && edit.assignedTo) {
        facts.assignee = org.incidents.assignee(*edit.assignedTo);
    }
    if (everything && edit.classification) {
        facts.classification = *edit.classification;
    }
    if (everything && edit.determination) {
        facts.determination = *edit.determination;
    }
    facts.updated = time;
}

bool touchesText(const IncidentEdit &edit)
{
    return edit.displayName || edit.description || edit.summary || edit.resolvingComment || edit.customTags
        || edit.priorityScore;
}

void applyTexts(IncidentText &text, const IncidentEdit &edit)
{
    text.displayName = edit.displayName.value_or(text.displayName);
    text.description = edit.description.value_or(text.description);
    text.summary = edit.summary.value_or(text.summary);
    text.resolvingComment = edit.resolvingComment.value_or(text.resolvingComment);
    text.customTags = edit.customTags.value_or(text.customTags);
    text.priorityScore = edit.priorityScore.value_or(text.priorityScore);
}

QJsonObject commentOf(const QString &text, const QString &author, Ticks time)
{
    return {{u"comment"_s, text}, {u"createdByDisplayName"_s, author}, {u"createdDateTime"_s, stamp(time)}};
}

} // namespace

Result<IncidentEdit> readIncidentEdit(const QJsonObject &body, const Organisation &org, IncidentIndex index)
{
    IncidentEdit edit;
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (member.key().startsWith("@odata."_L1)) {
            continue;
        }
        const QString problem = readIncidentMember(edit, member.key(), member.value(), org);
        if (!problem.isEmpty()) {
            return Failure {problem};
        }
    }
    const Classification classification = edit.classification.value_or(org.incidents.incident(index).classification);
    if (edit.determination && *edit.determination != Determination::Unknown && !isClassified(classification)) {
        if (org.switches.is("determinationAlone"_L1, "refuse"_L1)) {
            return Failure {u"A determination can be set only together with a classification."_s};
        }
        edit.determination.reset();
    }
    return edit;
}

Result<AlertEdit> readAlertEdit(const QJsonObject &body, const Organisation &org)
{
    AlertEdit edit;
    for (auto member = body.begin(); member != body.end(); ++member) {
        const QString name = member.key();
        QString problem;
        if (name == "status"_L1) {
            problem = readWordInto(edit.status, name, member.value());
        } else if (name == "classification"_L1) {
            problem = readWordInto(edit.classification, name, member.value());
        } else if (name == "determination"_L1) {
            problem = readWordInto(edit.determination, name, member.value());
        } else if (name == "assignedTo"_L1) {
            problem = readTextInto(edit.assignedTo, name, member.value());
        } else if (name == "customDetails"_L1 && member.value().isObject() && org.switches.on("customDetailsAccepted"_L1)) {
            edit.customDetails = member.value().toObject();
        } else if (!name.startsWith("@odata."_L1)) {
            problem = u"The property '%1' is read-only or does not exist on type 'microsoft.graph.security.alert'."_s.arg(name);
        }
        if (!problem.isEmpty()) {
            return Failure {problem};
        }
    }
    return edit;
}

void applyEdit(Organisation &org, IncidentIndex index, const IncidentEdit &edit, const QString &actor)
{
    const Ticks time = org.clock.takeStamp();
    IncidentFacts &facts = org.incidents.edit(index);
    facts.updated = time;
    facts.status = edit.status.value_or(facts.status);
    facts.severity = edit.severity.value_or(facts.severity);
    facts.classification = edit.classification.value_or(facts.classification);
    facts.determination = edit.determination.value_or(facts.determination);
    if (!isClassified(facts.classification)) {
        facts.determination = Determination::Unknown;
    }
    if (edit.assignedTo) {
        facts.assignee = org.incidents.assignee(*edit.assignedTo);
    }
    IncidentText &text = org.incidents.editText(index);
    if (touchesText(edit)) {
        applyTexts(text, edit);
    }
    text.lastModifiedBy = actor;
    if (!org.switches.is("alertPropagation"_L1, "none"_L1)) {
        for (const AlertIndex alert : org.incidents.alertsOf(index)) {
            propagate(org, alert, edit, time);
        }
    }
}

void applyEdit(Organisation &org, AlertIndex index, const AlertEdit &edit)
{
    const Ticks time = org.clock.takeStamp();
    AlertFacts &facts = org.incidents.editAlert(index);
    facts.updated = time;
    if (edit.status) {
        facts.resolved = *edit.status == AlertStatus::Resolved ? time : 0;
        facts.status = *edit.status;
    }
    facts.classification = edit.classification.value_or(facts.classification);
    facts.determination = edit.determination.value_or(facts.determination);
    if (edit.assignedTo) {
        facts.assignee = org.incidents.assignee(*edit.assignedTo);
    }
    const IncidentIndex incident = facts.incident;
    if (edit.customDetails) {
        org.incidents.editBody(index).insert(u"customDetails"_s, *edit.customDetails);
    }
    if (org.switches.on("alertEditMovesIncident"_L1)) {
        org.incidents.edit(incident).updated = org.clock.takeStamp();
    }
}

QString commentProblem(const Organisation &org, const QJsonObject &body)
{
    const QString type = body[u"@odata.type"].toString(u"microsoft.graph.security.alertComment"_s);
    if (type.mid(type.startsWith(u'#') ? 1 : 0) != "microsoft.graph.security.alertComment"_L1) {
        return u"The type '%1' is not assignable to 'microsoft.graph.security.alertComment'."_s.arg(type);
    }
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (member.key() != "comment"_L1 && !member.key().startsWith("@odata."_L1)) {
            return u"The property '%1' is read-only or does not exist on type 'microsoft.graph.security.alertComment'."_s.arg(member.key());
        }
    }
    return commentProblem(org, body[u"comment"].toString());
}

QString commentProblem(const Organisation &org, const QString &text)
{
    const int limit = org.switches.number("commentLimit"_L1);
    if (text.trimmed().isEmpty()) {
        return u"The comment is empty."_s;
    }
    return text.size() > limit ? u"The comment is longer than %1 characters."_s.arg(limit) : QString();
}

void addIncidentComment(Organisation &org, IncidentIndex index, const QString &text, const QString &author)
{
    const Ticks time = org.clock.takeStamp();
    IncidentText &texts = org.incidents.editText(index);
    texts.comments.append(commentOf(text, author, time));
    texts.lastModifiedBy = author;
    org.incidents.edit(index).updated = time;
}

void addAlertComment(Organisation &org, AlertIndex index, const QString &text, const QString &author)
{
    const Ticks time = org.clock.takeStamp();
    QJsonObject &body = org.incidents.editBody(index);
    QJsonArray comments = body[u"comments"].toArray();
    comments.append(commentOf(text, author, time));
    body.insert(u"comments"_s, comments);
    org.incidents.editAlert(index).updated = time;
}

} // namespace simulator
