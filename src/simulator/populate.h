// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fills the organisation: at time zero with exactly as many incidents as asked for, stories first; later one incident at a time.
// Functions of the tenant thread.

#include "incidentstore.h"
#include "mail.h"

namespace simulator {

struct Organisation;
struct Story;

void populate(Organisation &org, int incidents); // at time zero
IncidentIndex addStory(Organisation &org, const Story &story); // now
IncidentIndex addOrdinaryIncident(Organisation &org); // now

} // namespace simulator
