// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "budget.h"

#include <algorithm>

namespace remote {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds window {60'000};

} // namespace

Budget::Budget(domain::Clock &clock, BudgetLimits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
{
}

void Budget::admit(Bucket bucket, Lane lane, QObject *context, std::function<void()> go)
{
    auto &queue = lane == Lane::Foreground ? of(bucket).foreground : of(bucket).sync;
    queue.push_back({context, std::move(go)});
    QMetaObject::invokeMethod(
        this, [this, bucket] { serve(bucket); }, Qt::QueuedConnection);
}

void Budget::setLimits(const BudgetLimits &limits)
{
    m_limits = limits;
    for (const Bucket bucket : {Bucket::Security, Bucket::Hunting})
        serve(bucket);
    Q_EMIT changed(state());
}

void Budget::finished(Bucket bucket)
{
    State &state = of(bucket);
    state.running = std::max(0, state.running - 1);
    QMetaObject::invokeMethod(
        this, [this, bucket] { serve(bucket); }, Qt::QueuedConnection);
}

void Budget::pause(Bucket bucket, milliseconds length)
{
    State &state = of(bucket);
    state.pausedUntil = std::max(state.pausedUntil, m_clock.elapsed() + length);
    Q_EMIT changed(this->state());
    m_clock.after(length, this, [this] { Q_EMIT changed(this->state()); });
}

domain::BudgetState Budget::state() const
{
    const milliseconds now = m_clock.elapsed();
    domain::BudgetState result;
    result.limit = m_limits.security;
    result.used = static_cast<int>(std::count_if(m_security.calls.begin(), m_security.calls.end(),
                                                 [now](milliseconds call) { return call + window > now; }));
    if (m_security.pausedUntil > now)
        result.pausedUntil = domain::Moment {m_clock.now().ticks + (m_security.pausedUntil - now).count() * 10'000};
    return result;
}

int Budget::limit(Bucket bucket, Lane lane) const
{
    if (bucket == Bucket::Hunting)
        return m_limits.hunting;
    return lane == Lane::Sync ? std::min(m_limits.sync, m_limits.security) : m_limits.security;
}

milliseconds Budget::untilNext(Bucket bucket, Lane lane)
{
    State &state = of(bucket);
    const milliseconds now = m_clock.elapsed();
    while (!state.calls.empty() && state.calls.front() + window <= now)
        state.calls.pop_front();
    milliseconds wait = std::max(milliseconds(0), state.pausedUntil - now);
    const auto most = static_cast<size_t>(std::max(1, limit(bucket, lane)));
    if (state.calls.size() >= most)
        wait = std::max(wait, state.calls[state.calls.size() - most] + window - now);
    return wait;
}

void Budget::serve(Bucket bucket)
{
    State &state = of(bucket);
    for (;;) {
        for (auto *queue : {&state.foreground, &state.sync}) {
            while (!queue->empty() && !queue->front().context)
                queue->pop_front();
        }
        if (state.foreground.empty() && state.sync.empty())
            return;
        if (bucket == Bucket::Hunting && state.running > 0)
            return;
        const Lane lane = state.foreground.empty() ? Lane::Sync : Lane::Foreground;
        const milliseconds wait = untilNext(bucket, lane);
        if (wait > milliseconds(0)) {
            wakeAfter(bucket, wait);
            return;
        }
        auto &queue = lane == Lane::Foreground ? state.foreground : state.sync;
        const std::function<void()> go = std::move(queue.front().go);
        queue.pop_front();
        state.calls.push_back(m_clock.elapsed());
        ++state.running;
        Q_EMIT changed(this->state());
        m_clock.after(window, this, [this] { Q_EMIT changed(this->state()); });
        go();
    }
}

void Budget::wakeAfter(Bucket bucket, milliseconds delay)
{
    State &state = of(bucket);
    const milliseconds at = m_clock.elapsed() + delay;
    if (state.wakeAt && *state.wakeAt <= at)
        return;
    state.wakeAt = at;
    m_clock.after(delay, this, [this, bucket, at] {
        State &waiting = of(bucket);
        if (waiting.wakeAt == at)
            waiting.wakeAt.reset();
        serve(bucket);
    });
}

} // namespace remote
