// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What hunting may cost the tenant as a whole: processing is counted in rows that tables gave, in cycles of fifteen minutes
// of simulated time. Whoever has used a cycle up waits for the next one. Lives in the tenant thread.

#include "stamp.h"

namespace simulator {

class HuntingQuota {
public:
    // quota in rows; zero: there is none. 0: go on; otherwise the whole seconds until the next cycle.
    [[nodiscard]] int secondsToWait(Ticks now, qint64 quota);
    void spend(Ticks now, qint64 rows);

private:
    void enter(Ticks now);

    Ticks m_cycle = 0; // number of the cycle
    qint64 m_spent = 0;
};

} // namespace simulator
