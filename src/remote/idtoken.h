// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who signed in, as the id token says. Its signature is not needed: it comes from the token endpoint over TLS (OpenID
// Connect Core 3.1.3.7). What must be right is checked: issuer, audience, tenant, nonce. Pure; any thread.

#include "session.h"

#include <QByteArray>

namespace remote {

struct IdTokenExpectation {
    domain::Tenant tenant;
    QByteArray nonce; // empty: none is due (an answer to a refresh)
};

// Error{SignInRefused}: "badIdToken", "wrongIssuer", "wrongAudience", "wrongTenant", "wrongNonce", "noAccount".
[[nodiscard]] domain::Result<Account> accountFrom(const QByteArray &idToken, const IdTokenExpectation &expected);

// Whether an issuer, of a token or of an authorization answer, is the tenant's authority.
[[nodiscard]] bool isIssuerOf(const QString &issuer, const domain::Tenant &tenant, const QString &tenantId);
[[nodiscard]] bool isGuid(const QString &text);

} // namespace remote
