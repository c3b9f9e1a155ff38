// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which incidents or alerts a filter names, in the order asked for. The last answers are remembered while nothing changes,
// because a client walks through the pages of one question. Lives in the tenant thread.

#include "incidentstore.h"
#include "listquery.h"

#include <list>

namespace simulator {

class CaseList {
public:
    enum class Of { Incidents, Alerts };

    CaseList(const IncidentStore &store, Of of);

    using Indices = std::vector<quint32>;
    [[nodiscard]] Result<const Indices *> find(const ListQuery &query); // good until the next call

private:
    struct Known {
        QString question;
        quint64 revision = 0;
        Indices indices;
    };

    [[nodiscard]] Result<Indices> search(const ListQuery &query) const;
    [[nodiscard]] Result<Indices> filtered(const QString &filter) const;
    [[nodiscard]] Ticks timeOf(quint32 index, bool updated) const;

    const IncidentStore &m_store;
    Of m_of;
    std::list<Known> m_known; // latest first
};

} // namespace simulator
