// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// /security/runHuntingQuery: who may ask, over which span of time, within which quotas, and what the answer is. Lives in the
// tenant thread.

#include "graphcall.h"
#include "huntingquota.h"
#include "huntingrun.h"
#include "huntingtable.h"

namespace simulator {

class HuntingEndpoint {
public:
    explicit HuntingEndpoint(const Organisation &org);

    [[nodiscard]] Response answer(const GraphCall &call);

private:
    [[nodiscard]] Response run(const GraphCall &call, const QString &query, HuntingWindow window);
    [[nodiscard]] Response result(const GraphCall &call, const HuntingOutcome &outcome) const;
    [[nodiscard]] HuntingLimits limits() const;

    const Organisation &m_org;
    HuntingQuota m_quota;
};

// ISO 8601: a duration back from now, start/end, duration/end, start/duration or a start alone; within the thirty days that
// are kept.
[[nodiscard]] std::optional<HuntingWindow> readTimespan(const QString &text, Ticks now);

} // namespace simulator
