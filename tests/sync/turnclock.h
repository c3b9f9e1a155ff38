// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A clock that stands still until the test lets it jump to the next alarm. Main thread.

#include "domain/clock.h"

#include <QPointer>

#include <algorithm>
#include <optional>
#include <vector>

namespace casemate::test {

class TurnClock final : public domain::Clock
{
public:
    [[nodiscard]] domain::Moment now() const override { return {m_start.ticks + m_elapsed.count() * 10'000}; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_elapsed; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override
    {
        m_alarms.push_back({m_elapsed + delay, m_number++, context, std::move(call)});
    }

    // Nothing when nobody waits any more.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNext()
    {
        std::erase_if(m_alarms, [](const Alarm &alarm) { return !alarm.context; });
        if (m_alarms.empty())
            return std::nullopt;
        return std::max(std::chrono::milliseconds(0), next()->due - m_elapsed);
    }

    void ringNext()
    {
        const auto it = next();
        const Alarm alarm = *it;
        m_alarms.erase(it);
        m_elapsed = std::max(m_elapsed, alarm.due);
        if (alarm.context)
            alarm.call();
    }

    void pass(std::chrono::milliseconds length) { m_elapsed += length; } // alarms that fall due ring later

private:
    struct Alarm {
        std::chrono::milliseconds due {0};
        quint64 number = 0; // of two at the same time the older one rings first
        QPointer<QObject> context;
        std::function<void()> call;
    };

    [[nodiscard]] std::vector<Alarm>::iterator next()
    {
        return std::min_element(m_alarms.begin(), m_alarms.end(), [](const Alarm &a, const Alarm &b) {
            return a.due != b.due ? a.due < b.due : a.number < b.number;
        });
    }

    domain::Moment m_start = domain::Moment::fromMsecs(1'780'000'000'000);
    std::chrono::milliseconds m_elapsed {1'000'000};
    quint64 m_number = 0;
    std::vector<Alarm> m_alarms;
};

} // namespace casemate::test
