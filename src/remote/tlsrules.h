// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a secure connection is trusted: TLS 1.2 or later, the system's roots, and for loopback addresses of a demo cloud its
// own authority besides. One place, so that what is checked is what is used. Any thread.

#include "domain/tenant.h"

#include <QSslConfiguration>

namespace remote {

[[nodiscard]] QSslConfiguration tlsRules(); // for hosts outside
[[nodiscard]] QSslConfiguration tlsRulesOnLoopback(const domain::Cloud &cloud);

} // namespace remote
