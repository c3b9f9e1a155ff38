// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// mergeIncidents and moveAlerts, with the redirects and new incidents that follow. Functions of the tenant thread.

#include "graphcall.h"

namespace simulator {

struct Organisation;

[[nodiscard]] Response answerMerge(const GraphCall &call, Organisation &org);
[[nodiscard]] Response answerMove(const GraphCall &call, Organisation &org);

} // namespace simulator
