// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a value means for its colour, once for all models. Pure; any thread.

#include "itemroles.h"

#include "domain/decision.h"
#include "domain/vocabulary.h"

namespace models {

[[nodiscard]] Tone toneOf(domain::DecisionState state);
[[nodiscard]] Tone toneOf(domain::Verdict verdict);
[[nodiscard]] Tone toneOf(domain::RemediationStatus status);
// Of an expiry: warning within a day, bad when over.
[[nodiscard]] Tone toneOfExpiry(domain::Moment expires, domain::Moment now);

} // namespace models
