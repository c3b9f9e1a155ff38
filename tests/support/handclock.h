// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A clock whose hands the test turns. Main thread.

#include "domain/clock.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace casemate::test {

class HandClock final : public domain::Clock
{
public:
    [[nodiscard]] domain::Moment now() const override { return {m_start.ticks + m_elapsed.count() * 10'000}; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_elapsed; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override
    {
        m_alarms.push_back({m_elapsed + delay, context, std::move(call)});
    }

    // Lets time pass; what falls due on the way is called in order, at its own time.
    void advance(std::chrono::milliseconds length)
    {
        const std::chrono::milliseconds end = m_elapsed + length;
        for (;;) {
            const auto next = std::min_element(m_alarms.begin(), m_alarms.end(),
                                               [](const Alarm &a, const Alarm &b) { return a.due < b.due; });
            if (next == m_alarms.end() || next->due > end)
                break;
            const Alarm alarm = *next;
            m_alarms.erase(next);
            m_elapsed = std::max(m_elapsed, alarm.due);
            if (alarm.context)
                alarm.call();
        }
        m_elapsed = end;
    }
    void jumpWallClock(qint64 seconds) { m_start = m_start.plusSeconds(seconds); } // no time passes
    [[nodiscard]] bool hasAlarms() const { return !m_alarms.empty(); }

private:
    struct Alarm {
        std::chrono::milliseconds due {0};
        QPointer<QObject> context;
        std::function<void()> call;
    };

    domain::Moment m_start = *domain::Moment::parse(u"2026-03-03T09:30:00Z");
    std::chrono::milliseconds m_elapsed {1'000'000};
    std::vector<Alarm> m_alarms;
};

} // namespace casemate::test
