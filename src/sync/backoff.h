// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Waiting times that double with every failure and go back to the first one on success only. A value; any thread.

#include <algorithm>
#include <chrono>

namespace casemate::sync {

class Backoff
{
public:
    constexpr Backoff(std::chrono::seconds first, std::chrono::seconds most)
        : m_first(first)
        , m_most(most)
        , m_next(first)
    {
    }

    [[nodiscard]] constexpr std::chrono::seconds next()
    {
        const std::chrono::seconds now = m_next;
        m_next = std::min(2 * m_next, m_most);
        return now;
    }
    constexpr void succeed() { m_next = m_first; }
    [[nodiscard]] constexpr bool hasFailed() const { return m_next != m_first; }

private:
    std::chrono::seconds m_first;
    std::chrono::seconds m_most;
    std::chrono::seconds m_next;
};

} // namespace casemate::sync
