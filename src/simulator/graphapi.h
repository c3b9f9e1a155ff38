// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Leads a call of Graph to the endpoint that its path names. Lives in the tenant thread.

#include "alertsendpoint.h"
#include "huntingendpoint.h"
#include "incidentsendpoint.h"
#include "mailendpoint.h"

namespace simulator {

class GraphApi {
public:
    explicit GraphApi(Organisation &org);

    void prepare(); // once the world is there, so that no first question waits
    [[nodiscard]] Response answer(const Request &request, const Caller &caller);

private:
    [[nodiscard]] Response route(const GraphCall &call);
    [[nodiscard]] Response routeSecurity(const GraphCall &call);

    Organisation &m_org;
    IncidentsEndpoint m_incidents;
    AlertsEndpoint m_alerts;
    MailEndpoint m_mails;
    HuntingEndpoint m_hunting;
};

} // namespace simulator
