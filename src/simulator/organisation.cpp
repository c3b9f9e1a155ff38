// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

Organisation::Organisation(const PlanRules &rules, const OrganisationName &name, Ticks startTime, Switches initial)
    : seed(rules.seed)
    , tenantId(name.tenantId)
    , start(startTime)
    , switches(std::move(initial))
    , clock(start)
    , people(seed, rules.mailboxes, name.domain)
    , mailboxRules(people)
    , background(rules, people, start, switches.value("expiredEvidence"_L1))
    , incidents(seed, background)
    , json(incidents, switches, tenantId)
{
}

Ticks Organisation::retainedFrom() const
{
    return (clock.now() / oneDay - switches.number("retentionDays"_L1)) * oneDay;
}

} // namespace simulator
