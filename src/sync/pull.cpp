// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pull.h"

#include "domain/ask.h"

using namespace Qt::StringLiterals;
using domain::Error;
using domain::ErrorKind;
using domain::Moment;
using domain::PullState;
using domain::Result;
using store::Feed;
using store::FeedState;

namespace casemate::sync {

namespace {

// Matches nothing, costs little, and its answer carries the Date that the windows end at.
constexpr domain::TimeWindow emptyWindow {{0}, {10'000'000}};

bool isNotPermitted(const std::optional<Error> &error)
{
    return error && error->kind == ErrorKind::NotPermitted;
}

} // namespace

PullState::Phase phaseOf(const std::optional<Error> &error)
{
    if (!error)
        return PullState::Phase::Idle;
    switch (error->kind) {
    case ErrorKind::Cancelled: return PullState::Phase::Idle;
    case ErrorKind::SignInNeeded: return PullState::Phase::SignInNeeded;
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionLost: return PullState::Phase::Offline;
    default: return PullState::Phase::Failed;
    }
}

Pull::Pull(remote::Feeds &feeds, Ingest &ingest, const PullRules &rules, QObject *parent)
    : QObject(parent)
    , m_feeds(feeds)
    , m_ingest(ingest)
    , m_rules(rules)
{
}

void Pull::start(bool full)
{
    m_full = full;
    askTime(Feed::Incidents);
}

void Pull::askTime(Feed feed)
{
    ++m_timeRequests;
    const auto answer = [this, feed](const Result<remote::PageAnswer> &page) {
        if (!page && page.error().kind == ErrorKind::NotPermitted && feed == Feed::Incidents)
            askTime(Feed::Alerts);
        else if (!page)
            end(page.error());
        else if (!page->serverDate)
            end(Error {.kind = ErrorKind::NotGraph, .tried = u"read the server's time"_s, .code = u"noDate"_s});
        else
            plan(*page->serverDate);
    };
    if (feed == Feed::Incidents)
        m_feeds.listIncidents(emptyWindow, 1, false, this, answer);
    else
        m_feeds.listAlerts(emptyWindow, 1, false, this, answer);
}

void Pull::plan(Moment now)
{
    domain::ask<QList<FeedState>>(
        &m_ingest, this, [now, full = m_full](Ingest &ingest) { return ingest.plan(now, full); },
        [this, now](const Result<QList<FeedState>> &states) {
            if (states)
                startFeeds(now, *states);
            else
                end(states.error());
        });
}

void Pull::startFeeds(Moment now, const QList<FeedState> &states)
{
    for (const Feed feed : {Feed::Incidents, Feed::Alerts}) {
        const FeedTask task {feed, now, states.at(qsizetype(feed))};
        auto *pull = new FeedPull(task, m_feeds, m_ingest, m_rules, this);
        connect(pull, &FeedPull::progressed, this, &Pull::progressed);
        connect(pull, &FeedPull::changed, this, &Pull::changed);
        connect(pull, &FeedPull::finished, this, &Pull::endFeed);
        m_pulls.append(pull);
    }
    m_running = m_pulls.size();
    for (FeedPull *pull : std::as_const(m_pulls))
        pull->start();
}

void Pull::endFeed()
{
    if (--m_running > 0)
        return;
    std::optional<Error> error;
    bool nothingPermitted = true;
    for (const FeedPull *pull : std::as_const(m_pulls)) {
        nothingPermitted = nothingPermitted && isNotPermitted(pull->error());
        if (!error && pull->error() && !isNotPermitted(pull->error()))
            error = pull->error();
    }
    end(nothingPermitted ? m_pulls.first()->error() : error);
}

void Pull::end(std::optional<Error> error)
{
    m_error = std::move(error);
    m_ended = true;
    Q_EMIT ended();
}

QStringList Pull::incompleteScopes() const
{
    QStringList scopes;
    for (const FeedPull *pull : m_pulls) {
        scopes += pull->state().incomplete;
        if (isNotPermitted(pull->error()))
            scopes += pull->feed() == Feed::Incidents ? u"incidents: notPermitted"_s : u"alerts: notPermitted"_s;
    }
    return scopes;
}

std::optional<Moment> Pull::freshAsOf() const
{
    std::optional<Moment> oldest;
    for (const FeedPull *pull : m_pulls) {
        if (isNotPermitted(pull->error()))
            continue;
        if (!pull->state().watermark)
            return std::nullopt;
        oldest = oldest ? std::min(*oldest, *pull->state().watermark) : *pull->state().watermark;
    }
    return oldest;
}

PullState Pull::state() const
{
    PullState state;
    state.phase = m_ended ? phaseOf(m_error) : PullState::Phase::Running;
    state.error = m_error;
    state.requests = m_timeRequests;
    bool allCounted = !m_pulls.isEmpty();
    qint64 expected = 0;
    for (const FeedPull *pull : m_pulls) {
        const FeedTally &tally = pull->tally();
        state.done += tally.received;
        state.requests += tally.requests;
        state.unchanged += tally.unchanged;
        state.poison += tally.poison;
        (pull->feed() == Feed::Incidents ? state.incidents : state.alerts) += tally.written;
        allCounted = allCounted && tally.expected.has_value();
        expected += tally.expected.value_or(0);
    }
    if (allCounted)
        state.expected = std::max(expected, state.done);
    state.incomplete = incompleteScopes();
    state.freshAsOf = freshAsOf();
    return state;
}

} // namespace casemate::sync
