// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Calls in a time, as Graph counts them: a sliding window per bucket, in real time, in which refused calls count as well.
// Tenant thread.

#include <QHash>
#include <QList>
#include <QString>

namespace simulator {

class Throttle
{
public:
    // Counts a call made at `now` (ms). 0: go on; otherwise the whole seconds to wait.
    int take(const QString &bucket, int limit, qint64 now, qint64 window = minute);

private:
    static constexpr qint64 minute = 60'000; // ms

    QHash<QString, QList<qint64>> m_calls; // times within the window, oldest first
};

} // namespace simulator
