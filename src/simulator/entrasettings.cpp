// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entrasettings.h"

#include "simulator/challengeheader.h"

#include <QJsonArray>

#include <array>
#include <optional>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array lifetimes = {
    std::pair(u"tokenLifetime", &EntraSettings::tokenLifetime),
    std::pair(u"codeLifetime", &EntraSettings::codeLifetime),
    std::pair(u"deviceLifetime", &EntraSettings::deviceLifetime),
    std::pair(u"deviceInterval", &EntraSettings::deviceInterval),
    std::pair(u"refreshLifetime", &EntraSettings::refreshLifetime),
    std::pair(u"refreshGrace", &EntraSettings::refreshGrace),
};

constexpr std::array lists = {
    std::pair(u"withheld", &EntraSettings::withheld),
    std::pair(u"absentPermissions", &EntraSettings::absentPermissions),
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

Result<ClaimsChallenge> readChallenge(const QJsonValue &value)
{
    const QJsonObject order = value.isObject() ? value.toObject() : QJsonObject {{u"value"_s, value.toString()}};
    ClaimsChallenge challenge;
    challenge.value = order[u"value"].toString();
    challenge.upn = order[u"upn"].toString();
    challenge.form = order[u"form"].toString(challenge.form);
    challenge.capableOnly = order[u"capableOnly"].toBool();
    if (!challengeForms().contains(challenge.form))
        return Failure {u"form is one of %1"_s.arg(challengeForms().join(u", "))};
    return challenge;
}

QJsonObject challengeJson(const ClaimsChallenge &challenge)
{
    return {{u"value"_s, challenge.value},
            {u"upn"_s, challenge.upn},
            {u"form"_s, challenge.form},
            {u"capableOnly"_s, challenge.capableOnly}};
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
        const auto read = readChallenge(value);
        if (!read)
            return Failure {read.error()};
        challenge = *read;
        return true;
    }
    if (name == u"refuse")
        return orderRefusals(value);
    if (name == u"assertionReplay") {
        if (value != u"refuse"_s && value != u"accept"_s)
            return Failure {u"assertionReplay takes refuse or accept"_s};
        refusesReplays = value == u"refuse"_s;
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
    json.insert(u"claimsChallenge"_s, challengeJson(challenge));
    json.insert(u"refusals"_s, refusals.toJson());
    json.insert(u"assertionReplay"_s, refusesReplays ? u"refuse"_s : u"accept"_s);
    json.insert(u"replaceOnce"_s, replaceOnce);
    QJsonArray numbers;
    for (const int number : knownErrors())
        numbers.append(number);
    json.insert(u"errors"_s, numbers); // that "refuse" has words for
    return json;
}

QJsonObject EntraSettings::takeReplacement(const QString &part)
{
    return replaceOnce.take(part).toObject();
}

// One order, several, or null, which withdraws all.
Result<bool> EntraSettings::orderRefusals(const QJsonValue &value)
{
    if (value.isNull())
        refusals.clear();
    const QJsonArray orders = value.isArray() ? value.toArray() : value.isNull() ? QJsonArray() : QJsonArray {value};
    for (const QJsonValue &order : orders) {
        const auto refusal = Refusal::fromJson(order);
        if (!refusal)
            return Failure {refusal.error()};
        if (order[u"withdraw"].toBool())
            refusals.withdraw(refusal->error.number, refusal->upn);
        else
            refusals.add(*refusal);
    }
    return true;
}

} // namespace simulator
