// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names and values of the facts that executors re-read before they send. A decision freezes some of them; readFacts()
// answers those it named, read again, so that domain::differences() compares like with like. Pure; any thread.

#include "domain/decision.h"
#include "domain/incident.h"

#include <QString>

#include <optional>

namespace remote {

// of an incident: wire words, tags sorted and joined by a line feed
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
inline constexpr char16_t factRemediationStatus[] = u"remediationStatus"; // "pendingApproval", or empty when it no longer waits
inline constexpr char16_t factTargetSet[] = u"targetSet"; // see targetSetValue()
// of a mail: see domain::latestLocationFact()

[[nodiscard]] std::optional<domain::MailTarget> targetOfLatestLocation(const QString &factName);
[[nodiscard]] QString locationValue(const domain::Word<domain::MailLocation> &location);
[[nodiscard]] QString targetSetValue(QList<domain::MailTarget> targets); // "<count>:<SHA-256 over the sorted set>"
// The value of one of the incident facts above; nothing for another name.
[[nodiscard]] std::optional<QString> incidentFactValue(const domain::Incident &incident, const QString &name);

} // namespace remote
