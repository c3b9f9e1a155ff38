// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "puller.h"

#include <utility>

using namespace Qt::StringLiterals;
using domain::Error;
using domain::ErrorKind;
using domain::PullState;

namespace casemate::sync {

Puller::Puller(remote::Feeds &feeds, PendingReread &pending, Ingest &ingest, domain::Clock &clock,
               const PullRules &rules, Pace pace)
    : m_feeds(feeds)
    , m_ingest(ingest)
    , m_clock(clock)
    , m_rules(rules)
    , m_pending(pending)
    , m_pace(pace)
{
    connect(&m_pending, &PendingReread::ended, this, [this] {
        if (!std::exchange(m_readsPending, false) || !m_pull)
            return;
        m_pendingRequests = m_pending.requests();
        end();
    });
}

void Puller::setPollEvery(std::chrono::seconds every)
{
    if (every == m_pace.poll)
        return;
    m_pace.poll = every;
    // While a failure is being waited out, that wait stands.
    if (m_keepsUp && !m_pull && m_state.phase == PullState::Phase::Idle)
        schedule(every);
}

void Puller::keepUp()
{
    m_keepsUp = m_pace.poll.count() > 0;
    if (m_keepsUp && !m_pull)
        begin(false);
}

void Puller::pull(bool full, const Reply &reply)
{
    if (m_pull && full && !m_isFull) {
        m_fullReplies.append(reply);
        return;
    }
    m_replies.append(reply);
    if (!m_pull)
        begin(full);
}

void Puller::resume()
{
    m_backoff.succeed();
    if (m_keepsUp && !m_pull)
        begin(false);
}

void Puller::readPending()
{
    m_pending.start();
}

void Puller::setFreshAsOf(std::optional<domain::Moment> freshAsOf)
{
    if (m_state.phase != PullState::Phase::Never || m_state.freshAsOf == freshAsOf)
        return;
    PullState state = m_state;
    state.freshAsOf = freshAsOf;
    update(state);
}

void Puller::begin(bool full)
{
    ++m_alarm;
    m_isFull = full;
    m_readsEverything = full || !m_state.freshAsOf;
    m_pendingRequests = 0;
    m_started = m_clock.elapsed();
    m_pull = new Pull(m_feeds, m_ingest, m_rules, this);
    connect(m_pull, &Pull::progressed, this, &Puller::progress);
    connect(m_pull, &Pull::changed, this, &Puller::changed);
    connect(m_pull, &Pull::ended, this, &Puller::endFeeds);
    m_pull->start(full);
    progress();
}

void Puller::progress()
{
    PullState state = m_pull->state();
    state.durationMsecs = (m_clock.elapsed() - m_started).count();
    state.requests += m_pendingRequests;
    if (m_readsPending)
        state.phase = PullState::Phase::Running;
    if (!state.freshAsOf)
        state.freshAsOf = m_state.freshAsOf;
    update(state);
}

void Puller::endFeeds()
{
    const bool failed = m_pull->state().error.has_value();
    if (failed || m_readsEverything) {
        if (!failed)
            m_pending.noteAllRead();
        end();
        return;
    }
    m_readsPending = true;
    progress();
    m_pending.startUnlessDoneWithin(m_pace.pending); // or joins the round that is under way
}

void Puller::end()
{
    progress();
    const std::optional<Error> error = m_pull->state().error;
    std::exchange(m_pull, nullptr)->deleteLater();
    conclude(error);
}

void Puller::cancel()
{
    if (!m_pull)
        return;
    PullState state = m_pull->state();
    if (std::exchange(m_readsPending, false))
        m_pending.stop();
    m_pull->disconnect(this);
    std::exchange(m_pull, nullptr)->deleteLater(); // not at once: it may be what called us
    state.phase = PullState::Phase::Idle;
    state.error = Error {.kind = ErrorKind::Cancelled, .tried = u"pull"_s};
    state.durationMsecs = (m_clock.elapsed() - m_started).count();
    if (!state.freshAsOf)
        state.freshAsOf = m_state.freshAsOf;
    update(state);
    m_replies += std::exchange(m_fullReplies, {});
    conclude(state.error);
}

void Puller::conclude(const std::optional<Error> &error)
{
    const QList<Reply> replies = std::exchange(m_replies, {});
    for (const Reply &reply : replies)
        reply(error ? domain::Result<PullState>(*error) : domain::Result<PullState>(m_state));
    if (!error) {
        m_backoff.succeed();
        Q_EMIT reached();
    }
    if (!m_fullReplies.isEmpty()) {
        m_replies = std::exchange(m_fullReplies, {});
        begin(true);
        return;
    }
    if (!error || error->kind == ErrorKind::Cancelled)
        schedule(m_pace.poll);
    else
        schedule(std::max(m_backoff.next(), std::chrono::seconds(error->retryAfterSeconds.value_or(0))));
}

void Puller::schedule(std::chrono::seconds delay)
{
    // Without a session every try would fail the same way; resume() comes with the sign-in.
    if (!m_keepsUp || m_state.phase == PullState::Phase::SignInNeeded)
        return;
    m_clock.after(delay, this, [this, alarm = ++m_alarm] {
        if (alarm == m_alarm && !m_pull)
            begin(false);
    });
}

void Puller::update(PullState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT stateChanged(m_state);
}

} // namespace casemate::sync
