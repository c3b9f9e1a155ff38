// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be done about a compromised identity besides its account: /identityProtection/riskyUsers (Entra) and
// /security/identities/identityAccounts (accounts on premises). Tenant thread.

#include "graphcall.h"

namespace simulator {

struct Organisation;

[[nodiscard]] Response answerRiskyUsers(const GraphCall &call, Organisation &org); // segments from "identityProtection" on
[[nodiscard]] Response answerIdentityAccounts(const GraphCall &call, Organisation &org); // segments from "security" on

} // namespace simulator
