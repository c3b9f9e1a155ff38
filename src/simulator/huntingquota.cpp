// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingquota.h"

namespace simulator {

namespace {

constexpr Ticks cycleLength = 15 * oneMinute;

} // namespace

int HuntingQuota::secondsToWait(Ticks now, qint64 quota)
{
    enter(now);
    if (quota == 0 || m_spent < quota) {
        return 0;
    }
    return static_cast<int>(((m_cycle + 1) * cycleLength - now + oneSecond - 1) / oneSecond);
}

void HuntingQuota::spend(Ticks now, qint64 rows)
{
    enter(now);
    m_spent += rows;
}

void HuntingQuota::enter(Ticks now)
{
    const Ticks cycle = now / cycleLength;
    m_spent = cycle == m_cycle ? m_spent : 0;
    m_cycle = cycle;
}

} // namespace simulator
