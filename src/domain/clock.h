// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam: time. Everything that waits or stamps takes it by constructor, so that tests turn the hands. A clock belongs to
// the thread it was made in; one instance per thread.

#include "moment.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace domain {

class Clock
{
public:
    virtual ~Clock() = default;

    [[nodiscard]] virtual Moment now() const = 0; // wall time; may jump
    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0; // monotonic, arbitrary zero
    // Calls once after `delay`, in the caller's thread, unless context has gone by then.
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Moment now() const override;
    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;
};

} // namespace domain
