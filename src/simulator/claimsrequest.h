// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The `claims` parameter of sign-in and token requests: what a client passes on after a challenge, and whether it says
// that it can take one. Pure. https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter

#include "simulator/exchange.h"

#include <QJsonObject>

namespace simulator {

[[nodiscard]] QJsonObject claimsAskedIn(const Request &request); // of its query or its body; empty: none
[[nodiscard]] QJsonObject joined(QJsonObject claims, const QJsonObject &more); // at any depth; more wins
[[nodiscard]] bool covers(const QJsonObject &asked, const QJsonObject &wanted); // every member, at any depth
[[nodiscard]] bool takesChallenges(const QJsonObject &asked); // access_token.xms_cc holds cp1
[[nodiscard]] QString answeredChallenge(const QJsonObject &asked); // access_token.nbf.value

[[nodiscard]] QJsonObject challengeClaims(const QString &value); // what a continuous access evaluation asks for
[[nodiscard]] QJsonObject policyClaims(const QString &policy); // what Conditional Access asks for

} // namespace simulator
