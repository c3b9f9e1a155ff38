// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Decisions about pending actions, as people make them in the portal: no public interface has them. Functions of the
// tenant thread.

#include "incidentstore.h"

namespace simulator {

struct Organisation;

struct PortalDecision {
    bool approve = true;
    std::optional<IncidentIndex> incident {}; // all incidents when absent
    QString networkMessageId {}; // only items about this mail when not empty
    QString actor {};
};

int decideInPortal(Organisation &org, const PortalDecision &decision); // returns how many items were decided

} // namespace simulator
