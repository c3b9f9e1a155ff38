// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a fault makes of an answer. Pure; tenant thread.

#include "simulator/fault.h"

namespace simulator {

struct Scene {
    const Request &request;
    const Response &previous; // the last answer that went out before
};

[[nodiscard]] Request spoiltRequest(const Fault &fault, Request request); // what reaches the tenant
// What goes out instead of `response`, which is what would have been answered (empty when the request was not applied).
[[nodiscard]] Delivery spoil(const Fault &fault, const Scene &scene, const Response &response);

} // namespace simulator
