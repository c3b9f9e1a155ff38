// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person says about a tenant, checked and completed, before it goes into the registry: one set of rules for the
// command line and the window. Reads the cloud file, nothing else; any thread.

#include "domain/result.h"
#include "domain/tenant.h"
#include "domain/tenantwish.h"

namespace app {

// An error's `code` names what is wrong: "cloud", "cloudFile", "tenantId", "clientId" or "name"; the reason is in `detail`.
[[nodiscard]] domain::Result<domain::Tenant> describedTenant(const domain::TenantWish &wish);

} // namespace app
