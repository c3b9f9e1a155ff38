// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sign-in of a device: POST /{tenant}/oauth2/v2.0/devicecode for the codes, /devicelogin for the person who types one in.
// What the device asks in between goes to the token endpoint (entratoken.h).

#include "simulator/entrastate.h"

namespace simulator {

inline constexpr QStringView deviceLoginPath {u"/devicelogin"};

[[nodiscard]] Response deviceCode(const Request &request, EntraState &state);
[[nodiscard]] Response deviceLogin(const Request &request, EntraState &state);

} // namespace simulator
