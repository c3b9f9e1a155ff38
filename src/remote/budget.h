// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many calls a tenant may make: 100 of the service's 150 a minute, of which a pull may use 80 so that a person's own
// action always finds room; hunting at most 30 a minute and one at a time. Foreground goes before sync. Retry-After pauses
// its bucket. Engine thread.

#include "domain/clock.h"
#include "domain/engine.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>

namespace remote {

enum class Bucket { Security, Hunting };
enum class Lane { Foreground, Sync };

struct BudgetLimits { // calls a minute
    int security = 100;
    int sync = 80; // of those
    int hunting = 30;
};

class Budget final : public QObject
{
    Q_OBJECT
public:
    explicit Budget(domain::Clock &clock, BudgetLimits limits = {}, QObject *parent = nullptr);

    // Calls `go` once a call may be made, at the earliest after this function has returned; not once context is gone.
    void admit(Bucket bucket, Lane lane, QObject *context, std::function<void()> go);
    void setLimits(const BudgetLimits &limits);
    void finished(Bucket bucket); // must follow each go(): hunting waits for it
    void pause(Bucket bucket, std::chrono::milliseconds length); // never shortens a pause

    [[nodiscard]] domain::BudgetState state() const;

Q_SIGNALS:
    void changed(const domain::BudgetState &state);

private:
    struct Waiting {
        QPointer<QObject> context;
        std::function<void()> go;
    };
    struct State {
        std::deque<std::chrono::milliseconds> calls; // of the last minute, by the monotonic clock
        std::deque<Waiting> foreground;
        std::deque<Waiting> sync;
        std::chrono::milliseconds pausedUntil {0};
        int running = 0;
        std::optional<std::chrono::milliseconds> wakeAt;
    };

    [[nodiscard]] State &of(Bucket bucket) { return bucket == Bucket::Hunting ? m_hunting : m_security; }
    [[nodiscard]] int limit(Bucket bucket, Lane lane) const;
    void serve(Bucket bucket);
    [[nodiscard]] std::chrono::milliseconds untilNext(Bucket bucket, Lane lane);
    void wakeAfter(Bucket bucket, std::chrono::milliseconds delay);

    domain::Clock &m_clock;
    BudgetLimits m_limits;
    State m_security;
    State m_hunting;
};

} // namespace remote
