// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/entracontrol.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct DeviceDecision {
    QString userCode;
    QString oid; // empty: declined
};

struct Orders {
    EntraSettings settings;
    bool expireTokens = false;
    bool expireCodes = false;
    bool rotateKey = false;
    std::optional<QString> revoked {}; // oid; empty: everybody
    std::optional<DeviceDecision> device {};
    std::optional<RegisteredCertificate> certificate {};
};

using Problem = QString; // empty: none

Problem readRevocation(Orders &orders, const QJsonValue &value, const EntraState &state)
{
    const Account *person = accountByUpn(state.mint.accounts(), value.toString());
    if (value.isString() && !person)
        return u"nobody here is called %1"_s.arg(value.toString());
    if (person || value.toBool())
        orders.revoked = person ? person->oid : QString();
    return {};
}

Problem readDevice(Orders &orders, const QJsonValue &value, bool isApproved, EntraState &state)
{
    const QString code = value[u"userCode"].toString();
    const QString upn = value[u"upn"].toString();
    const QList<Account> &accounts = state.mint.accounts();
    const Account *person = upn.isEmpty() ? firstAdministrator(accounts) : accountByUpn(accounts, upn);
    if (!state.devices.waiting(code, state.clock()))
        return u"no device waits under the code %1"_s.arg(code);
    if (isApproved && !person)
        return u"nobody here is called %1"_s.arg(upn);
    orders.device = DeviceDecision {code, isApproved ? person->oid : QString()};
    return {};
}

Problem readCertificate(Orders &orders, const QJsonValue &value)
{
    const auto certificate = RegisteredCertificate::fromPem(value.toString().toLatin1());
    if (!certificate)
        return certificate.error();
    orders.certificate = *certificate;
    return {};
}

Problem read(Orders &orders, const QString &name, const QJsonValue &value, EntraState &state)
{
    if (name == u"expireTokens") {
        orders.expireTokens = value.toBool();
        return {};
    }
    if (name == u"expireCodes") {
        orders.expireCodes = value.toBool();
        return {};
    }
    if (name == u"rotateKey") {
        orders.rotateKey = value.toBool();
        return {};
    }
    if (name == u"revokeRefreshTokens")
        return readRevocation(orders, value, state);
    if (name == u"approveDevice" || name == u"declineDevice")
        return readDevice(orders, value, name == u"approveDevice", state);
    if (name == u"addCertificate")
        return readCertificate(orders, value);
    const auto applied = orders.settings.apply(name, value);
    if (!applied)
        return applied.error();
    return *applied ? QString() : u"there is no setting %1"_s.arg(name);
}

} // namespace

Result<QJsonObject> controlEntra(const QJsonObject &changes, EntraState &state)
{
    Orders orders {.settings = state.settings};
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (const Problem problem = read(orders, it.key(), *it, state); !problem.isEmpty())
            return Failure {problem};
    }
    if (orders.rotateKey) {
        if (const auto rotated = state.mint.rotateKey(); !rotated)
            return Failure {rotated.error()};
    }
    state.settings = orders.settings;
    if (orders.expireTokens)
        state.mint.expireAll();
    if (orders.expireCodes) {
        state.grants.expireCodes();
        state.devices.expire();
    }
    if (orders.certificate)
        state.assertions.add(*orders.certificate);
    if (orders.device)
        state.devices.decide(orders.device->userCode, orders.device->oid, state.clock());
    QJsonObject answer = orders.settings.toJson();
    if (orders.revoked)
        answer.insert(u"revoked"_s, state.grants.revokeRefreshTokens(*orders.revoked));
    return answer;
}

} // namespace simulator
