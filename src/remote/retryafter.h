// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads Retry-After: seconds or a date, possibly several, possibly nonsense. Pure; any thread.

#include "domain/moment.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace remote {

inline constexpr std::chrono::seconds shortestPause {1};
inline constexpr std::chrono::seconds longestPause {3600};

// The longest of the values that can be read, kept within [1 s, 1 h]. Nothing when there is none.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QList<QByteArray> &values, domain::Moment now);

} // namespace remote
