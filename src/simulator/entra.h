// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sign-in service of the demo tenant, in the form of Entra ID v2.0: authorize, token, discovery, keys, logout.
//
//     browser ── authorize ──> account chosen ── code, state, iss ──> the client's loopback listener
//     client ── token: code + verifier ──> access, refresh and id token
//     client ── token: refresh token ──> a new pair       application ── token: id + secret ──> access token
//
// Tenant thread.

#include "simulator/entrastate.h"

namespace simulator {

class Entra
{
public:
    explicit Entra(EntraState state);

    static bool isPath(const QString &path); // /{tenant}/oauth2/…, /{tenant}/v2.0/…, /{tenant}/discovery/…
    Response answer(const Request &request);
    [[nodiscard]] std::variant<Caller, TokenRefusal> check(const QByteArray &authorization) const;

    Result<QJsonObject> control(const QJsonObject &changes); // all or nothing; answers with the settings
    [[nodiscard]] const EntraState &state() const { return m_state; }
    [[nodiscard]] QJsonArray refreshTokens() const { return m_state.grants.toJson(); }
    void restoreRefreshTokens(const QJsonArray &json) { m_state.grants.restore(json); }

private:
    [[nodiscard]] Response discovery(const Request &request) const;
    [[nodiscard]] Response keys() const;
    [[nodiscard]] bool isOurTenant(const QString &name) const;

    EntraState m_state;
};

} // namespace simulator
