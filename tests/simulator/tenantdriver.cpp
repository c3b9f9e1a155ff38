// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tenantdriver.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace simulator::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView baseUrl {"http://127.0.0.1:4711"};

Caller person(const QString &upn, const QString &role)
{
    Caller caller;
    caller.userPrincipalName = upn;
    caller.appId = u"client-app"_s;
    caller.permissions = {u"SecurityIncident.ReadWrite.All"_s, u"SecurityAlert.ReadWrite.All"_s,
                          u"ThreatHunting.Read.All"_s, u"SecurityData.Manage.All"_s, u"User.Read"_s};
    caller.directoryRoles = {role};
    return caller;
}

TenantOptions optionsOf(const WorldSize &size)
{
    TenantOptions options;
    options.seed = 7;
    options.incidents = size.incidents;
    options.start = QDateTime::fromString(u"2026-11-24T08:00:00Z"_s, Qt::ISODate);
    options.mailboxes = size.mailboxes;
    options.oneAlertEach = size.oneAlertEach;
    return options;
}

TenantOptions optionsOf(int incidents, const QHash<QString, QString> &switches, quint64 seed)
{
    return {seed, incidents, u"11111111-2222-4333-8444-555555555555"_s,
            QDateTime::fromString(u"2026-11-24T08:00:00Z"_s, Qt::ISODate), switches};
}

} // namespace

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Reply::errorMessage() const
{
    return json()[u"error"][u"message"].toString();
}

QByteArray Reply::header(const char *name) const
{
    return Response {status, headers, {}}.header(name);
}

Caller administrator()
{
    return person(u"ada.lindqvist@harborline.example"_s, u"Security Administrator"_s);
}

Caller operatorCaller()
{
    return person(u"omar.haddad@harborline.example"_s, u"Security Operator"_s);
}

Caller reader()
{
    return person(u"rita.novak@harborline.example"_s, u"Security Reader"_s);
}

Caller application()
{
    Caller caller;
    caller.application = true;
    caller.appId = u"mail-app"_s;
    caller.permissions = {u"SecurityAnalyzedMessage.ReadWrite.All"_s, u"SecurityIncident.Read.All"_s};
    return caller;
}

TenantDriver::TenantDriver(int incidents, const Switches &switches, quint64 seed)
    : m_tenant(optionsOf(incidents, switches, seed))
{
}

TenantDriver::TenantDriver(const WorldSize &size)
    : m_tenant(optionsOf(size))
{
}

Reply TenantDriver::get(const QString &target, const Caller &caller)
{
    return exchange("GET", target.toUtf8(), {}, &caller);
}

Reply TenantDriver::send(const QByteArray &method, const QString &target, const QJsonObject &body, const Caller &caller)
{
    return exchange(method, target.toUtf8(), QJsonDocument(body).toJson(QJsonDocument::Compact), &caller);
}

Reply TenantDriver::sendNothing(const QByteArray &method, const QString &target, const Caller &caller)
{
    return exchange(method, target.toUtf8(), {}, &caller);
}

Reply TenantDriver::sendBytes(const QByteArray &method, const QString &target, const QByteArray &body,
                              const QByteArray &contentType, const Caller &caller)
{
    return exchange(method, target.toUtf8(), body, &caller, contentType);
}

QJsonObject TenantDriver::control(const QByteArray &method, const QString &target, const QJsonObject &body)
{
    return exchange(method, target.toUtf8(), QJsonDocument(body).toJson(QJsonDocument::Compact), nullptr).json();
}

Reply TenantDriver::exchange(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                             const Caller *caller, const QByteArray &contentType)
{
    const bool versioned = target.startsWith("/v1.0/") || target.startsWith("/beta/") || caller == nullptr;
    Request request;
    request.method = method;
    request.target = versioned ? target : "/v1.0" + target;
    const QUrl url = QUrl::fromEncoded(request.target);
    request.path = url.path(QUrl::FullyDecoded);
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &item : items) {
        request.query.append({item.first, item.second});
    }
    request.body = body;
    request.baseUrl = baseUrl;
    request.headers = {{"client-request-id", "cafe0000-0000-4000-8000-000000000001"}};
    if (!body.isEmpty() && !contentType.isEmpty()) {
        request.headers.append(Header {"Content-Type", contentType});
    }
    if (!m_masked) {
        request.headers.append(Header {"Prefer", "include-unknown-enum-members"});
    }
    const Response response = caller != nullptr ? m_tenant.graph(request, *caller)
                                                : m_tenant.control(request).value_or(Response {404, {}, {}});
    return {response.status, response.body, response.headers};
}

void TenantDriver::set(const QString &name, const QString &setting)
{
    const QJsonObject answer = control("POST", u"/control/switches"_s, {{name, setting}});
    if (answer.contains(u"error"))
        qFatal("%s", qPrintable(answer[u"error"].toString()));
}

QJsonArray TenantDriver::all(const QString &target)
{
    QJsonArray items;
    for (QString next = target; !next.isEmpty();) {
        const QJsonObject page = get(next).json();
        const QJsonArray value = page[u"value"].toArray();
        for (const QJsonValue &item : value) {
            items.append(item);
        }
        next = page[u"@odata.nextLink"].toString().mid(baseUrl.size());
    }
    return items;
}

QJsonObject TenantDriver::incidentTitled(const QString &part)
{
    const QJsonArray incidents = all(u"/security/incidents"_s);
    for (const QJsonValue &item : incidents) {
        if (item[u"displayName"].toString().contains(part)) {
            return incident(item[u"id"].toString());
        }
    }
    return {};
}

QJsonObject TenantDriver::incident(const QString &id)
{
    return get(u"/security/incidents/%1?$expand=alerts"_s.arg(id)).json();
}

QJsonArray TenantDriver::hunt(const QString &query)
{
    return send("POST", u"/security/runHuntingQuery"_s, {{u"Query"_s, query}}).json()[u"results"].toArray();
}

QList<QJsonObject> evidenceOf(const QJsonObject &incident)
{
    QList<QJsonObject> items;
    const QJsonArray alerts = incident[u"alerts"].toArray();
    for (const QJsonValue &alert : alerts) {
        const QJsonArray evidence = alert[u"evidence"].toArray();
        for (const QJsonValue &item : evidence) {
            items.append(item.toObject());
        }
    }
    return items;
}

QString typeOf(const QJsonObject &item)
{
    return item[u"@odata.type"].toString().section(u'.', -1);
}

} // namespace simulator::test
