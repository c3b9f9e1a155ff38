// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How big a tenant is, by name. Pure.

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace simulator {

struct WorldSize {
    QLatin1StringView name;
    int mailboxes = 0;
    int incidents = 0;
    bool oneAlertEach = false; // else about 1.6, with a tail up to 1,000
    QLatin1StringView meaning {};
};

inline constexpr int mostIncidents = 1'000'000;

[[nodiscard]] std::span<const WorldSize> worldSizes(); // the first is the one that goes without saying
[[nodiscard]] const WorldSize *findWorldSize(const QString &name); // nullptr: there is none of this name

} // namespace simulator
