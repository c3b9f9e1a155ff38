// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Callers that do not ask for unknown enum members get unknownFutureValue in place of every member that was added after
// that sentinel. Here is which words those are, by property. Pure functions.

#include <QJsonObject>
#include <QJsonValue>

namespace simulator {

struct Request;

inline constexpr QLatin1StringView sentinelWord {"unknownFutureValue"};

[[nodiscard]] bool wantsAllMembers(const Request &request); // Prefer: include-unknown-enum-members
[[nodiscard]] bool isMasked(QLatin1StringView property, QStringView word);
[[nodiscard]] bool isMasked(QLatin1StringView property, QLatin1StringView word);
// the word itself or the sentinel
[[nodiscard]] QString maskedWord(QLatin1StringView property, const QString &word);
[[nodiscard]] QLatin1StringView maskedWord(QLatin1StringView property, QLatin1StringView word);
[[nodiscard]] QJsonValue maskedDeep(const QJsonValue &value); // objects and arrays all the way down

} // namespace simulator
