// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The simulated clock. It moves only when told to. Every write takes a stamp of its own from it, later than all stamps
// before, even while the clock stands still: the service's stamps are unique, and clients order by them. Tenant thread.

#include "stamp.h"

#include <algorithm>

namespace simulator {

class TenantClock {
public:
    explicit TenantClock(Ticks start)
        : m_now(start)
        , m_last(start)
    {
    }

    [[nodiscard]] Ticks now() const { return std::max(m_now, m_last); }

    void moveTo(Ticks time) { m_now = std::max(m_now, time); }

    [[nodiscard]] Ticks takeStamp()
    {
        // a few odd microseconds, so that all seven digits carry meaning
        m_last = std::max(m_now, m_last) + 12'347;
        return m_last;
    }

private:
    Ticks m_now;
    Ticks m_last;
};

} // namespace simulator
