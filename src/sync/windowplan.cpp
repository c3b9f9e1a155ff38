// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowplan.h"

#include <algorithm>

namespace casemate::sync {

using domain::Moment;
using domain::TimeWindow;

namespace {

// A Date that was wrong for a while, or a server restored from a copy: more than this, and we do not trust what we drained.
constexpr qint64 tolerableStepBackSeconds = 3600;

bool isFuture(const TimeWindow &window)
{
    return window.to == endOfTime;
}

Moment firstFrom(Moment now, const PullRules &rules)
{
    return now.plusSeconds(-std::chrono::duration_cast<std::chrono::seconds>(rules.firstSpan).count());
}

PullPlan firstPlan(Moment now, const PullRules &rules)
{
    return {{{firstFrom(now, rules), now}, {now, endOfTime}}, false};
}

} // namespace

QList<TimeWindow> normalised(QList<TimeWindow> windows)
{
    windows.removeIf([](const TimeWindow &window) { return window.to <= window.from; });
    std::sort(windows.begin(), windows.end(),
              [](const TimeWindow &a, const TimeWindow &b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
    QList<TimeWindow> merged;
    for (const TimeWindow &window : std::as_const(windows)) {
        if (!merged.isEmpty() && window.from < merged.last().to)
            merged.last().to = std::max(merged.last().to, window.to);
        else
            merged.append(window);
    }
    return merged;
}

PullPlan planPull(const store::FeedState &state, Moment now, const PullRules &rules)
{
    QList<TimeWindow> open = state.open;
    const auto future = std::find_if(open.begin(), open.end(), isFuture);
    if (future == open.end() && !state.watermark)
        return firstPlan(now, rules);

    const Moment readUpTo = future == open.end() ? *state.watermark : future->from;
    if (future != open.end())
        open.removeAt(std::distance(open.begin(), future));
    if (now < readUpTo.plusSeconds(-tolerableStepBackSeconds)) {
        PullPlan again = firstPlan(now, rules);
        again.startOver = true;
        return again;
    }
    const Moment next = std::max(now, readUpTo);
    open.append({readUpTo.plusSeconds(-rules.overlap.count()), next});
    open = normalised(open);
    open.append({next, endOfTime});
    return {open, false};
}

std::optional<TimeWindow> nextWindow(const QList<TimeWindow> &open, Moment until, const QList<TimeWindow> &skipped)
{
    for (auto window = open.crbegin(); window != open.crend(); ++window) {
        if (window->to <= until && !skipped.contains(*window))
            return *window;
    }
    return std::nullopt;
}

std::optional<QList<TimeWindow>> halved(const QList<TimeWindow> &open, const TimeWindow &window,
                                        std::optional<Moment> where)
{
    const qsizetype at = open.indexOf(window);
    const qint64 length = window.to.ticks - window.from.ticks;
    if (at < 0 || length < 2 * shortestWindowTicks)
        return std::nullopt;
    const bool isWithin = where && window.from < *where && *where < window.to;
    const Moment middle = isWithin ? *where : Moment {window.from.ticks + length / 2};
    QList<TimeWindow> result = open;
    result[at] = {window.from, middle};
    result.insert(at + 1, {middle, window.to});
    return result;
}

QList<TimeWindow> withoutDrained(const QList<TimeWindow> &open, const TimeWindow &drained)
{
    QList<TimeWindow> rest;
    for (const TimeWindow &window : open) {
        if (window.to <= drained.from || drained.to <= window.from) {
            rest.append(window);
            continue;
        }
        if (window.from < drained.from)
            rest.append({window.from, drained.from});
        if (drained.to < window.to)
            rest.append({drained.to, window.to});
    }
    return rest;
}

std::optional<Moment> watermarkAfter(const store::FeedState &state, const TimeWindow &drained)
{
    const QList<TimeWindow> rest = withoutDrained(state.open, drained);
    if (rest.isEmpty())
        return state.watermark ? std::max(*state.watermark, drained.to) : drained.to;
    const Moment oldest
        = std::min_element(rest.begin(), rest.end(), [](const TimeWindow &a, const TimeWindow &b) { return a.from < b.from; })
              ->from;
    const bool allRead = rest.size() == 1 && isFuture(rest.first());
    if (!state.watermark)
        return allRead ? std::optional(oldest) : std::nullopt;
    return std::max(*state.watermark, oldest);
}

} // namespace casemate::sync
