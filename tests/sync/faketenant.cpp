// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faketenant.h"

#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Moment;
using remote::HttpAnswer;
using remote::HttpRequest;

namespace casemate::test {

namespace {

const QString tenantGuid = u"11111111-1111-4111-8111-111111111111"_s;

Moment stampOf(const QJsonObject &row)
{
    return Moment::parse(row[u"lastUpdateDateTime"].toString()).value_or(Moment {});
}

QJsonObject object(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

QJsonObject baseRow(const QString &id, Moment updated)
{
    return {{u"id"_s, id},
            {u"tenantId"_s, tenantGuid},
            {u"status"_s, u"active"_s},
            {u"severity"_s, u"high"_s},
            {u"classification"_s, u"unknown"_s},
            {u"determination"_s, u"unknown"_s},
            {u"assignedTo"_s, QJsonValue::Null},
            {u"createdDateTime"_s, u"2026-05-01T00:00:00Z"_s},
            {u"lastUpdateDateTime"_s, updated.wire()},
            {u"comments"_s, QJsonArray()}};
}

QString destination(const QString &action)
{
    if (action == u"moveToJunk")
        return u"junkFolder"_s;
    return action == u"moveToInbox" ? u"inbox_folder"_s : u"deletedFolder"_s;
}

} // namespace

FakeTenant::FakeTenant(std::function<Moment()> now)
    : m_now(std::move(now))
{
}

QMap<QString, Moment> FakeTenant::stamps(const Rows &rows)
{
    QMap<QString, Moment> result;
    for (auto row = rows.cbegin(); row != rows.cend(); ++row)
        result.insert(row.key(), stampOf(*row));
    return result;
}

Moment FakeTenant::nextStamp()
{
    m_lastStamp = std::max(m_now(), Moment {m_lastStamp.ticks + 1});
    return m_lastStamp;
}

void FakeTenant::addIncident(const QString &id, Moment updated)
{
    QJsonObject row = baseRow(id, updated);
    row.insert(u"displayName"_s, QString(u"Incident "_s + id));
    row.insert(u"customTags"_s, QJsonArray());
    row.insert(u"systemTags"_s, QJsonArray());
    m_incidents.insert(id, row);
}

void FakeTenant::addAlert(const QString &id, const QString &incident, Moment updated)
{
    QJsonObject row = baseRow(id, updated);
    row.insert(u"title"_s, QString(u"Alert "_s + id));
    row.insert(u"incidentId"_s, incident);
    row.insert(u"status"_s, u"new"_s);
    row.insert(u"evidence"_s, QJsonArray());
    m_alerts.insert(id, row);
}

void FakeTenant::addPendingMail(const QString &alert, const QString &incident, const QString &message,
                                const QString &recipient)
{
    addAlert(alert, incident, m_now().plusSeconds(-3600));
    const QJsonObject evidence {{u"@odata.type"_s, u"#microsoft.graph.security.analyzedMessageEvidence"_s},
                                {u"createdDateTime"_s, m_now().plusSeconds(-3600).wire()},
                                {u"verdict"_s, u"malicious"_s},
                                {u"remediationStatus"_s, u"pendingApproval"_s},
                                {u"networkMessageId"_s, message},
                                {u"recipientEmailAddress"_s, recipient},
                                {u"subject"_s, u"Invoice"_s},
                                {u"deliveryLocation"_s, u"Inbox"_s},
                                {u"threats"_s, QJsonArray {u"Malware"_s}},
                                {u"threatDetectionMethods"_s, QJsonArray()}};
    m_alerts[alert].insert(u"evidence"_s, QJsonArray {evidence});
    m_mails[message].recipient = recipient;
}

void FakeTenant::touchIncident(const QString &id)
{
    m_incidents[id].insert(u"lastUpdateDateTime"_s, nextStamp().wire());
}

void FakeTenant::touchAlert(const QString &id)
{
    m_alerts[id].insert(u"lastUpdateDateTime"_s, nextStamp().wire());
}

void FakeTenant::edit(const QString &incident, const QJsonObject &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change)
        m_incidents[incident].insert(change.key(), *change);
    touchIncident(incident);
}

void FakeTenant::decidePending(const QString &alert, const QString &status)
{
    QJsonArray evidence = m_alerts[alert][u"evidence"].toArray();
    QJsonObject item = evidence.first().toObject();
    item.insert(u"remediationStatus"_s, status);
    evidence.replace(0, item);
    m_alerts[alert].insert(u"evidence"_s, evidence);
}

void FakeTenant::moveMail(const QString &message, const QString &location, const QString &by)
{
    m_mails[message].location = location;
    if (!by.isEmpty())
        noteMove(m_mails[message], by, m_now());
}

void FakeTenant::noteMove(Mail &mail, const QString &by, Moment at)
{
    mail.timeline.append(QJsonObject {{u"eventDateTime"_s, at.wire()},
                                      {u"eventSource"_s, by},
                                      {u"eventType"_s, u"air"_s},
                                      {u"eventResult"_s, u"Success"_s}});
}

void FakeTenant::settleMails()
{
    for (Mail &mail : m_mails) {
        if (mail.movesAt && *mail.movesAt <= m_now()) {
            mail.location = mail.movesTo;
            noteMove(mail, u"admin"_s, *mail.movesAt);
            mail.movesAt.reset();
        }
    }
}

QString FakeTenant::mailLocation(const QString &message)
{
    settleMails();
    return m_mails.value(message).location;
}

domain::Result<HttpAnswer> FakeTenant::answer(const HttpRequest &request)
{
    if (instead) {
        if (const auto own = instead(request))
            return *own;
    }
    const QString path = request.url.path();
    const QString id = path.section(u'/', 4, 4);
    if (request.url.host().startsWith(u"login"))
        return token(request);
    if (path == u"/v1.0/security/incidents")
        return list(request, m_incidents);
    if (path == u"/v1.0/security/alerts_v2")
        return list(request, m_alerts);
    if (path == u"/v1.0/security/collaboration/analyzedEmails")
        return mails(request);
    if (path == u"/v1.0/security/collaboration/analyzedEmails/remediate")
        return remediate(request.body);
    if (path.startsWith(u"/v1.0/security/alerts_v2/"))
        return m_alerts.contains(id) ? json(m_alerts.value(id)) : failure(404, u"NotFound"_s);
    if (!path.startsWith(u"/v1.0/security/incidents/") || !m_incidents.contains(id))
        return failure(404, u"NotFound"_s);
    if (request.method == "PATCH")
        return patch(id, request.body);
    if (request.method == "POST")
        return comment(id, request.body);
    return oneIncident(id, request.url.query().contains(u"expand"_s));
}

HttpAnswer FakeTenant::json(const QJsonObject &object, int status) const
{
    const QByteArray date = QLocale::c().toString(m_now().dateTime(), u"ddd, dd MMM yyyy HH:mm:ss").toLatin1() + " GMT";
    return {status,
            {{"Content-Type", "application/json"}, {"Date", date}, {"request-id", "5e6f"}},
            QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

HttpAnswer FakeTenant::failure(int status, const QString &code) const
{
    return json({{u"error"_s, QJsonObject {{u"code"_s, code}, {u"message"_s, code}}}}, status);
}

HttpAnswer FakeTenant::token(const HttpRequest &request) const
{
    QJsonObject object {{u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, 3600}, {u"access_token"_s, u"token"_s}};
    if (request.body.contains("refresh_token")) {
        object.insert(u"refresh_token"_s, u"again"_s);
        object.insert(u"scope"_s, u"SecurityIncident.ReadWrite.All SecurityAlert.Read.All ThreatHunting.Read.All"_s);
    }
    return json(object);
}

HttpAnswer FakeTenant::list(const HttpRequest &request, const Rows &rows)
{
    if (beforeList)
        beforeList();
    const QUrlQuery query(request.url);
    const QString filter = query.queryItemValue(u"$filter"_s, QUrl::FullyDecoded);
    static const QRegularExpression window(u"^lastUpdateDateTime ge (\\S+) and lastUpdateDateTime lt (\\S+)$"_s);
    const auto bounds = window.match(filter);
    const Moment from = Moment::parse(bounds.captured(1)).value_or(Moment {});
    const Moment to = Moment::parse(bounds.captured(2)).value_or(Moment {});
    QList<QJsonObject> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), [&](const QJsonObject &row) {
        const Moment stamp = stampOf(row);
        return from <= stamp && stamp < to;
    });
    if (habits.order != Order::ById) {
        std::stable_sort(found.begin(), found.end(), [this](const QJsonObject &a, const QJsonObject &b) {
            return habits.order == Order::Newest ? stampOf(a) > stampOf(b) : stampOf(a) < stampOf(b);
        });
    }
    const int skip = query.queryItemValue(u"$skip"_s).toInt();
    if (habits.deepestSkip > 0 && skip > habits.deepestSkip) {
        ++m_refused;
        return failure(400, u"BadRequest"_s);
    }
    int size = query.queryItemValue(u"$top"_s).toInt();
    if (habits.shortPages && found.size() - skip > 1)
        size = ++m_lists % 3 == 0 ? 0 : std::max(1, size / 2);
    QJsonArray items;
    for (qsizetype i = skip; i < found.size() && i < skip + size; ++i)
        items.append(found.at(i));
    QJsonObject page {{u"value"_s, items}};
    if (habits.counts && query.queryItemValue(u"$count"_s) == u"true")
        page.insert(u"@odata.count"_s, found.size());
    const bool hasNext = skip + size < found.size();
    if (hasNext && !(habits.losesNextLink && skip == 0)) {
        QUrlQuery next = query;
        next.removeQueryItem(u"$skip"_s);
        next.addQueryItem(u"$skip"_s, QString::number(habits.loopsNextLink ? 0 : skip + size));
        QUrl link = request.url;
        link.setQuery(next);
        page.insert(u"@odata.nextLink"_s, QString::fromLatin1(link.toEncoded()));
    }
    return json(page);
}

HttpAnswer FakeTenant::oneIncident(const QString &id, bool withAlerts) const
{
    QJsonObject incident = m_incidents.value(id);
    if (withAlerts) {
        QJsonArray alerts;
        for (const QJsonObject &alert : m_alerts) {
            if (alert[u"incidentId"].toString() == id)
                alerts.append(alert);
        }
        incident.insert(u"alerts"_s, alerts);
    }
    return json(incident);
}

HttpAnswer FakeTenant::patch(const QString &id, const QByteArray &body)
{
    edit(id, object(body));
    m_effects.append({u"edit"_s, id, QString::fromUtf8(body)});
    return json(m_incidents.value(id));
}

HttpAnswer FakeTenant::comment(const QString &id, const QByteArray &body)
{
    const QString text = object(body)[u"comment"].toString();
    QJsonArray comments = m_incidents[id][u"comments"].toArray();
    comments.append(QJsonObject {{u"comment"_s, text},
                                 {u"createdByDisplayName"_s, u"an@contoso.example"_s},
                                 {u"createdDateTime"_s, m_now().wire()}});
    edit(id, {{u"comments"_s, comments}});
    m_effects.append({u"comment"_s, id, text});
    return json({{u"value"_s, comments}});
}

HttpAnswer FakeTenant::mails(const HttpRequest &request)
{
    settleMails();
    const QString filter = QUrlQuery(request.url).queryItemValue(u"$filter"_s, QUrl::FullyDecoded);
    QJsonArray items;
    for (auto mail = m_mails.cbegin(); mail != m_mails.cend(); ++mail) {
        if (!filter.contains(u'\'' + mail.key() + u'\''))
            continue;
        items.append(QJsonObject {{u"id"_s, QString(mail.key() + u"-1-1"_s)},
                                  {u"networkMessageId"_s, mail.key()},
                                  {u"recipientEmailAddress"_s, mail->recipient},
                                  {u"latestDelivery"_s, QJsonObject {{u"action"_s, u"delivered"_s},
                                                                     {u"location"_s, mail->location}}},
                                  {u"timelineEvents"_s, mail->timeline}});
    }
    return json({{u"value"_s, items}});
}

HttpAnswer FakeTenant::remediate(const QByteArray &body)
{
    const QJsonObject order = object(body);
    m_effects.append({u"remediation"_s, {}, order[u"displayName"].toString()});
    const QJsonArray targets = order[u"analyzedEmails"].toArray();
    for (const QJsonValue &target : targets) {
        Mail &mail = m_mails[target.toObject()[u"networkMessageId"].toString()];
        mail.movesAt = m_now().plusSeconds(m_remediationDelay);
        mail.movesTo = destination(order[u"action"].toString());
    }
    HttpAnswer accepted = json({}, 202);
    accepted.body.clear();
    accepted.headers.append(
        QPair<QByteArray, QByteArray>("Location",
                                      "https://security.example/action-center/history?filters={\"bulkId\":[\""
                                          + QByteArray("aaaa0001-0000-4000-8000-000000000001") + "\"]}&tid=x"));
    return accepted;
}

} // namespace casemate::test
