// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many calls Graph takes before it answers 429. Values.

namespace simulator {

struct CallLimits {
    bool unthrottled = false;
    int security = 150; // calls a minute per application and tenant
    int hunting = 45; // calls a minute per tenant
};

} // namespace simulator
