// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throttle.h"

namespace simulator {

int Throttle::take(const QString &bucket, int limit, qint64 now, qint64 window)
{
    QList<qint64> &calls = m_calls[bucket];
    calls.removeIf([now, window](qint64 at) { return at <= now - window; });
    calls.append(now);
    if (calls.size() <= limit)
        return 0;
    // The window has room again when all but limit - 1 of these calls have left it.
    const qint64 free = calls[calls.size() - std::max(limit, 1)] + window;
    return static_cast<int>(std::max<qint64>(1, (free - now + 999) / 1000));
}

} // namespace simulator
