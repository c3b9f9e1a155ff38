// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the settings are kept: $XDG_CONFIG_HOME/casemate/casemate.ini over /etc/xdg/casemate/casemate.ini, which holds an
// organisation's defaults. A value out of range counts as absent. Main thread.

#include "domain/result.h"
#include "domain/settings.h"

namespace app {

using domain::Settings;

[[nodiscard]] Settings readSettings();
[[nodiscard]] Settings defaultSettings(); // the organisation's over the built-in: what holds where a person set nothing
// The whole file is replaced at once or not at all. What equals the default is left out, so that it follows the default.
[[nodiscard]] domain::Result<domain::Done> writeSettings(const Settings &settings);

} // namespace app
