// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One row of the queue: what the list, the filter and `casemate incidents` know of an incident without opening it.
// Server truth; openDecisions lets a page mark what is decided but not proved. Values; any thread.

#include "incident.h"

namespace domain {

struct QueueRow {
    IncidentId id;
    Untrusted name;
    Word<IncidentStatus> status;
    Word<Severity> severity;
    Word<Classification> classification;
    Word<Determination> determination;
    Untrusted assignedTo;
    UntrustedList tags; // custom, then system
    int customTags = 0; // how many of them are the analysts' own
    QList<ServiceSource> sources; // of its alerts, distinct
    int alerts = 0;
    int openAlerts = 0;
    int pendingActions = 0;
    std::optional<Moment> pendingExpires; // earliest, inferred
    std::optional<int> priorityScore;
    Moment created;
    Moment updated;
    bool archived = false; // the server no longer has it

    friend bool operator==(const QueueRow &, const QueueRow &) = default;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::QueueRow)
