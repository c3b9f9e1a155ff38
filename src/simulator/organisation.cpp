// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

Organisation::Organisation(quint64 seedValue, QString tenant, Ticks startTime, Switches initial)
    : seed(seedValue)
    , tenantId(std::move(tenant))
    , start(startTime)
    , switches(std::move(initial))
    , clock(start)
    , people(seed)
    , background(seed, people, start, switches.value("expiredEvidence"_L1))
    , incidents(seed, background)
    , json(incidents, switches, tenantId)
{
}

} // namespace simulator
