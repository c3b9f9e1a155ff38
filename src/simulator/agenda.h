// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What will happen by itself, in the order of simulated time; entries of the same time in the order in which they were
// made. Lives in the tenant thread.

#include "stamp.h"

#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace simulator {

class Agenda {
public:
    using Deed = std::function<void()>;

    void at(Ticks time, Deed deed) { m_entries.emplace(time, std::move(deed)); }

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    [[nodiscard]] std::optional<Ticks> nextTime() const
    {
        return m_entries.empty() ? std::nullopt : std::optional(m_entries.begin()->first);
    }

    [[nodiscard]] Deed takeFirst() { return std::move(m_entries.extract(m_entries.begin()).mapped()); }

private:
    std::multimap<Ticks, Deed> m_entries;
};

} // namespace simulator
