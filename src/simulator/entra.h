// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sign-in service of the demo tenant, in the form of Entra ID v2.0: authorize, device code, token,
// discovery, keys, logout.
//
//     browser ── authorize ──> account chosen ── code, state, iss ──> the client's loopback listener
//     client ── token: code + verifier ──> access, refresh and id token
//     client ── token: refresh token ──> a new pair
//     device ── devicecode ──> codes, typed in at /devicelogin      device ── token: device code ──> the same
//     application ── token: id + secret or signed assertion ──> access token
//
// Tenant thread.

#include "simulator/entrastate.h"

namespace simulator {

class Entra
{
public:
    explicit Entra(EntraState state);

    static bool isPath(const QString &path); // /{tenant}/oauth2/…, …/v2.0/…, …/discovery/…, /devicelogin, /error
    Response answer(const Request &request);
    [[nodiscard]] bool isOurTenant(const QString &name) const; // id, domain, or a name that stands for any tenant
    [[nodiscard]] bool isWaitedFor(const QString &userCode); // by a device
    [[nodiscard]] std::variant<Caller, TokenRefusal> check(const QByteArray &authorization) const;

    Result<QJsonObject> control(const QJsonObject &changes); // all or nothing; answers with the settings
    [[nodiscard]] const EntraState &state() const { return m_state; }
    [[nodiscard]] QJsonArray refreshTokens() const { return m_state.grants.toJson(); }
    void restoreRefreshTokens(const QJsonArray &json) { m_state.grants.restore(json); }

private:
    [[nodiscard]] Response discovery(const Request &request) const;
    [[nodiscard]] Response keys() const;

    EntraState m_state;
};

} // namespace simulator
