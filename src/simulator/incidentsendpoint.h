// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// /security/incidents: list, get, update, comment. Merging is in restructureendpoint.h. Lives in the tenant thread.

#include "caselist.h"
#include "casejson.h"
#include "graphcall.h"

namespace simulator {

struct Organisation;
class Switches;

class IncidentsEndpoint {
public:
    explicit IncidentsEndpoint(Organisation &org);

    void sortRows() { m_list.keepUp(); } // before the first question, which would wait for it
    Response answer(const GraphCall &call); // segments from "incidents" on

private:
    [[nodiscard]] Response list(const GraphCall &call);
    [[nodiscard]] Response get(const GraphCall &call, IncidentIndex index);
    [[nodiscard]] Response update(const GraphCall &call, IncidentIndex index);
    [[nodiscard]] Response comment(const GraphCall &call, IncidentIndex index);
    [[nodiscard]] Response comments(const GraphCall &call, IncidentIndex index) const;
    [[nodiscard]] Response entity(const GraphCall &call, IncidentIndex index, const WireForm &form) const;

    Organisation &m_org;
    CaseList m_list;
};

// Who an edit is by, as the service writes it into lastModifiedBy and comments.
[[nodiscard]] QString modifierOf(const Caller &caller);
// After a comment was added: all of them, or the new one alone.
[[nodiscard]] Response commentAnswer(const GraphCall &call, const Switches &switches, const Response &all);
[[nodiscard]] QString authorOf(const Caller &caller, const Organisation &org);

} // namespace simulator
