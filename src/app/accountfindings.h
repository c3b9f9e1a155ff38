// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What follows for a tenant from what was read about it: its session, each permission, who carries out mail actions, and
// whether a silent network is a fault or only absent. Pure; any thread.

#include "domain/capabilities.h"
#include "domain/finding.h"
#include "domain/result.h"
#include "domain/tenant.h"
#include "remote/keptsession.h"

namespace app {

[[nodiscard]] domain::Findings tenantFindings(const QList<domain::Tenant> &tenants);
[[nodiscard]] domain::Findings sessionFindings(const domain::Tenant &tenant, const domain::Result<remote::KeptSession> &kept);
[[nodiscard]] remote::KeptSession keptSession(const domain::Capabilities &capabilities);

// Where no host outside this machine could be reached at all, that is being offline, which is a state and no fault.
[[nodiscard]] domain::Findings offlineToldOnce(domain::Findings findings);

} // namespace app
