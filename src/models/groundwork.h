// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a choice becomes a decision: read what the cache knows of it, then complete it with account, targets, frozen facts,
// executor and times, and ask the rules. The desk's own work, apart from its questions and answers. readGround() in a reader
// thread, the rest pure.

#include "choice.h"

#include "domain/capabilities.h"
#include "domain/pendingaction.h"
#include "domain/result.h"
#include "store/cachereader.h"

namespace models {

struct Ground {
    store::IncidentDetail detail;
    std::optional<domain::PendingAction>
        action; // as the incident's own alerts have it, which is what a preflight reads
    QList<domain::Fact> locations; // of its mails, as far as they were read
};

[[nodiscard]] domain::Result<Ground> readGround(store::CacheReader &cache, const Choice &choice);

[[nodiscard]] domain::Result<domain::Decision> completed(const Choice &choice, const Ground &ground,
                                                         const domain::Capabilities &capabilities, domain::Moment now,
                                                         const DeskOptions &options);

// Mail remediation where the credential is there and the call can stand for the whole action, else the portal.
[[nodiscard]] domain::ExecutorKind executorFor(domain::DecisionKind kind, const domain::PendingAction *action,
                                               const QList<domain::Fact> &locations,
                                               const domain::Capabilities &capabilities);

} // namespace models
