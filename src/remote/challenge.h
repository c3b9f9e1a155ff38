// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads WWW-Authenticate (RFC 9110, 11.6.1): what an answer of 401 asks for. Entra's claims challenge comes this way: an
// access token that was good is refused until one comes that answers the claims (Continuous Access Evaluation). Nonsense
// is passed over. Pure; any thread.

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace remote {

struct Challenge {
    QByteArray scheme; // lower case: "bearer"
    QList<std::pair<QByteArray, QByteArray>> parameters; // names in lower case, values unquoted, as they stand

    [[nodiscard]] QByteArray value(const QByteArray &name) const; // the first of that name; empty when there is none
    friend bool operator==(const Challenge &, const Challenge &) = default;
};

[[nodiscard]] QList<Challenge> challenges(const QList<QByteArray> &headers);

// The claims of the first challenge for a bearer token with error="insufficient_claims": a JSON object, decoded. Nothing
// when no header holds one, or one that cannot be read.
[[nodiscard]] std::optional<QByteArray> claimsWanted(const QList<QByteArray> &headers);

} // namespace remote
