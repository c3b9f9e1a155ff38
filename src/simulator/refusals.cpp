// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/refusals.h"

#include "simulator/claimsrequest.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QString withDefault(const QJsonObject &order, const QString &name, const QString &usual)
{
    return order.contains(name) ? order[name].toString() : usual;
}

// The service names the policy that stands in the way; a client sends the name back and understands nothing of it.
QString usualClaims(const EntraError &error)
{
    if (error.error != u"interaction_required")
        return {};
    const QString policy = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return QString::fromUtf8(QJsonDocument(policyClaims(policy)).toJson(QJsonDocument::Compact));
}

} // namespace

Result<Refusal> Refusal::fromJson(const QJsonValue &json)
{
    bool isText = false;
    const int fromText = json.toString().toInt(&isText); // the command line knows no numbers
    const QJsonObject order =
        json.isObject() ? json.toObject() : QJsonObject {{u"number"_s, isText ? fromText : json.toInt()}};
    const int number = order[u"number"].toInt();
    if (number <= 0)
        return Failure {u"refuse needs the number of an AADSTS error"_s};
    Refusal refusal;
    refusal.grant = order[u"grant"].toString();
    refusal.upn = order[u"upn"].toString();
    refusal.count = order[u"count"].toInt(json.isObject() ? 1 : 0);
    refusal.untilClaims = order[u"untilClaims"].toBool();
    refusal.error = entraError(number, order[u"subject"].toString());
    refusal.error.error = withDefault(order, u"error"_s, refusal.error.error);
    refusal.error.suberror = withDefault(order, u"suberror"_s, refusal.error.suberror);
    refusal.error.claims = withDefault(order, u"claims"_s, usualClaims(refusal.error));
    if (refusal.untilClaims && refusal.error.claims.isEmpty())
        return Failure {u"untilClaims needs claims"_s};
    return refusal;
}

QJsonObject Refusal::toJson() const
{
    return {{u"number"_s, error.number},
            {u"grant"_s, grant},
            {u"upn"_s, upn},
            {u"error"_s, error.error},
            {u"count"_s, count},
            {u"suberror"_s, error.suberror},
            {u"claims"_s, error.claims},
            {u"untilClaims"_s, untilClaims}};
}

std::optional<EntraError> Refusals::take(const QString &grant, const QString &upn)
{
    const auto found = std::find_if(m_list.begin(), m_list.end(), [&grant, &upn](const Refusal &r) {
        return (r.grant.isEmpty() || r.grant == grant) && r.upn.compare(upn, Qt::CaseInsensitive) == 0;
    });
    if (found == m_list.end())
        return std::nullopt;
    const EntraError error = found->error;
    if (found->count > 0 && --found->count == 0)
        m_list.erase(found);
    return error;
}

void Refusals::satisfy(const QJsonObject &claims)
{
    m_list.removeIf([&claims](const Refusal &r) {
        return r.untilClaims && covers(claims, QJsonDocument::fromJson(r.error.claims.toUtf8()).object());
    });
}

void Refusals::withdraw(int number, const QString &upn)
{
    m_list.removeIf([number, &upn](const Refusal &r) {
        return r.error.number == number && r.upn.compare(upn, Qt::CaseInsensitive) == 0;
    });
}

QJsonArray Refusals::toJson() const
{
    QJsonArray list;
    for (const Refusal &refusal : m_list)
        list.append(refusal.toJson());
    return list;
}

} // namespace simulator
