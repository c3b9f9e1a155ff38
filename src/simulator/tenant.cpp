// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tenant.h"

#include "graphanswer.h"
#include "random.h"
#include "stamp.h"

#include <QJsonObject>

namespace simulator {

using namespace Qt::StringLiterals;

struct Tenant::Parts {
    TenantOptions options;
    Ticks now = 0;
    QJsonArray accounts;
    QJsonArray incidents;
};

namespace {

QJsonArray firstAlerts(Random &random, const QString &incidentId, Ticks created)
{
    QJsonArray alerts;
    for (int i = 0; i < 2; ++i) {
        const Ticks at = created + i * minute;
        alerts.append(QJsonObject {{u"id"_s, QString(u"fa"_s + random.guid())},
                                   {u"incidentId"_s, incidentId},
                                   {u"status"_s, u"new"_s},
                                   {u"severity"_s, u"high"_s},
                                   {u"serviceSource"_s, u"microsoftDefenderForOffice365"_s},
                                   {u"title"_s, u"A potentially malicious URL click was detected"_s},
                                   {u"createdDateTime"_s, stamp(at)},
                                   {u"lastUpdateDateTime"_s, stamp(at + 1234567)},
                                   {u"evidence"_s, QJsonArray {}}});
    }
    return alerts;
}

QJsonObject withoutAlerts(QJsonObject incident)
{
    incident.remove(u"alerts"_s);
    return incident;
}

} // namespace

Tenant::Tenant(TenantOptions options, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>())
{
    m_parts->options = std::move(options);
    TenantOptions &own = m_parts->options;
    if (own.tenantId.isEmpty()) {
        own.tenantId = Random(own.seed, {1}).guid();
    }
    if (!own.start.isValid()) {
        own.start = timeFrom(ticksFrom(QDateTime::currentDateTimeUtc()) / hour * hour);
    }
    m_parts->now = ticksFrom(own.start);
    Random random(own.seed, {2});
    const auto account = [&random](const QString &upn, const QString &name, const QStringList &roles) {
        return QJsonObject {{u"upn"_s, upn},
                            {u"oid"_s, random.guid()},
                            {u"displayName"_s, name},
                            {u"roles"_s, QJsonArray::fromStringList(roles)}};
    };
    m_parts->accounts = {
        account(u"ada.lindqvist@harborline.example"_s, u"Ada Lindqvist"_s, {u"Security Administrator"_s, u"Search and Purge"_s}),
        account(u"omar.haddad@harborline.example"_s, u"Omar Haddad"_s, {u"Security Operator"_s}),
        account(u"rita.novak@harborline.example"_s, u"Rita Novak"_s, {u"Security Reader"_s}),
        account(u"guest.visitor@harborline.example"_s, u"Guest Visitor"_s, {})};
    for (int i = 3; i > 0; --i) {
        const QString id = QString::number(100 + i);
        const Ticks created = m_parts->now - (4 - i) * hour;
        m_parts->incidents.append(QJsonObject {{u"id"_s, id},
                                               {u"tenantId"_s, own.tenantId},
                                               {u"status"_s, u"active"_s},
                                               {u"severity"_s, u"high"_s},
                                               {u"displayName"_s, u"Multi-stage incident involving initial access"_s},
                                               {u"createdDateTime"_s, stamp(created)},
                                               {u"lastUpdateDateTime"_s, stamp(created + minute + 7654321)},
                                               {u"alerts"_s, firstAlerts(random, id, created)}});
    }
}

Tenant::~Tenant() = default;

Response Tenant::graph(const Request &request, const Caller &)
{
    const QStringList segments = request.path.toLower().split(QChar(u'/'), Qt::SkipEmptyParts);
    const bool incidents = segments.value(1) == u"security"_s && segments.value(2) == u"incidents"_s;
    const bool alerts = segments.value(1) == u"security"_s && segments.value(2) == u"alerts_v2"_s;
    QJsonArray items;
    for (const QJsonValue &incident : std::as_const(m_parts->incidents)) {
        if (incidents) {
            items.append(withoutAlerts(incident.toObject()));
        } else if (alerts) {
            for (const QJsonValue &alert : incident[u"alerts"].toArray()) {
                items.append(alert);
            }
        }
    }
    if (segments.size() == 3 && (incidents || alerts)) {
        return jsonAnswer(QJsonObject {{u"value"_s, items}});
    }
    for (const QJsonValue &item : std::as_const(items)) {
        if (segments.size() == 4 && item[u"id"].toString().toLower() == segments.at(3)) {
            return jsonAnswer(item.toObject());
        }
    }
    return errorAnswer(404, u"NotFound"_s, u"Resource not found."_s, request, m_parts->now);
}

std::optional<Response> Tenant::control(const Request &)
{
    return std::nullopt;
}

void Tenant::advance(qint64 milliseconds)
{
    m_parts->now += milliseconds * millisecond;
}

QDateTime Tenant::now() const
{
    return timeFrom(m_parts->now);
}

QJsonArray Tenant::accounts() const
{
    return m_parts->accounts;
}

} // namespace simulator
