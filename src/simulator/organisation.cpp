// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

Organisation::Organisation(quint64 seedValue, const OrganisationName &name, Ticks startTime, Switches initial)
    : seed(seedValue)
    , tenantId(name.tenantId)
    , start(startTime)
    , switches(std::move(initial))
    , clock(start)
    , people(seed, name.domain)
    , background(seed, people, start, switches.value("expiredEvidence"_L1))
    , incidents(seed, background)
    , json(incidents, switches, tenantId)
{
}

} // namespace simulator
