// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// $batch: up to twenty requests in one. Graph documentation: "Combine multiple HTTP requests using JSON batching". The whole
// is refused only when it is malformed; what becomes of each item is told by its own status. Items either know nothing of
// each other (their answers then come in no particular order) or depend each on the one before. Tenant thread.

#include "exchange.h"
#include "stamp.h"

#include <functional>

namespace simulator {

[[nodiscard]] bool isBatch(const Request &request); // addressed to $batch, with whatever method

using ItemAnswer = std::function<Response(const Request &)>;
[[nodiscard]] Response answerBatch(const Request &request, Ticks now, const ItemAnswer &answerItem);

} // namespace simulator
