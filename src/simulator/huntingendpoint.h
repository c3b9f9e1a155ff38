// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// /security/runHuntingQuery. Lives in the tenant thread.

#include "graphcall.h"
#include "huntingtable.h"

namespace simulator {

class HuntingEndpoint {
public:
    explicit HuntingEndpoint(const Organisation &org);

    [[nodiscard]] Response answer(const GraphCall &call) const;

private:
    [[nodiscard]] Response run(const GraphCall &call, const QString &query, const QString &timespan) const;

    const Organisation &m_org;
};

// ISO 8601: a duration back from now, start/end, duration/end, start/duration or a start alone.
[[nodiscard]] std::optional<HuntingWindow> readTimespan(const QString &text, Ticks now);

} // namespace simulator
