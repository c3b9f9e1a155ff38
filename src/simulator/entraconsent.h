// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GET /{tenant}/v2.0/adminconsent: a global administrator agrees to permissions for everybody in the tenant, after which
// nobody is refused for them any more. https://learn.microsoft.com/entra/identity-platform/v2-admin-consent

#include "simulator/entrastate.h"

namespace simulator {

[[nodiscard]] Response adminConsent(const Request &request, EntraState &state);

} // namespace simulator
