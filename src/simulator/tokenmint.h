// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes the signed tokens and reads them back: who calls, or why the call is not let in. Tenant thread.

#include "simulator/account.h"
#include "simulator/clock.h"
#include "simulator/entrasettings.h"
#include "simulator/exchange.h"
#include "simulator/grantstore.h"
#include "simulator/identity.h"
#include "simulator/scopes.h"

namespace simulator {

// Why an access token is refused.
struct TokenRefusal {
    QString message;
    QByteArray challenge {}; // JSON of a claims challenge; empty: there is none
    QString form {}; // of the header that carries it
};

class TokenMint
{
public:
    TokenMint(Identity identity, QList<Account> accounts, Clock clock);

    [[nodiscard]] QJsonObject personClaims(const Account &person, const Scopes &scopes, const Request &request,
                                           const EntraSettings &settings);
    [[nodiscard]] QJsonObject applicationClaims(const QString &audience, const Request &request,
                                                const EntraSettings &settings);
    [[nodiscard]] QJsonObject idClaims(const Account &person, const Grant &grant, const Request &request,
                                       const EntraSettings &settings) const;
    [[nodiscard]] QString sign(const QJsonObject &claims) const;

    [[nodiscard]] std::variant<Caller, TokenRefusal> check(const QByteArray &authorization,
                                                           const EntraSettings &settings) const;
    Result<bool> rotateKey(); // a new one signs from now on; what the old ones signed stays good
    [[nodiscard]] QJsonArray publishedKeys() const; // the newest first
    void expireAll() { m_expiredUpTo = m_serial; } // access tokens made so far

    [[nodiscard]] const Identity &identity() const { return m_identity; }
    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; }

private:
    [[nodiscard]] QJsonObject commonClaims(const Request &request, const EntraSettings &settings) const;
    Result<QJsonObject> read(const QByteArray &token) const;
    [[nodiscard]] Caller callerFrom(const QJsonObject &claims) const;

    Identity m_identity;
    QList<SigningKey> m_oldKeys;
    QList<Account> m_accounts;
    Clock m_clock;
    qint64 m_serial = 0; // of the access token last made
    qint64 m_expiredUpTo = 0;
};

} // namespace simulator
