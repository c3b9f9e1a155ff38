// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When to pull: on demand, and by itself while it is kept up. One pull at a time; whoever asks during one is answered by
// it, unless a full one was asked for. Now and then a round over the alerts with pending evidence belongs to it. After a
// failure the next one waits longer and longer; only success ends that. Engine thread.

#include "backoff.h"
#include "pendingreread.h"
#include "pull.h"

#include "domain/clock.h"

namespace casemate::sync {

class Puller final : public QObject
{
    Q_OBJECT
public:
    using Reply = domain::Answer<domain::PullState>;

    struct Pace {
        std::chrono::seconds poll = std::chrono::minutes(1); // zero: on demand only
        std::chrono::seconds pending = std::chrono::minutes(5);
    };

    Puller(remote::Feeds &feeds, PendingReread &pending, Ingest &ingest, domain::Clock &clock, const PullRules &rules,
           Pace pace);

    void setPollEvery(std::chrono::seconds every); // counted from now
    void keepUp(); // the first pull comes at once
    void pull(bool full, const Reply &reply);
    void cancel(); // answers Cancelled
    void resume(); // sign-in or network are back: not later, now
    void readPending(); // a round now, outside of a pull
    void setFreshAsOf(std::optional<domain::Moment> freshAsOf); // as stored by earlier runs

    [[nodiscard]] const domain::PullState &state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(const domain::PullState &state);
    void changed(const domain::Changes &changes);
    void reached(); // a pull has ended without an error: there is a network and a session

private:
    void begin(bool full);
    void progress();
    void endFeeds();
    void end();
    void conclude(const std::optional<domain::Error> &error);
    void schedule(std::chrono::seconds delay);
    void update(domain::PullState state);

    remote::Feeds &m_feeds;
    Ingest &m_ingest;
    domain::Clock &m_clock;
    PullRules m_rules;
    PendingReread &m_pending;
    Pace m_pace;
    bool m_readsPending = false; // last part of the pull under way
    int m_pendingRequests = 0;
    bool m_keepsUp = false;
    Backoff m_backoff {std::chrono::seconds(10), std::chrono::minutes(5)};
    quint64 m_alarm = 0; // number of the timer that counts; older ones do nothing
    Pull *m_pull = nullptr; // child
    bool m_isFull = false;
    bool m_readsEverything = false; // the first pull, or a full one
    std::chrono::milliseconds m_started {0};
    QList<Reply> m_replies; // of the pull under way
    QList<Reply> m_fullReplies; // of a full one that follows
    domain::PullState m_state;
};

} // namespace casemate::sync
