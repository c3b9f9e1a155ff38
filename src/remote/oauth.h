// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// OAuth 2.0 authorization code with PKCE and OpenID Connect as Entra speaks it: what is sent and what is read, without
// any sending. Pure but for random numbers; any thread.

#include "secret.h"

#include "domain/result.h"
#include "domain/tenant.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace remote {

using FormFields = QList<QPair<QByteArray, QByteArray>>;

struct SignInAttempt { // fresh for every sign-in
    QByteArray state; // 256 bits each, base64url
    QByteArray nonce;
    QByteArray verifier;
    QByteArray redirectUri; // "http://localhost:{port}"

    [[nodiscard]] static SignInAttempt make();
    [[nodiscard]] QByteArray challenge() const; // S256
};

// What the analyst's session asks for. Short names are Graph's in every cloud.
[[nodiscard]] QStringList analystScopes();

[[nodiscard]] QUrl authorizeUrl(const domain::Tenant &tenant, const SignInAttempt &attempt);
[[nodiscard]] QByteArray tokenAddress(const domain::Tenant &tenant);
[[nodiscard]] QByteArray configurationAddress(const domain::Tenant &tenant); // OpenID Connect Discovery 1.0
[[nodiscard]] QByteArray formBody(const FormFields &fields);

[[nodiscard]] FormFields codeForm(const domain::Tenant &tenant, const SignInAttempt &attempt, const QByteArray &code);
[[nodiscard]] FormFields refreshForm(const domain::Tenant &tenant, const Secret &refreshToken);
[[nodiscard]] FormFields applicationForm(const domain::Tenant &tenant, const QString &clientId, const Secret &secret);

struct TokenAnswer {
    Secret access;
    Secret refresh; // empty for applications
    QStringList scopes; // short names, sorted
    std::chrono::seconds lifetime {0}; // within [1 minute, 1 day], whatever was said
    QByteArray idToken;
};
// Error{NotGraph} for anything that is not a whole token answer.
[[nodiscard]] domain::Result<TokenAnswer> readTokenAnswer(const QByteArray &body);

// Error{SignInRefused} with code "AADSTS70008" where there is one, else OAuth's own word ("invalid_grant").
[[nodiscard]] domain::Error readTokenRefusal(const QByteArray &body, int status);
[[nodiscard]] domain::Error signInRefusal(const QString &oauthError, const QString &description);
// A person has to sign in again; no silent call will help.
[[nodiscard]] bool needsPerson(const domain::Error &refusal);

} // namespace remote
