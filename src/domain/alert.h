// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// microsoft.graph.security.alert (v1.0) as a value, evidence inline as on the wire. Any thread.

#include "evidence.h"
#include "incident.h"

namespace domain {

struct Alert {
    AlertId id;
    IncidentId incident; // may be empty
    QString tenantId;
    Untrusted title;
    Untrusted description;
    Untrusted recommendedActions;
    Untrusted category;
    UntrustedList mitreTechniques;
    Word<AlertStatus> status;
    Word<Severity> severity;
    Word<Classification> classification;
    Word<Determination> determination;
    Word<ServiceSource> serviceSource;
    QString detectionSource; // as received
    Word<InvestigationState> investigation; // wire empty: the alert has none
    Untrusted assignedTo;
    Untrusted threatName;
    Moment created;
    Moment updated;
    std::optional<Moment> resolved;
    std::optional<Moment> firstActivity;
    std::optional<Moment> lastActivity;
    QList<Comment> comments;
    QList<Evidence> evidence;

    friend bool operator==(const Alert &, const Alert &) = default;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::Alert)
