// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exit codes of the command line; scripts rely on them. Any thread.

#include "domain/error.h"

namespace app {

enum class ExitCode { Done = 0, Failed = 1, Usage = 2, Incomplete = 3, SignInNeeded = 4, Busy = 5, NeedsPerson = 6 };

[[nodiscard]] ExitCode exitCode(const domain::Error &error);

} // namespace app
