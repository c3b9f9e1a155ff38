// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// microsoft.graph.security.incident (v1.0) as a value. Alerts are not part of it: they come by their own feed and are
// joined by incidentId in the store. Absent, null, "" and [] all read as "no value". Any thread.

#include "ids.h"
#include "moment.h"
#include "untrusted.h"
#include "vocabulary.h"

#include <QList>
#include <QString>

#include <optional>

namespace domain {

struct Comment {
    Untrusted text;
    Untrusted author;
    std::optional<Moment> created;

    friend bool operator==(const Comment &, const Comment &) = default;
};

struct Incident {
    IncidentId id;
    QString tenantId;
    Untrusted displayName;
    Untrusted description;
    Untrusted summary;
    Word<IncidentStatus> status;
    Word<Severity> severity;
    Word<Classification> classification;
    Word<Determination> determination;
    Untrusted assignedTo; // empty: nobody
    Moment created;
    Moment updated;
    UntrustedList customTags;
    UntrustedList systemTags;
    QList<Comment> comments;
    Untrusted resolvingComment;
    Untrusted lastModifiedBy;
    std::optional<int> priorityScore; // 0 to 100
    std::optional<IncidentId> redirectTo;

    friend bool operator==(const Incident &, const Incident &) = default;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::Incident)
