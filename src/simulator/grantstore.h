// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Authorization codes and refresh tokens that were handed out, and the rules by which they are taken back: a code once and
// for ten minutes, a refresh token for ninety days after its last use and, when it was replaced, for the grace that follows.
// Values; tenant thread.

#include "simulator/entraerror.h"
#include "simulator/entrasettings.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <variant>

namespace simulator {

// What a person agreed to: who, for which application, for what.
struct Grant {
    QString clientId;
    QString oid;
    QString scope; // as asked for
    QString nonce;
    QString redirectUri;
    QString challenge; // PKCE, S256
    QJsonObject claims {}; // passed on so far, see claimsrequest.h
};

class GrantStore
{
public:
    using Redeemed = std::variant<Grant, EntraError>;

    QString addCode(const Grant &grant, qint64 now);
    Redeemed redeemCode(const QString &code, const Grant &presented, const QString &verifier, qint64 now,
                        const EntraSettings &settings);

    QString addRefreshToken(const Grant &grant, qint64 now);
    Redeemed redeemRefreshToken(const QString &token, const QString &clientId, qint64 now,
                                const EntraSettings &settings);
    void markReplaced(const QString &token, qint64 now);
    int revokeRefreshTokens(const QString &oid); // empty: everybody's
    void expireCodes();

    [[nodiscard]] QJsonArray toJson() const; // refresh tokens, for the world file
    void restore(const QJsonArray &json);

private:
    struct Code {
        Grant grant;
        qint64 issued = 0; // ms
        bool used = false;
    };
    struct RefreshToken {
        Grant grant;
        qint64 issued = 0; // ms
        qint64 replaced = 0; // ms; 0: it is the newest one
        bool revoked = false;
    };

    QHash<QString, Code> m_codes;
    QHash<QString, RefreshToken> m_refreshTokens;
};

} // namespace simulator
