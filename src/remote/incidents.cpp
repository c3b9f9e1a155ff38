// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidents.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

constexpr char incidentsPath[] = "/v1.0/security/incidents/";
constexpr char alertsPath[] = "/v1.0/security/alerts_v2/";

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// An id that cannot be addressed is refused before anything is sent.
template <class Function>
void refuse(const domain::Error &error, QObject *asker, const Function &answer)
{
    QMetaObject::invokeMethod(
        asker, [answer, error] { answer(error); }, Qt::QueuedConnection);
}

} // namespace

void Incidents::get(const domain::IncidentId &id, Lane lane, QObject *asker, ItemFunction answer)
{
    getItem(incidentsPath, id.text, {}, lane, asker, std::move(answer));
}

void Incidents::getWithAlerts(const domain::IncidentId &id, Lane lane, QObject *asker, ItemFunction answer)
{
    getItem(incidentsPath, id.text, "$expand=alerts", lane, asker, std::move(answer));
}

void Incidents::getAlert(const domain::AlertId &id, Lane lane, QObject *asker, ItemFunction answer)
{
    getItem(alertsPath, id.text, {}, lane, asker, std::move(answer));
}

void Incidents::getItem(const QByteArray &collection, const QString &id, const QByteArray &query, Lane lane,
                        QObject *asker, ItemFunction answer)
{
    const domain::Result<QByteArray> segment = pathSegment(id);
    if (!segment)
        return refuse(segment.error(), asker, answer);
    GraphRequest request;
    request.path = collection + *segment;
    request.query = query;
    request.lane = lane;
    request.tried = collection == alertsPath ? u"read an alert"_s : u"read an incident"_s;
    m_client.send(request, asker, [answer = std::move(answer)](const domain::Result<GraphAnswer> &result) {
        if (result)
            answer(ItemAnswer {result->body, result->requestId, result->serverDate});
        else
            answer(result.error());
    });
}

void Incidents::patch(const domain::IncidentId &id, const QJsonObject &changes, const domain::AttemptId &attempt,
                      QObject *asker, GraphFunction answer)
{
    const domain::Result<QByteArray> segment = pathSegment(id.text);
    if (!segment)
        return refuse(segment.error(), asker, answer);
    GraphRequest request;
    request.method = "PATCH";
    request.path = incidentsPath + *segment;
    request.body = patchBody(changes);
    request.lane = Lane::Foreground;
    request.attempt = attempt;
    request.tried = u"change an incident"_s;
    m_client.send(request, asker, std::move(answer));
}

void Incidents::comment(const domain::IncidentId &id, const QString &text, const domain::AttemptId &attempt,
                        QObject *asker, GraphFunction answer)
{
    const domain::Result<QByteArray> segment = pathSegment(id.text);
    if (!segment)
        return refuse(segment.error(), asker, answer);
    GraphRequest request;
    request.method = "POST";
    request.path = incidentsPath + *segment + "/comments";
    request.body = commentBody(text);
    request.lane = Lane::Foreground;
    request.attempt = attempt;
    request.tried = u"comment on an incident"_s;
    m_client.send(request, asker, std::move(answer));
}

QByteArray commentBody(const QString &text)
{
    return compact({{u"@odata.type"_s, u"microsoft.graph.security.alertComment"_s}, {u"comment"_s, text}});
}

QByteArray patchBody(const QJsonObject &changes)
{
    return compact(changes);
}

} // namespace remote
