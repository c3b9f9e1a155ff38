// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program knows of itself: versions, system, locale, and whether what stands in the settings counts. Quick.
// Main thread.

#include "domain/finding.h"

namespace app {

[[nodiscard]] domain::Findings programFindings();
[[nodiscard]] domain::Findings settingsFindings();

} // namespace app
