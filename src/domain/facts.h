// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names and values of the facts that a decision relies on. The desk freezes them from the cache, the executors read them
// again before sending, and differences() compares like with like; so the values are made in this one place. Pure; any thread.

#include "decision.h"
#include "incident.h"
#include "pendingaction.h"

#include <optional>

namespace domain {

// of an incident: wire words; tags sorted and joined by a line feed
inline constexpr char16_t factIncidentStatus[] = u"incidentStatus";
inline constexpr char16_t factAssignedTo[] = u"assignedTo";
inline constexpr char16_t factTags[] = u"tags";
inline constexpr char16_t factClassification[] = u"classification";
inline constexpr char16_t factDetermination[] = u"determination";
inline constexpr char16_t factSeverity[] = u"severity";
inline constexpr char16_t factUpdated[] = u"updated"; // lastUpdateDateTime
inline constexpr char16_t factRedirect[] = u"redirect"; // id of the incident it was merged into, or empty
// of a pending action
inline constexpr char16_t factVerdict[] = u"verdict"; // wire word
inline constexpr char16_t factRemediationStatus[] =
    u"remediationStatus"; // "pendingApproval", empty when it waits no longer
inline constexpr char16_t factTargetSet[] = u"targetSet"; // "<count>:<SHA-256 over the sorted set>"
// of a mail: see latestLocationFact() in rules.h

// Nothing for a name that is no fact of an incident.
[[nodiscard]] std::optional<QString> incidentFact(const Incident &incident, const QString &name);
// Nothing for a name that is no fact of a pending action. Of an action that waits.
[[nodiscard]] std::optional<QString> actionFact(const PendingAction &action, const QString &name);
[[nodiscard]] QString targetSetText(QList<MailTarget> targets);
// The message that a fact of latestLocationFact() is about.
[[nodiscard]] std::optional<MailTarget> targetOfLocationFact(const QString &name);

// What a decision of this kind relies on, latest locations apart.
[[nodiscard]] QStringList factsReliedOn(DecisionKind kind, bool hasValue);

} // namespace domain
