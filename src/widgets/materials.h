// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a window works with, handed in by whoever composes it; everything outlives the window. GUI thread.

#include "domain/clock.h"
#include "domain/engine.h"
#include "domain/tenant.h"
#include "models/desk.h"
#include "models/modelset.h"

namespace widgets {

struct Materials {
    domain::Engine &engine; // asked by pages; its signals come in by the window's take… slots
    models::ModelSet &models;
    models::Desk &desk;
    domain::Clock &clock;
    domain::Tenant tenant;
};

} // namespace widgets
