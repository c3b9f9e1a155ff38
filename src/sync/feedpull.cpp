// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedpull.h"

#include "windowplan.h"

#include "domain/ask.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;
using domain::Error;
using domain::ErrorKind;
using domain::Result;
using domain::TimeWindow;

namespace casemate::sync {

namespace {

constexpr int repeatsBeforeHalving = 3; // rows move too fast for a window of this length
constexpr int repeatsBeforeSkipping = 10; // … and for the shortest one
constexpr int mostShortHalvings = 200; // a count that is wrong must not cost thousands of calls
constexpr int mostFruitlessHalvings = 6; // in a row: the count is what is wrong, nothing is missing
constexpr int repeatsOfEmptyPage = 2; // empty, though its count says otherwise: a page that failed silently
constexpr qsizetype mostOpenWindows = 64; // halving those that fail ends here

// The service could not make or send this page; another window may well be readable.
bool isOfThisWindow(const Error &error)
{
    return error.kind == ErrorKind::ServerFailed || error.kind == ErrorKind::NotGraph
        || error.kind == ErrorKind::TooLarge || error.kind == ErrorKind::TimedOut;
}

// The largest $top is documented for neither list; whoever asks for more is told it: "The limit of '50' for Top query has been
// exceeded. The value from the incoming request is '500'."
std::optional<int> largestTop(const Error &error)
{
    static const QRegularExpression words(u"limit of '(\\d{1,6})' for Top"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = words.match(error.kind == ErrorKind::BadRequest ? error.detail : QString());
    const int top = match.captured(1).toInt();
    return top > 0 ? std::optional(top) : std::nullopt;
}

} // namespace

FeedPull::FeedPull(const FeedTask &task, remote::Feeds &feeds, Ingest &ingest, const PullRules &rules, QObject *parent)
    : QObject(parent)
    , m_feed(task.feed)
    , m_until(task.until)
    , m_state(task.state)
    , m_feeds(feeds)
    , m_ingest(ingest)
    , m_rules(rules)
    , m_pageSize(rules.of(task.feed).pageSize)
{
}

void FeedPull::start()
{
    beginNext();
}

void FeedPull::beginNext()
{
    const auto window = nextWindow(m_state.open, m_until, m_skipped);
    if (!window) {
        halveFailed();
        return;
    }
    m_repeats = 0;
    begin(*window, false);
}

void FeedPull::begin(TimeWindow window, bool isAgain)
{
    m_pass = {};
    m_pass.window = window;
    m_pass.isAgain = isAgain;
    m_heldLink.reset();
    request({});
}

void FeedPull::request(const QByteArray &link)
{
    ++m_tally.requests;
    const auto answer = [this](const Result<remote::PageAnswer> &page) { receive(page); };
    if (!link.isEmpty())
        m_feeds.nextPage(link, this, answer);
    else if (m_feed == store::Feed::Incidents)
        m_feeds.listIncidents(m_pass.window, m_pageSize, true, this, answer);
    else
        m_feeds.listAlerts(m_pass.window, m_pageSize, true, this, answer);
}

void FeedPull::receive(const Result<remote::PageAnswer> &answer)
{
    if (answer)
        takePage(*answer);
    else
        fail(answer.error());
}

void FeedPull::takePage(const remote::PageAnswer &answer)
{
    ++m_pass.pages;
    const qint64 items = answer.page.items.size();
    m_pass.items += items;
    m_largestPage = std::max(m_largestPage, items);
    if (m_pass.pages == 1) {
        m_pass.count = answer.page.count.value_or(items);
        expect(m_pass.count);
    }
    const bool tooLong = isTooLong(answer);
    const auto &link = answer.page.nextLink;
    bool loops = false;
    if (link) {
        const QByteArray digest = QCryptographicHash::hash(*link, QCryptographicHash::Sha256);
        loops = m_pass.links.contains(digest);
        m_pass.links.insert(digest);
    }
    if (!tooLong && !loops) {
        hand(answer, !link);
        if (!link)
            return;
        if (m_waiting < m_rules.pagesInFlight)
            request(*link);
        else
            m_heldLink = *link;
        return;
    }
    hand(answer, false);
    if (canHalve())
        halveWindow();
    else
        failWindow({.kind = ErrorKind::NotGraph, .tried = u"read a list to its end"_s, .code = u"nextLinkLoop"_s});
}

bool FeedPull::isTooLong(const remote::PageAnswer &answer) const
{
    const FeedLimits &limits = m_rules.of(m_feed);
    const bool tooMany = m_pass.pages == 1 && answer.page.count.value_or(0) > limits.items;
    const bool tooDeep = m_pass.pages >= limits.pages && answer.page.nextLink;
    return (tooMany || tooDeep) && canHalve();
}

void FeedPull::expect(qint64 count)
{
    if (!m_pass.isAgain && !m_parts.contains(m_pass.window))
        m_tally.expected = m_tally.expected.value_or(0) + count;
}

// A window that is left before its end never counts as read: none of its pages is the last one.
void FeedPull::hand(const remote::PageAnswer &answer, bool isLast)
{
    PageJob job;
    job.feed = m_feed;
    job.window = m_pass.window;
    job.until = m_until;
    job.items = answer.page.items;
    job.isFirst = m_pass.pages == 1;
    job.isLast = isLast;
    job.count = answer.page.count;
    job.incomplete = answer.incomplete;
    job.warning = answer.warning;
    job.acceptShort = !mayHalveForShort();
    job.seen = answer.serverDate;
    if (!m_pass.isAgain) {
        m_tally.received += answer.page.items.size();
        m_pass.received += answer.page.items.size();
    }
    ++m_waiting;
    domain::ask<PageResult>(
        &m_ingest, this, [job = std::move(job)](Ingest &ingest) { return ingest.page(job); },
        [this, isLast](const Result<PageResult> &result) { stored(isLast, result); });
}

void FeedPull::stored(bool wasLast, const Result<PageResult> &result)
{
    --m_waiting;
    if (m_isFinished)
        return;
    if (!result) {
        finish(result.error());
        return;
    }
    m_tally.written += result->applied.written;
    m_pass.written += result->applied.written;
    m_tally.unchanged += result->applied.unchanged;
    m_tally.poison += result->poison;
    if (wasLast)
        m_state = result->state;
    if (!result->applied.changes.isEmpty())
        Q_EMIT changed(result->applied.changes);
    Q_EMIT progressed();
    if (wasLast)
        judge(*result);
    else if (m_heldLink)
        request(*std::exchange(m_heldLink, std::nullopt));
}

void FeedPull::judge(const PageResult &result)
{
    switch (result.reading) {
    case Reading::GoesOn:
    case Reading::Complete: beginNext(); return;
    case Reading::Incomplete:
        m_skipped.append(m_pass.window);
        beginNext();
        return;
    case Reading::Unsure: repeat(); return;
    case Reading::Short:
        if (!mayHalveForShort()) { // it has been accepted
            beginNext();
            return;
        }
        if (m_pass.items == 0 && m_repeats < repeatsOfEmptyPage)
            repeat();
        else
            halveForShort(result.medianStamp);
        return;
    }
}

// A lost next link shows in windows that one page cannot carry. Where one page could carry all, and it brought nothing
// new, the count is what is wrong.
void FeedPull::halveForShort(std::optional<domain::Moment> where)
{
    ++m_shortHalvings;
    const bool isFruitless = m_pass.written == 0 && m_pass.count <= m_largestPage;
    m_fruitless = isFruitless ? m_fruitless + 1 : 0;
    halveWindow(where);
}

void FeedPull::repeat()
{
    ++m_repeats;
    if (m_repeats >= repeatsBeforeHalving && canHalve()) {
        halveWindow();
    } else if (m_repeats >= repeatsBeforeSkipping) {
        failWindow({.kind = ErrorKind::Incomplete, .tried = u"read a list to its end"_s, .code = u"rowsMove"_s});
    } else {
        begin(m_pass.window, true);
    }
}

void FeedPull::fail(const Error &error)
{
    const bool isDeep = m_pass.pages > 0 && error.kind == ErrorKind::BadRequest; // $skip has a limit of its own
    if (isDeep && canHalve()) {
        halveWindow();
        return;
    }
    const auto largest = largestTop(error);
    if (m_pass.pages == 0 && largest && *largest < m_pageSize) {
        m_pageSize = *largest;
        begin(m_pass.window, m_pass.isAgain);
        return;
    }
    if (error.kind == ErrorKind::TooLarge && m_pageSize > 1) {
        m_pageSize = std::max(1, m_pageSize / 5);
        begin(m_pass.window, true);
        return;
    }
    if (isOfThisWindow(error))
        failWindow(error);
    else
        finish(error);
}

void FeedPull::failWindow(const Error &error)
{
    m_skipped.append(m_pass.window);
    m_failed.append(m_pass.window);
    m_windowError = error;
    beginNext();
}

bool FeedPull::canHalve() const
{
    return halved({m_pass.window}, m_pass.window).has_value();
}

bool FeedPull::mayHalveForShort() const
{
    return m_shortHalvings < mostShortHalvings && m_fruitless < mostFruitlessHalvings && canHalve();
}

void FeedPull::halveWindow(std::optional<domain::Moment> where)
{
    const TimeWindow window = m_pass.window;
    const auto parts = halved({window}, window, where);
    m_parts += parts.value_or(QList<TimeWindow> {});
    m_tally.received -= std::exchange(m_pass.received, 0); // they come again with the parts
    m_heldLink.reset();
    domain::ask<store::FeedState>(
        &m_ingest, this, [feed = m_feed, window, where](Ingest &ingest) { return ingest.halve(feed, window, where); },
        [this](const Result<store::FeedState> &state) {
            if (!state) {
                finish(state.error());
                return;
            }
            m_state = *state;
            beginNext();
        });
}

// What could not be read is cut smaller for the next pull, so that one bad item ends up alone and stalls nothing else.
void FeedPull::halveFailed()
{
    if (m_failed.isEmpty() || m_state.open.size() >= mostOpenWindows) {
        finish(m_windowError);
        return;
    }
    const TimeWindow window = m_failed.takeFirst();
    domain::ask<store::FeedState>(
        &m_ingest, this, [feed = m_feed, window](Ingest &ingest) { return ingest.halve(feed, window); },
        [this](const Result<store::FeedState> &state) {
            if (!state) {
                finish(state.error());
                return;
            }
            m_state = *state;
            halveFailed();
        });
}

void FeedPull::finish(std::optional<Error> error)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_error = std::move(error);
    Q_EMIT finished();
}

} // namespace casemate::sync
