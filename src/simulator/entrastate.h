// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the endpoints of the sign-in service share. Values; tenant thread.

#include "simulator/claimsrequest.h"
#include "simulator/clientassertions.h"
#include "simulator/devicecodes.h"
#include "simulator/tokenmint.h"

#include <QTimeZone>

namespace simulator {

struct EntraState {
    TokenMint mint;
    EntraSettings settings;
    GrantStore grants;
    Clock clock;
    bool autoApprove = false;
    DeviceCodes devices {};
    ClientAssertions assertions {};

    [[nodiscard]] QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(clock(), QTimeZone::utc()); }
};

} // namespace simulator
