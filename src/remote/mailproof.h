// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether mails lie where a decision wanted them, and who put them there. Pure; any thread.
//
// The service names nobody: what it records of a move is a time, a result, and whether an administrator, the recipient or
// the service itself did it. So a move is taken as ours when our request was answered with yes and nothing on record
// speaks against it. Otherwise the mails being there is proved, and Proof::reason says what is not:
//   "movedByOther"          by the record at least one was moved by the recipient, by the service, or before our request
//   "movedByAdministrator"  our request got no answer; an administrator moved them: by it, or in the portal
//   "movedByUnknown"        our request got no answer, and nobody's action is on record
// The reasons are in docs/decisions/0008-whose-move.md.

#include "executor.h"
#include "mailsighting.h"

namespace remote {

// `targets` with a recipient each.
[[nodiscard]] Proof mailProof(const domain::Decision &decision, const QList<domain::MailTarget> &targets,
                              const QList<MailSighting> &sightings);

// Whether a mail that lies there lies where the action would put it.
[[nodiscard]] bool isDestination(domain::MailAction action, const domain::Word<domain::MailLocation> &location);

// The source's own time of the oldest location that the decision was based on: what was done before it proves nothing.
[[nodiscard]] std::optional<domain::Moment> locationsReadAt(const domain::Decision &decision);

} // namespace remote
