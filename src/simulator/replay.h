// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Answers the list and get calls of incidents and alerts from a recording, with the filters, pages and permissions of the
// tenant, and refuses everything else. Tenant thread.

#include "simulator/graphcall.h"
#include "simulator/listquery.h"
#include "simulator/recording.h"
#include "simulator/switches.h"

namespace simulator {

class Replay
{
public:
    Replay(Recording recording, Switches switches);

    Response graph(const Request &request, const Caller &caller, Ticks now) const;

private:
    struct Feed; // incidents or alerts

    [[nodiscard]] Response list(const GraphCall &call, const Feed &feed) const;
    [[nodiscard]] Response get(const GraphCall &call, const Feed &feed) const;
    [[nodiscard]] Feed feedOf(const GraphCall &call) const;
    [[nodiscard]] QByteArray text(const RecordedItem &item, const ListQuery &query, const GraphCall &call) const;

    Recording m_recording;
    QStringList m_incidentNames; // of all members that occur
    QStringList m_alertNames;
    Switches m_switches;
};

} // namespace simulator
