// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The date of HTTP headers ("Sun, 06 Nov 1994 08:49:37 GMT"), always in UTC and English. Pure; any thread.

#include "domain/moment.h"

#include <QByteArray>

#include <optional>

namespace remote {

[[nodiscard]] std::optional<domain::Moment> httpDate(const QByteArray &text);

} // namespace remote
