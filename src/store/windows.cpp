// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows.h"

#include <algorithm>

using domain::TimeWindow;

namespace store {

QList<TimeWindow> without(const QList<TimeWindow> &open, const TimeWindow &drained)
{
    if (drained.to <= drained.from)
        return open;
    QList<TimeWindow> left;
    for (const TimeWindow &window : open) {
        const TimeWindow before {window.from, std::min(window.to, drained.from)};
        const TimeWindow after {std::max(window.from, drained.to), window.to};
        if (drained.to <= window.from || drained.from >= window.to) {
            left.append(window);
            continue;
        }
        if (before.from < before.to)
            left.append(before);
        if (after.from < after.to)
            left.append(after);
    }
    return left;
}

} // namespace store
