// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseorder.h"

#include <algorithm>

namespace simulator {

void CaseOrder::append(const std::vector<Ticks> &times)
{
    constexpr std::size_t few = 64; // less than what sorting everything costs
    const bool sortsAll = times.size() > few;
    for (const Ticks time : times) {
        const auto index = static_cast<quint32>(m_times.size());
        m_order.insert(sortsAll ? m_order.end() : placeOf(time, index), index);
        m_times.push_back(time);
    }
    if (sortsAll) {
        std::sort(m_order.begin(), m_order.end(), [this](quint32 left, quint32 right) {
            return m_times[left] != m_times[right] ? m_times[left] < m_times[right] : left < right;
        });
    }
}

void CaseOrder::move(quint32 index, Ticks time)
{
    if (m_times[index] == time) {
        return;
    }
    m_order.erase(placeOf(m_times[index], index));
    m_order.insert(placeOf(time, index), index);
    m_times[index] = time;
}

std::span<const quint32> CaseOrder::between(Ticks from, Ticks to) const
{
    const auto first = std::lower_bound(m_order.begin(), m_order.end(), from,
                                        [this](quint32 index, Ticks time) { return m_times[index] < time; });
    const auto last = std::upper_bound(first, m_order.end(), to,
                                       [this](Ticks time, quint32 index) { return time < m_times[index]; });
    return {first, last};
}

// Where it stands, or would have to.
std::vector<quint32>::iterator CaseOrder::placeOf(Ticks time, quint32 index)
{
    return std::lower_bound(m_order.begin(), m_order.end(), index, [this, time](quint32 other, quint32 wanted) {
        return m_times[other] != time ? m_times[other] < time : other < wanted;
    });
}

} // namespace simulator
