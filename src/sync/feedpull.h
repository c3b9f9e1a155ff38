// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One feed through its open windows, newest first, page by page:
//
//   next window ─ first page ─┬─ too many items or pages ─> halve ─> next window
//                             ├─ next link ─> page … ─> last page
//                             └─ last page ─┬─ complete: drained together with its rows ─> next window
//                                           ├─ unsure: rows moved while we read ─> the same window again
//                                           └─ incomplete (206): stays open, next window
//
// Pages are stored by the ingest thread; no further page is asked for while too many wait there. Deleting the object
// cancels it: what has been stored stays, the window stays open. Engine thread.

#include "ingest.h"
#include "pullrules.h"

#include "remote/feeds.h"

#include <QObject>
#include <QSet>

namespace casemate::sync {

struct FeedTally {
    qint64 received = 0; // items of pages; those of a repeated reading do not count
    std::optional<qint64> expected;
    int requests = 0;
    qint64 written = 0;
    qint64 unchanged = 0;
    qint64 poison = 0;
};

struct FeedTask {
    store::Feed feed = store::Feed::Incidents;
    domain::Moment until; // server time of this pull
    store::FeedState state; // as planned
};

class FeedPull final : public QObject
{
    Q_OBJECT
public:
    FeedPull(const FeedTask &task, remote::Feeds &feeds, Ingest &ingest, const PullRules &rules, QObject *parent);

    void start();

    [[nodiscard]] store::Feed feed() const { return m_feed; }
    [[nodiscard]] const FeedTally &tally() const { return m_tally; }
    [[nodiscard]] const store::FeedState &state() const { return m_state; }
    [[nodiscard]] const std::optional<domain::Error> &error() const { return m_error; } // after finished()

Q_SIGNALS:
    void progressed();
    void changed(const domain::Changes &changes); // committed
    void finished();

private:
    struct Pass { // the reading under way
        domain::TimeWindow window;
        int pages = 0;
        bool isAgain = false; // not the first of this window
        QSet<QByteArray> links; // digests of the next links so far
        qint64 written = 0;
        qint64 received = 0; // that the tally counts
        qint64 items = 0; // of its pages
        qint64 count = 0; // as the first page said
    };

    void beginNext();
    void begin(domain::TimeWindow window, bool isAgain);
    void request(const QByteArray &link);
    void receive(const domain::Result<remote::PageAnswer> &answer);
    void takePage(const remote::PageAnswer &answer);
    void hand(const remote::PageAnswer &answer, bool isLast);
    void stored(bool wasLast, const domain::Result<PageResult> &result);
    void judge(const PageResult &result);
    void repeat();
    void fail(const domain::Error &error);
    void failWindow(const domain::Error &error);
    void halveForShort(std::optional<domain::Moment> where);
    void halveWindow(std::optional<domain::Moment> where = {});
    void halveFailed();
    void finish(std::optional<domain::Error> error);
    void expect(qint64 count);
    [[nodiscard]] bool canHalve() const;
    [[nodiscard]] bool mayHalveForShort() const;
    [[nodiscard]] bool isTooLong(const remote::PageAnswer &answer) const;

    store::Feed m_feed;
    domain::Moment m_until;
    store::FeedState m_state;
    remote::Feeds &m_feeds;
    Ingest &m_ingest;
    PullRules m_rules;
    FeedTally m_tally;
    Pass m_pass;
    int m_pageSize = 0; // made smaller when pages get too large
    int m_waiting = 0; // pages in the ingest thread
    std::optional<QByteArray> m_heldLink; // next page, held back until the ingest thread has room
    int m_repeats = 0; // of the window under way
    qint64 m_largestPage = 0; // items that one page has carried
    int m_shortHalvings = 0;
    int m_fruitless = 0; // of those, in a row, that brought nothing
    QList<domain::TimeWindow> m_parts; // made by halving in this pull: their items were counted with the whole
    QList<domain::TimeWindow> m_skipped; // stay open until the next pull
    QList<domain::TimeWindow> m_failed; // of those: could not be read at all
    std::optional<domain::Error> m_windowError; // of the last one that failed
    std::optional<domain::Error> m_error;
    bool m_isFinished = false;
};

} // namespace casemate::sync
