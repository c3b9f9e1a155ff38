// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ingest thread: decodes what was received and is the only writer of cache.db. Reached by domain::ask() alone, so its
// functions run one after another. A page and the cursor it moves go into one transaction.

#include "passbook.h"
#include "pullrules.h"

#include "domain/decoder.h"
#include "domain/pendingaction.h"
#include "store/cachereader.h"
#include "store/cachewriter.h"

#include <QObject>

#include <array>
#include <memory>

namespace casemate::sync {

struct PageJob {
    store::Feed feed = store::Feed::Incidents;
    domain::TimeWindow window;
    domain::Moment until; // server time of this pull
    QList<QByteArray> items;
    bool isFirst = false; // of a reading of this window
    bool isLast = false; // no next link
    std::optional<qint64> count;
    bool incomplete = false;
    QString warning; // raw
    bool acceptShort = false; // the window is drained even if the announced count is not reached
    std::optional<domain::Moment> seen; // server time of the answer
};

struct PageResult {
    Reading reading = Reading::GoesOn;
    store::Applied applied;
    qint64 poison = 0;
    std::optional<domain::Moment> medianStamp; // of what this reading has seen
    store::FeedState state; // after it
};

class Ingest final : public QObject
{
    Q_OBJECT
public:
    Ingest(QString tenantFolder, std::shared_ptr<const domain::Decoder> decoder, store::Storage storage, PullRules rules);
    ~Ingest() override;

    // Opens the cache at the first call, and again after a failure to; the others do so by themselves.
    [[nodiscard]] domain::Result<store::CacheWriter::Opening> open();

    // Plans a pull that reads up to `now` (the server's time). full: forgets the cursors of both feeds before.
    [[nodiscard]] domain::Result<QList<store::FeedState>> plan(domain::Moment now, bool full); // incidents, alerts
    [[nodiscard]] domain::Result<store::FeedState> halve(store::Feed feed, const domain::TimeWindow &window,
                                                         std::optional<domain::Moment> where = {});
    [[nodiscard]] domain::Result<store::FeedState> noteIncomplete(store::Feed feed, const QStringList &scopes);
    [[nodiscard]] domain::Result<PageResult> page(const PageJob &job);

    // Items that were read by id; the cursors stay.
    [[nodiscard]] domain::Result<store::Applied> incidents(const QList<QByteArray> &items, std::optional<domain::Moment> seen);
    [[nodiscard]] domain::Result<store::Applied> alerts(const QList<QByteArray> &items, std::optional<domain::Moment> seen);
    [[nodiscard]] domain::Result<domain::Changes> latestLocations(const QList<domain::Fact> &facts);
    [[nodiscard]] domain::Result<domain::Changes> archive(const domain::IncidentId &incident);
    // Those with pending evidence, beginning with the one whose turn it is; none when a round was made at a time within
    // `recent`.
    [[nodiscard]] domain::Result<QList<domain::AlertId>> pendingAlerts(std::optional<domain::TimeWindow> recent);
    // The round ended behind this alert; nothing: all were read, and the next round goes on where the last one stopped.
    [[nodiscard]] domain::Result<domain::Done> notePendingRound(domain::Moment at, std::optional<domain::AlertId> last);
    [[nodiscard]] domain::Result<store::FeedState> feedState(store::Feed feed);

private:
    struct Course { // of one feed through its windows
        PassBook book;
        std::optional<domain::Error> broken; // a page of this reading could not be stored: it must not drain its window
    };

    [[nodiscard]] Course &course(store::Feed feed) { return m_courses.at(size_t(feed)); }
    [[nodiscard]] domain::Result<QList<store::FeedState>> states();
    [[nodiscard]] domain::Result<PageResult> keep(const PageJob &job, store::Batch batch, PageSeen seen);
    void settleCursor(store::Batch &batch, const PageJob &job, Reading reading, const store::FeedState &state) const;

    QString m_folder;
    std::shared_ptr<const domain::Decoder> m_decoder;
    store::Storage m_storage;
    PullRules m_rules;
    std::unique_ptr<store::CacheWriter> m_writer;
    std::unique_ptr<store::CacheReader> m_reader;
    std::array<Course, 2> m_courses;
};

} // namespace casemate::sync
