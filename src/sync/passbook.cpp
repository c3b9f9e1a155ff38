// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "passbook.h"

#include <algorithm>
#include <utility>

namespace casemate::sync {

void PassBook::begin(const domain::TimeWindow &window)
{
    const bool isAgain = window == m_window && m_ended;
    m_before = isAgain ? std::optional(std::exchange(m_now, {})) : std::nullopt;
    m_window = window;
    m_now.clear();
    m_count.reset();
    m_pages = 0;
    m_incomplete = false;
    m_ended = false;
}

Reading PassBook::note(const PageSeen &page)
{
    if (m_pages++ == 0)
        m_count = page.count;
    m_incomplete = m_incomplete || page.incomplete;
    for (const SeenItem &item : page.items)
        m_now.insert(item.id, item.stamp);
    if (page.hasNext)
        return Reading::GoesOn;
    m_ended = true;
    if (m_incomplete)
        return Reading::Incomplete;
    if (m_count && m_now.size() >= *m_count)
        return Reading::Complete;
    if (m_pages == 1) // nothing can slip past within one page
        return m_count ? Reading::Short : Reading::Complete;
    if (!sawAllOfBefore())
        return Reading::Unsure;
    return m_count ? Reading::Short : Reading::Complete;
}

std::optional<domain::Moment> PassBook::medianStamp() const
{
    QList<domain::Moment> stamps = m_now.values();
    if (stamps.isEmpty())
        return std::nullopt;
    const auto median = stamps.begin() + stamps.size() / 2;
    std::nth_element(stamps.begin(), median, stamps.end());
    return *median;
}

bool PassBook::sawAllOfBefore() const
{
    return m_before && std::all_of(m_before->keyValueBegin(), m_before->keyValueEnd(), [this](const auto &item) {
               const auto again = m_now.constFind(item.first);
               return again != m_now.constEnd() && *again == item.second;
           });
}

} // namespace casemate::sync
