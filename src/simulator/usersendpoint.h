// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// /users/{id or user principal name} and /me: profile, blocking an account, revoking its sessions; the rules of its inbox are
// in messagerulesendpoint.h. Tenant thread.

#include "graphcall.h"

namespace simulator {

struct Organisation;

[[nodiscard]] Response answerUsers(const GraphCall &call, Organisation &org);

} // namespace simulator
