// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// /security/alerts_v2: list, get, update, comment. Moving is in restructureendpoint.h. Lives in the tenant thread.

#include "caselist.h"
#include "casejson.h"
#include "graphcall.h"

namespace simulator {

struct Organisation;

class AlertsEndpoint {
public:
    explicit AlertsEndpoint(Organisation &org);

    void sortRows() { m_list.keepUp(); }
    Response answer(const GraphCall &call); // segments from "alerts_v2" on

private:
    [[nodiscard]] Response list(const GraphCall &call);
    [[nodiscard]] Response get(const GraphCall &call, AlertIndex index) const;
    [[nodiscard]] Response update(const GraphCall &call, AlertIndex index);
    [[nodiscard]] Response comment(const GraphCall &call, AlertIndex index);
    [[nodiscard]] Response comments(const GraphCall &call, AlertIndex index) const;
    [[nodiscard]] Response entity(const GraphCall &call, AlertIndex index, const WireForm &form) const;

    Organisation &m_org;
    CaseList m_list;
};

} // namespace simulator
