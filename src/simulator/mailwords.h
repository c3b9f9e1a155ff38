// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words for places, threats and moves of mails. Hunting, analyzedEmails and evidence each spell them differently.
// Pure functions.

#include "mail.h"

#include <optional>

namespace simulator {

class Switches;

[[nodiscard]] QString huntingPlace(Place place, const Switches &switches); // "Inbox/folder"
[[nodiscard]] QString analyzedPlace(Place place, const Switches &switches); // "inbox_folder"
[[nodiscard]] QString evidencePlace(Place place); // "Inbox"
[[nodiscard]] QString huntingAction(Place place); // "Delivered", "Junked", "Blocked"
[[nodiscard]] QString analyzedAction(Place place); // "delivered", "deliveredToJunk", "blocked"
[[nodiscard]] std::optional<Place> readPlace(const QString &word); // any of the spellings

[[nodiscard]] QString movedWords(Place place); // "Moved to quarantine", "Soft deleted"

[[nodiscard]] QString threatWord(MailThreat threat); // "Phish", empty for none
[[nodiscard]] QString huntingDirection(MailDirection direction); // "Intra-org"
[[nodiscard]] QString evidenceDirection(MailDirection direction); // "Intraorg"
[[nodiscard]] QString detectionMethod(const Mail &mail); // "URL malicious reputation"; empty for none
[[nodiscard]] QString moveType(const MailMove &move, const Mail &mail); // ActionType: "Manual remediation", "Phish ZAP"
[[nodiscard]] QString moveTrigger(const MailMove &move, const Switches &switches);

[[nodiscard]] bool remediable(Place place); // an administrator's action can still reach it

} // namespace simulator
