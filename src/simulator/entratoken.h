// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// POST /{tenant}/oauth2/v2.0/token: authorization code, device code, refresh token, client credentials.

#include "simulator/entrastate.h"

namespace simulator {

[[nodiscard]] Response token(const Request &request, const QString &tenant, EntraState &state);

} // namespace simulator
