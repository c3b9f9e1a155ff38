// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entrasettings.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array lifetimes = {
    std::pair(u"tokenLifetime", &EntraSettings::tokenLifetime),
    std::pair(u"codeLifetime", &EntraSettings::codeLifetime),
    std::pair(u"refreshLifetime", &EntraSettings::refreshLifetime),
    std::pair(u"refreshGrace", &EntraSettings::refreshGrace),
};

constexpr std::array lists = {
    std::pair(u"withheld", &EntraSettings::withheld),
    std::pair(u"appRoles", &EntraSettings::applicationRoles),
};

// A command line gives text, the control port JSON.
std::optional<qint64> seconds(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const qint64 number = value.isString() ? value.toString().toLongLong(&isNumber) : value.toInteger();
    return isNumber ? std::optional(number) : std::nullopt;
}

QStringList words(const QJsonValue &value)
{
    QStringList list = value.toString().split(u',', Qt::SkipEmptyParts);
    const QJsonArray array = value.toArray();
    for (const QJsonValue &word : array)
        list.append(word.toString());
    return list;
}

} // namespace

Result<bool> EntraSettings::apply(const QString &name, const QJsonValue &value)
{
    for (const auto &[known, member] : lifetimes) {
        if (name != QStringView(known))
            continue;
        const auto number = seconds(value);
        if (!number)
            return Failure {u"%1 is a number of seconds"_s.arg(name)};
        this->*member = *number;
        return true;
    }
    for (const auto &[known, member] : lists) {
        if (name != QStringView(known))
            continue;
        this->*member = words(value);
        return true;
    }
    if (name == u"claimsChallenge") {
        challenge = value.toString();
        return true;
    }
    if (name == u"refuse") {
        const QJsonObject order = value.toObject();
        if (order[u"number"].toInteger() <= 0)
            return Failure {u"refuse needs the number of an AADSTS error"_s};
        refusals.append({order[u"grant"].toString(), static_cast<int>(order[u"number"].toInteger()),
                         static_cast<int>(order[u"count"].toInteger(1)), order[u"claims"].toString()});
        return true;
    }
    if (name == u"replaceOnce") {
        replaceOnce = value.toObject();
        return true;
    }
    return false;
}

QJsonObject EntraSettings::toJson() const
{
    QJsonObject json;
    for (const auto &[name, member] : lifetimes)
        json.insert(QString::fromUtf16(name), this->*member);
    for (const auto &[name, member] : lists)
        json.insert(QString::fromUtf16(name), QJsonArray::fromStringList(this->*member));
    json.insert(u"claimsChallenge"_s, challenge);
    json.insert(u"refusals"_s, refusals.size());
    json.insert(u"replaceOnce"_s, replaceOnce);
    return json;
}

QJsonObject EntraSettings::takeReplacement(const QString &part)
{
    return replaceOnce.take(part).toObject();
}

std::optional<EntraSettings::Refusal> EntraSettings::takeRefusal(const QString &grant)
{
    const auto found = std::find_if(refusals.begin(), refusals.end(),
                                    [&grant](const Refusal &r) { return r.grant.isEmpty() || r.grant == grant; });
    if (found == refusals.end())
        return std::nullopt;
    const Refusal refusal = *found;
    if (--found->count <= 0)
        refusals.removeAt(std::distance(refusals.begin(), found));
    return refusal;
}

} // namespace simulator
