// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"

#include <QTimer>

namespace domain {

Moment SystemClock::now() const
{
    using Ticks = std::chrono::duration<qint64, std::ratio<1, 10'000'000>>;
    return {std::chrono::floor<Ticks>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

std::chrono::milliseconds SystemClock::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

void SystemClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call)
{
    QTimer::singleShot(delay, context, std::move(call));
}

} // namespace domain
