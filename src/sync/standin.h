// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Incidents that stand in for those that a file does not hold: alerts are shown under their incident, so one is made of
// what its alerts say. Nothing in it is guessed: title and severity are an alert's, the status stays unknown. Pure.

#include "domain/alert.h"
#include "domain/decoder.h"

#include <QList>
#include <QSet>

namespace casemate::sync {

// An alert that names no incident gets one of its own, under the alert's id.
[[nodiscard]] domain::IncidentId incidentOf(const domain::Alert &alert);

// One for each incident that alerts name and that is not `known`. The decoder reads what is made.
[[nodiscard]] QList<domain::Received<domain::Incident>> standIns(const QList<domain::Received<domain::Alert>> &alerts,
                                                                 const QSet<domain::IncidentId> &known,
                                                                 const domain::Decoder &decoder);

} // namespace casemate::sync
