// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the endpoints of the sign-in service share. Values; tenant thread.

#include "simulator/tokenmint.h"

#include <QTimeZone>

namespace simulator {

struct EntraState {
    TokenMint mint;
    EntraSettings settings;
    GrantStore grants;
    Clock clock;
    bool autoApprove = false;

    [[nodiscard]] QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(clock(), QTimeZone::utc()); }
};

} // namespace simulator
