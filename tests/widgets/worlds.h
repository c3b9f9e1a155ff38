// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Incidents as an analyst meets them, made without chance: people, domains and mails are fictional. Also the same with what
// attackers write, and decisions in every state. Values.

#include "domain/alert.h"
#include "domain/decision.h"
#include "domain/incident.h"

namespace fixture {

struct World {
    QList<domain::Incident> incidents;
    QList<domain::Alert> alerts;
};

[[nodiscard]] World ordinaryWorld(domain::Moment now); // 40 incidents, 9 pending actions
[[nodiscard]] World hostileWorld(domain::Moment now); // every text is markup, bidirectional, endless or invisible
[[nodiscard]] QList<QString> hostileTexts();

// The entity that waits in the first incident of both worlds.
[[nodiscard]] domain::IncidentId storyIncident();

} // namespace fixture
