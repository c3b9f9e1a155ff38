// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exitcode.h"

namespace app {

ExitCode exitCode(const domain::Error &error)
{
    switch (error.kind) {
    case domain::ErrorKind::UsageWrong:
        return ExitCode::Usage;
    case domain::ErrorKind::Incomplete:
        return ExitCode::Incomplete;
    case domain::ErrorKind::SignInNeeded:
        return ExitCode::SignInNeeded;
    case domain::ErrorKind::Busy:
        return ExitCode::Busy;
    default:
        return ExitCode::Failed;
    }
}

} // namespace app
