// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The few things a person or an organisation may set. INI: $XDG_CONFIG_HOME/casemate/casemate.ini over
// /etc/xdg/casemate/casemate.ini. Values out of range fall back to the default. Read once; a value; any thread.

#include <QString>

#include <chrono>

namespace app {

struct Settings {
    std::chrono::seconds undoHold {10}; // 0 to 300
    std::chrono::hours decisionLife {8}; // offline decisions die after this; 1 to 144
    std::chrono::seconds pollEvery {60}; // 15 to 3600
    int callsPerMinute = 100; // of the 150 that Microsoft allows; 10 to 150
    int firstSyncDays = 180; // 1 to 365
    QString theme; // "light", "dark"; empty: as the desktop says

    [[nodiscard]] static Settings read();
};

} // namespace app
