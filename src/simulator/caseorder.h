// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Incidents or alerts in the order of one of their times, kept up to date row by row: sorting a million of them anew for
// every page of a list that changes would take longer than the page. A value; used in the tenant thread.

#include "stamp.h"

#include <span>
#include <vector>

namespace simulator {

class CaseOrder {
public:
    void append(const std::vector<Ticks> &times); // of the rows that follow those known so far
    void move(quint32 index, Ticks time);

    [[nodiscard]] std::size_t size() const { return m_times.size(); }
    [[nodiscard]] std::span<const quint32> all() const { return m_order; } // oldest first; same time: smaller index first
    [[nodiscard]] std::span<const quint32> between(Ticks from, Ticks to) const; // both included

private:
    [[nodiscard]] std::vector<quint32>::iterator placeOf(Ticks time, quint32 index);

    std::vector<quint32> m_order;
    std::vector<Ticks> m_times; // by index, as m_order is sorted by them
};

} // namespace simulator
