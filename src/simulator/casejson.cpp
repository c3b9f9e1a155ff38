// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "casejson.h"

#include "masking.h"
#include "switches.h"

#include <QJsonDocument>

#include <iterator>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QByteArray compactText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray compactText(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
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
    constexpr qsizetype usualIncident = 1024;
    constexpr qsizetype usualAlert = 8192; // with its evidence
    const std::vector<AlertIndex> &members = m_store.alertsOf(index);
    QByteArray out;
    out.reserve(usualIncident + (form.withAlerts ? static_cast<qsizetype>(members.size()) * usualAlert : 0));
    ObjectText object(out, form.select, manner());
    writeIncident(object, index, form.masked);
    if (form.withAlerts) {
        object.open("alerts"_L1);
        out += '[';
        const WireForm alertForm {.masked = form.masked};
        for (const AlertIndex member : members) {
            out += member == members.front() ? "" : ",";
            writeAlert(out, member, alertForm);
        }
        out += ']';
    }
    object.close();
    return out;
}

QByteArray CaseJson::alert(AlertIndex index, const WireForm &form) const
{
    QByteArray out;
    writeAlert(out, index, form);
    return out;
}

void CaseJson::writeAlert(QByteArray &out, AlertIndex index, const WireForm &form) const
{
    ObjectText object(out, form.select, manner());
    writeAlertFacts(object, index, form.masked);
    const QJsonObject *kept = m_store.keptBody(index);
    if (kept == nullptr && form.select.isEmpty()) {
        object.separate();
        m_store.writeMembers(index, form.masked, out);
    } else {
        writeKept(object, out, kept != nullptr ? *kept : m_store.body(index), form);
    }
    object.close();
}

void CaseJson::writeKept(ObjectText &object, QByteArray &out, const QJsonObject &body, const WireForm &form) const
{
    QJsonObject shown = form.masked ? maskedDeep(body).toObject() : body;
    shown.insert(u"comments"_s, comments(shown[u"comments"].toArray()));
    if (!form.select.isEmpty()) {
        for (auto member = shown.begin(); member != shown.end();) {
            member = form.select.contains(member.key()) ? std::next(member) : shown.erase(member);
        }
    }
    if (!shown.isEmpty()) {
        object.separate();
        const QByteArray text = compactText(shown);
        out.append(text.constData() + 1, text.size() - 2);
    }
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

void CaseJson::writeIncident(ObjectText &object, IncidentIndex index, bool masked) const
{
    const IncidentFacts &facts = m_store.incident(index);
    const IncidentText text = m_store.text(index);
    const QString id = m_store.incidentId(index);
    if (m_switches.on("itemTypes"_L1)) {
        object.word("@odata.type"_L1, "#microsoft.graph.security.incident"_L1);
    }
    object.text("id"_L1, id);
    object.text("tenantId"_L1, m_tenantId);
    object.word("status"_L1, masked ? maskedWord("incidentStatus"_L1, wireWord(facts.status)) : wireWord(facts.status));
    object.word("severity"_L1, wireWord(facts.severity));
    object.text("displayName"_L1, text.displayName);
    object.textOrNull("description"_L1, text.description);
    object.textOrNull("summary"_L1, text.summary);
    object.wordOrNull("classification"_L1, wireWord(facts.classification));
    object.wordOrNull("determination"_L1, wireWord(facts.determination));
    object.textOrNull("assignedTo"_L1, m_store.assigneeName(facts.assignee));
    object.json("createdDateTime"_L1, '"' + stampBytes(facts.created) + '"');
    object.json("lastUpdateDateTime"_L1, '"' + stampBytes(facts.updated) + '"');
    object.json("customTags"_L1, compactText(QJsonArray::fromStringList(text.customTags)));
    object.json("systemTags"_L1, compactText(QJsonArray::fromStringList(text.systemTags)));
    object.json("comments"_L1, compactText(comments(text.comments)));
    object.text("incidentWebUrl"_L1, webUrl(id));
    object.textOrNull("redirectIncidentId"_L1, text.redirectId);
    object.textOrNull("resolvingComment"_L1, text.resolvingComment);
    object.textOrNull("lastModifiedBy"_L1, text.lastModifiedBy);
    object.json("priorityScore"_L1, text.priorityScore < 0 ? QByteArray("null") : QByteArray::number(text.priorityScore));
}

void CaseJson::writeAlertFacts(ObjectText &object, AlertIndex index, bool masked) const
{
    const AlertFacts &facts = m_store.alert(index);
    const QString incidentId = m_store.incidentId(facts.incident);
    const QString id = m_store.alertId(index);
    const QLatin1StringView source = wireWord(facts.source);
    if (m_switches.on("itemTypes"_L1)) {
        object.word("@odata.type"_L1, "#microsoft.graph.security.alert"_L1);
    }
    object.text("id"_L1, id);
    object.text("incidentId"_L1, incidentId);
    object.text("tenantId"_L1, m_tenantId);
    object.word("status"_L1, wireWord(facts.status));
    object.word("severity"_L1, wireWord(facts.severity));
    object.wordOrNull("classification"_L1, wireWord(facts.classification));
    object.wordOrNull("determination"_L1, wireWord(facts.determination));
    object.word("serviceSource"_L1, masked ? maskedWord("serviceSource"_L1, source) : source);
    object.wordOrNull("investigationState"_L1, wireWord(facts.investigation));
    object.textOrNull("assignedTo"_L1, m_store.assigneeName(facts.assignee));
    object.json("createdDateTime"_L1, '"' + stampBytes(facts.created) + '"');
    object.json("lastUpdateDateTime"_L1, '"' + stampBytes(facts.updated) + '"');
    object.json("resolvedDateTime"_L1, stampOrNull(facts.resolved));
    object.text("providerAlertId"_L1, id.mid(2));
    object.text("alertWebUrl"_L1, u"https://security.microsoft.com/alerts/%1?tid=%2"_s.arg(id, m_tenantId));
    object.text("incidentWebUrl"_L1, webUrl(incidentId));
}

QString CaseJson::webUrl(const QString &incidentId) const
{
    if (m_switches.is("incidentUrl"_L1, "old"_L1)) {
        return u"https://security.microsoft.com/incidents/%1?tid=%2"_s.arg(incidentId, m_tenantId);
    }
    return u"https://security.microsoft.com/incident2/%1/overview?tid=%2"_s.arg(incidentId, m_tenantId);
}

TextManner CaseJson::manner() const
{
    TextManner manner;
    manner.isPascal = m_switches.is("enumCase"_L1, "pascal"_L1);
    const QString noValue = m_switches.value("noValue"_L1);
    manner.noValue = noValue == "empty"_L1 ? TextManner::NoValue::Empty
        : noValue == "absent"_L1           ? TextManner::NoValue::Absent
                                           : TextManner::NoValue::Null;
    return manner;
}

QByteArray CaseJson::stampOrNull(Ticks ticks) const
{
    if (ticks != 0) {
        return '"' + stampBytes(ticks) + '"';
    }
    return m_switches.is("noDate"_L1, "yearOne"_L1) ? "\"0001-01-01T00:00:00Z\"" : "null";
}

} // namespace simulator
