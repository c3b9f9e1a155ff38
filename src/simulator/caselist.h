// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which incidents or alerts a filter names, in the order asked for. A client walks through the pages of one question, so
// the last ones are remembered while nothing changes, and each is searched only as far as somebody has read. Lives in the
// tenant thread.

#include "caseorder.h"
#include "incidentstore.h"
#include "listquery.h"
#include "odatafilter.h"

#include <list>

namespace simulator {

class CaseList {
public:
    enum class Of { Incidents, Alerts };

    CaseList(const IncidentStore &store, Of of);

    void keepUp(); // takes over what came and what moved since the last question; find() does it, too
    // What was created before is no longer there.
    void forgetBefore(Ticks time) { m_oldest = time; }

    using Indices = std::vector<quint32>;
    // All with $count, else as far as the page goes, and one more if there is one. Good until the next call.
    [[nodiscard]] Result<const Indices *> find(const ListQuery &query);

private:
    struct Search {
        QString question;
        quint64 revision = 0;
        ODataFilter filter {};
        std::span<const quint32> candidates {}; // of an order, or of sorted
        Indices sorted {};
        bool backwards = false;
        std::size_t looked = 0; // candidates that were tried
        Indices found {};
    };

    [[nodiscard]] Result<ODataFilter> parse(const QString &text) const;
    [[nodiscard]] Result<Search> begin(const ListQuery &query) const;
    void goOn(Search &search, std::size_t wanted) const;
    [[nodiscard]] bool matches(const ODataFilter &filter, quint32 index) const;
    [[nodiscard]] Ticks timeOf(quint32 index, bool updated) const;

    const IncidentStore &m_store;
    Of m_of;
    CaseOrder m_created;
    CaseOrder m_updated;
    std::size_t m_seenEdits = 0;
    std::list<Search> m_searches; // latest first
    Ticks m_oldest = 0;
};

} // namespace simulator
