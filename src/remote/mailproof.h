// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether mails lie where a decision wanted them, and whether they came there by it. Pure; any thread.

#include "executor.h"
#include "mailsighting.h"

namespace remote {

// `targets` with a recipient each.
[[nodiscard]] Proof mailProof(const domain::Decision &decision, const QList<domain::MailTarget> &targets,
                              const QList<MailSighting> &sightings);

// The source's own time of the oldest location that the decision was based on: what was done before it proves nothing.
[[nodiscard]] std::optional<domain::Moment> locationsReadAt(const domain::Decision &decision);

} // namespace remote
