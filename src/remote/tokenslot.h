// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One access token and those who wait for it: however many ask, one refresh runs. Lives by the monotonic clock; renewed
// some minutes before its end, and if that fails for a passing reason the old one serves until it ends. Engine thread.

#include "secret.h"

#include "domain/ask.h"
#include "domain/clock.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace remote {

class TokenSlot final : public QObject
{
    Q_OBJECT
public:
    struct Life {
        Secret token;
        std::chrono::seconds length {0};
    };
    using LifeFunction = std::function<void(domain::Result<Life>)>;
    using Obtain = std::function<void(QObject *asker, LifeFunction answer)>;

    TokenSlot(domain::Clock &clock, Obtain obtain);

    void ask(const Secret &refused, QObject *asker, std::function<void(domain::Result<Secret>)> answer);
    void put(const Life &life);
    void clear(const domain::Error &reason); // those who wait get the reason; a refresh that runs is disregarded

private:
    void renew();
    void settle(const domain::Result<Life> &life);

    domain::Clock &m_clock;
    Obtain m_obtain;
    Secret m_token;
    std::chrono::milliseconds m_renewAt {0};
    std::chrono::milliseconds m_end {0};
    Secret m_refused;
    QList<domain::Answer<Secret>> m_waiting;
    int m_generation = 0;
    bool m_isRenewing = false;
};

} // namespace remote
