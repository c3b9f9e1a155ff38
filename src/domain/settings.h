// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person or an organisation may set, and the limits of each number. Read from and written to files by app; shown and
// chosen in widgets. A value; any thread.

#include <QMetaType>
#include <QString>

#include <chrono>

namespace domain {

struct Settings {
    std::chrono::seconds undoHold {10};
    std::chrono::hours decisionLife {8}; // a decision that could not be sent dies after this
    std::chrono::seconds pollEvery {60};
    int callsPerMinute = 100; // of the 150 that Microsoft allows
    int firstSyncDays = 180;
    QString theme {}; // "light", "dark"; empty: as the desktop says
    QString language {}; // "en", "de"; empty: as the system says
    bool utc = false; // times on the screen in UTC instead of the local zone

    friend bool operator==(const Settings &, const Settings &) = default;
};

struct SettingLimits {
    int least;
    int most;
};
inline constexpr SettingLimits undoHoldLimits {0, 300}; // seconds
inline constexpr SettingLimits decisionLifeLimits {1, 144}; // hours
inline constexpr SettingLimits pollLimits {15, 3600}; // seconds
inline constexpr SettingLimits callLimits {10, 150}; // a minute
inline constexpr SettingLimits firstSyncLimits {1, 365}; // days

} // namespace domain

Q_DECLARE_METATYPE(domain::Settings)
