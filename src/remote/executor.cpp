// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executor.h"

namespace remote {

bool isUncertain(const domain::Decision &decision)
{
    return decision.state == domain::DecisionState::Unknown
        || (decision.state == domain::DecisionState::Verifying && !decision.stateReason.isEmpty());
}

Outcome outcomeOf(const domain::Error &error)
{
    Outcome outcome;
    outcome.verdict = error.mayHaveBeenApplied ? Outcome::Class::Unknown : Outcome::Class::No;
    outcome.error = error;
    outcome.httpStatus = error.httpStatus;
    outcome.requestId = error.requestId;
    return outcome;
}

} // namespace remote
