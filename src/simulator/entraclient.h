// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which application asks, and how it proves that: a public client by nothing (PKCE comes later), the tenant's application
// by its secret or by an assertion that it signed.

#include "simulator/entrastate.h"
#include "simulator/formdata.h"

namespace simulator {

[[nodiscard]] bool isPublicClient(const QString &clientId, const EntraState &state);

// tenant: as written in the path, which is part of the address that an assertion is made out to.
[[nodiscard]] std::optional<EntraError> clientProblem(const Request &request, const FormData &form,
                                                      const QString &tenant, EntraState &state);

} // namespace simulator
