// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// /me and /users/{id or principal name}. Lives in the tenant thread.

#include "graphcall.h"

namespace simulator {

class People;

[[nodiscard]] Response answerUsers(const GraphCall &call, const People &people);

} // namespace simulator
