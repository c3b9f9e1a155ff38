// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "casejson.h"

#include "masking.h"
#include "switches.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonValue textValue(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue stampOrNull(Ticks ticks)
{
    return ticks == 0 ? QJsonValue() : QJsonValue(stamp(ticks));
}

QByteArray compactText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject selected(const QJsonObject &object, const QStringList &names)
{
    QJsonObject kept;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (names.contains(member.key()) || member.key().startsWith("@odata."_L1)) {
            kept.insert(member.key(), member.value());
        }
    }
    return kept;
}

} // namespace

CaseJson::CaseJson(const IncidentStore &store, const Switches &switches, QString tenantId)
    : m_store(store)
    , m_switches(switches)
    , m_tenantId(std::move(tenantId))
{
}

QByteArray CaseJson::incident(IncidentIndex index, const WireForm &form) const
{
    QJsonObject object = incidentObject(index, form.masked);
    if (!form.select.isEmpty()) {
        object = selected(object, form.select);
    }
    QByteArray text = compactText(object);
    if (form.withAlerts) {
        text.chop(1);
        text += text.size() > 1 ? ",\"alerts\":[" : "\"alerts\":[";
        const WireForm alertForm {.masked = form.masked};
        for (const AlertIndex member : m_store.alertsOf(index)) {
            text += alert(member, alertForm);
            text += ',';
        }
        if (text.endsWith(',')) {
            text.chop(1);
        }
        text += "]}";
    }
    return text;
}

QByteArray CaseJson::alert(AlertIndex index, const WireForm &form) const
{
    QJsonObject facts = alertFacts(index, form.masked);
    const QJsonObject *kept = m_store.keptBody(index);
    if (kept == nullptr && form.select.isEmpty()) {
        QByteArray text = compactText(facts);
        text.back() = ',';
        return text + m_store.writtenMembers(index, form.masked) + '}';
    }
    const QJsonObject body = kept != nullptr ? *kept : m_store.body(index);
    const QJsonObject shown = form.masked ? maskedDeep(body).toObject() : body;
    for (auto member = shown.begin(); member != shown.end(); ++member) {
        facts.insert(member.key(), member.value());
    }
    facts.insert(u"comments"_s, comments(shown[u"comments"].toArray()));
    return compactText(form.select.isEmpty() ? facts : selected(facts, form.select));
}

QJsonArray CaseJson::comments(const QJsonArray &kept) const
{
    if (!m_switches.is("commentMembers"_L1, "old"_L1)) {
        return kept;
    }
    QJsonArray old;
    for (const QJsonValue &comment : kept) {
        old.append(QJsonObject {{u"comment"_s, comment[u"comment"]},
                                {u"createdBy"_s, comment[u"createdByDisplayName"]},
                                {u"createdTime"_s, comment[u"createdDateTime"]}});
    }
    return old;
}

QJsonObject CaseJson::incidentObject(IncidentIndex index, bool masked) const
{
    const IncidentFacts &facts = m_store.incident(index);
    const IncidentText text = m_store.text(index);
    const QString id = m_store.incidentId(index);
    const QString status = wireWord(facts.status);
    QJsonObject object {
        {u"id"_s, id},
        {u"tenantId"_s, m_tenantId},
        {u"status"_s, masked ? maskedWord("incidentStatus"_L1, status) : status},
        {u"severity"_s, wireWord(facts.severity)},
        {u"displayName"_s, text.displayName},
        {u"description"_s, textValue(text.description)},
        {u"summary"_s, textValue(text.summary)},
        {u"classification"_s, textValue(wireWord(facts.classification))},
        {u"determination"_s, textValue(wireWord(facts.determination))},
        {u"assignedTo"_s, textValue(m_store.assigneeName(facts.assignee))},
        {u"createdDateTime"_s, stamp(facts.created)},
        {u"lastUpdateDateTime"_s, stamp(facts.updated)},
        {u"customTags"_s, QJsonArray::fromStringList(text.customTags)},
        {u"systemTags"_s, QJsonArray::fromStringList(text.systemTags)},
        {u"comments"_s, comments(text.comments)},
        {u"incidentWebUrl"_s, webUrl(id)},
        {u"redirectIncidentId"_s, textValue(text.redirectId)},
        {u"resolvingComment"_s, textValue(text.resolvingComment)},
        {u"lastModifiedBy"_s, textValue(text.lastModifiedBy)},
        {u"priorityScore"_s, text.priorityScore < 0 ? QJsonValue() : QJsonValue(text.priorityScore)}};
    if (m_switches.on("itemTypes"_L1)) {
        object.insert(u"@odata.type"_s, u"#microsoft.graph.security.incident"_s);
    }
    return object;
}

QJsonObject CaseJson::alertFacts(AlertIndex index, bool masked) const
{
    const AlertFacts &facts = m_store.alert(index);
    const QString incidentId = m_store.incidentId(facts.incident);
    const QString id = m_store.alertId(index);
    const QString source = wireWord(facts.source);
    QJsonObject object {{u"id"_s, id},
                        {u"incidentId"_s, incidentId},
                        {u"tenantId"_s, m_tenantId},
                        {u"status"_s, wireWord(facts.status)},
                        {u"severity"_s, wireWord(facts.severity)},
                        {u"classification"_s, textValue(wireWord(facts.classification))},
                        {u"determination"_s, textValue(wireWord(facts.determination))},
                        {u"serviceSource"_s, masked ? maskedWord("serviceSource"_L1, source) : source},
                        {u"investigationState"_s, textValue(wireWord(facts.investigation))},
                        {u"assignedTo"_s, textValue(m_store.assigneeName(facts.assignee))},
                        {u"createdDateTime"_s, stamp(facts.created)},
                        {u"lastUpdateDateTime"_s, stamp(facts.updated)},
                        {u"resolvedDateTime"_s, stampOrNull(facts.resolved)},
                        {u"providerAlertId"_s, id.mid(2)},
                        {u"alertWebUrl"_s,
                         u"https://security.microsoft.com/alerts/%1?tid=%2"_s.arg(id, m_tenantId)},
                        {u"incidentWebUrl"_s, webUrl(incidentId)}};
    if (m_switches.on("itemTypes"_L1)) {
        object.insert(u"@odata.type"_s, u"#microsoft.graph.security.alert"_s);
    }
    return object;
}

QString CaseJson::webUrl(const QString &incidentId) const
{
    return u"https://security.microsoft.com/incident2/%1/overview?tid=%2"_s.arg(incidentId, m_tenantId);
}

} // namespace simulator
