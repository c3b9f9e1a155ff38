// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The front door of Graph: lets in whoever holds a good token, counts calls, and gives every answer the headers and the
// innerError that Graph gives. A $batch it takes apart, so that each of its items counts as a call of its own. What lies behind it (the tenant, or a replay) sees only requests with a known caller.
// Tenant thread.

#include "simulator/calllimits.h"
#include "simulator/entra.h"
#include "simulator/throttle.h"

#include <QDateTime>

namespace simulator {

class FrontDoor
{
public:
    using Graph = std::function<Response(const Request &, const Caller &)>;
    using Now = std::function<QDateTime()>; // simulated time, which is the server's time as clients see it

    FrontDoor(const Entra &entra, Graph graph, Now now, Clock clock, CallLimits limits);

    Response answer(const Request &request);
    void setLimits(const CallLimits &limits) { m_limits = limits; }
    [[nodiscard]] const CallLimits &limits() const { return m_limits; }

private:
    [[nodiscard]] Response admit(const Request &request);
    [[nodiscard]] Response pass(const Request &request, const Caller &caller);
    [[nodiscard]] Response unauthorized(const Request &request, const TokenRefusal &refusal) const;
    [[nodiscard]] std::optional<Response> throttled(const Request &request, const Caller &caller);
    [[nodiscard]] Response error(int status, const QString &code, const QString &message) const;
    void complete(Response &response, const Request &request) const;

    const Entra &m_entra;
    Graph m_graph;
    Now m_now;
    Clock m_clock;
    CallLimits m_limits;
    Throttle m_throttle;
};

} // namespace simulator
