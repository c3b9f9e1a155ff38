// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/claimsrequest.h"

#include "simulator/formdata.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

bool holds(const QJsonValue &asked, const QJsonValue &wanted)
{
    if (wanted.isObject())
        return asked.isObject() && covers(asked.toObject(), wanted.toObject());
    if (!wanted.isArray())
        return asked == wanted;
    const QJsonArray held = asked.toArray();
    const QJsonArray items = wanted.toArray();
    return std::all_of(items.begin(), items.end(), [&held](const QJsonValue &item) { return held.contains(item); });
}

} // namespace

QJsonObject claimsAskedIn(const Request &request)
{
    const QString text = request.hasParameter(u"claims"_s) ? request.parameter(u"claims"_s)
                                                           : formValue(decodeForm(request.body), u"claims");
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonObject joined(QJsonObject claims, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it) {
        const QJsonObject inner = it->toObject();
        claims.insert(it.key(), inner.isEmpty() ? QJsonValue(*it) : joined(claims[it.key()].toObject(), inner));
    }
    return claims;
}

bool covers(const QJsonObject &asked, const QJsonObject &wanted)
{
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!asked.contains(it.key()) || !holds(asked[it.key()], *it))
            return false;
    }
    return true;
}

bool takesChallenges(const QJsonObject &asked)
{
    return asked[u"access_token"][u"xms_cc"][u"values"].toArray().contains(QJsonValue(u"cp1"_s));
}

QString answeredChallenge(const QJsonObject &asked)
{
    return asked[u"access_token"][u"nbf"][u"value"].toString();
}

QJsonObject challengeClaims(const QString &value)
{
    const QJsonObject nbf {{u"essential"_s, true}, {u"value"_s, value}};
    return {{u"access_token"_s, QJsonObject {{u"nbf"_s, nbf}}}};
}

QJsonObject policyClaims(const QString &policy)
{
    const QJsonObject ids {{u"essential"_s, true}, {u"values"_s, QJsonArray {policy}}};
    return {{u"access_token"_s, QJsonObject {{u"capolids"_s, ids}}}};
}

} // namespace simulator
