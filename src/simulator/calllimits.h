// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many calls Graph takes before it answers 429. Values.

namespace simulator {

struct CallLimits {
    bool unthrottled = false;
    int security = 150; // calls a minute per application and tenant
    int hunting = 45; // calls a minute per tenant
    int mailbox = 10'000; // calls in ten minutes per application and mailbox
    int directoryWrites = 3'000; // calls in 150 seconds per application and tenant
    int riskyUsers = 1; // calls a second per tenant
};

} // namespace simulator
