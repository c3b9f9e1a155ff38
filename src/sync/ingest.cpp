// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest.h"

#include "windowplan.h"

#include "remote/graphdecoder.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Moment;
using domain::Result;
using store::Batch;
using store::Feed;
using store::FeedState;

namespace casemate::sync {

namespace {

QString scopeName(Feed feed, const QString &why)
{
    const QString name = feed == Feed::Incidents ? u"incidents"_s : u"alerts"_s;
    return why.isEmpty() ? name : name + u": "_s + why;
}

SeenItem seenItem(const domain::PoisonItem &item)
{
    return {QString::fromLatin1(QCryptographicHash::hash(item.bytes, QCryptographicHash::Sha256).toHex()), {}};
}

template <class T>
void note(QList<SeenItem> &seen, const QList<domain::Received<T>> &received, const QList<domain::PoisonItem> &poison)
{
    for (const domain::Received<T> &item : received)
        seen.append({item.value.id.text, item.value.updated});
    for (const domain::PoisonItem &item : poison)
        seen.append(seenItem(item));
}

// Fills the batch with what the items say, and answers what was seen.
QList<SeenItem> decode(const QList<QByteArray> &items, const domain::Decoder &decoder, Batch &batch)
{
    QList<SeenItem> seen;
    if (batch.feed == Feed::Incidents) {
        remote::DecodedIncidents decoded = remote::decodeIncidents(items, decoder);
        note(seen, decoded.received, decoded.poison);
        batch.incidents = std::move(decoded.received);
        batch.poison = std::move(decoded.poison);
    } else {
        remote::DecodedAlerts decoded = remote::decodeAlerts(items, decoder);
        note(seen, decoded.received, decoded.poison);
        batch.alerts = std::move(decoded.received);
        batch.poison = std::move(decoded.poison);
    }
    return seen;
}

} // namespace

Ingest::Ingest(QString tenantFolder, std::shared_ptr<const domain::Decoder> decoder, store::Storage storage, PullRules rules)
    : m_folder(std::move(tenantFolder))
    , m_decoder(std::move(decoder))
    , m_storage(storage)
    , m_rules(rules)
{
}

Ingest::~Ingest() = default;

Result<store::CacheWriter::Opening> Ingest::open()
{
    if (!m_writer) {
        auto opened = store::CacheWriter::open(m_folder, *m_decoder, m_storage);
        if (!opened)
            return opened.error();
        m_writer = std::move(*opened);
        m_reader = std::make_unique<store::CacheReader>(m_folder, *m_decoder, m_storage);
    }
    return m_writer->opening();
}

Result<QList<FeedState>> Ingest::states()
{
    QList<FeedState> result;
    for (const Feed feed : {Feed::Incidents, Feed::Alerts}) {
        auto state = m_writer->feedState(feed);
        if (!state)
            return state.error();
        result.append(*state);
    }
    return result;
}

Result<QList<FeedState>> Ingest::plan(Moment now, bool full)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    auto before = states();
    if (!before)
        return before;
    const auto startsOver = [&](const FeedState &state) { return planPull(state, now, m_rules).startOver; };
    if (full || std::any_of(before->cbegin(), before->cend(), startsOver)) {
        if (const auto cleared = m_writer->clearForFullPull(); !cleared)
            return cleared.error();
        *before = {FeedState {}, FeedState {}};
    }
    for (const Feed feed : {Feed::Incidents, Feed::Alerts}) {
        const PullPlan plan = planPull(before->at(qsizetype(feed)), now, m_rules);
        if (const auto planned = m_writer->planWindows(feed, plan.open); !planned)
            return planned.error();
    }
    m_courses = {};
    return states();
}

Result<FeedState> Ingest::halve(Feed feed, const domain::TimeWindow &window, std::optional<Moment> where)
{
    auto state = feedState(feed);
    if (!state)
        return state;
    const auto open = halved(state->open, window, where);
    if (!open)
        return state;
    if (const auto planned = m_writer->planWindows(feed, *open); !planned)
        return planned.error();
    state->open = *open;
    return state;
}

Result<FeedState> Ingest::noteIncomplete(Feed feed, const QStringList &scopes)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    Batch batch;
    batch.feed = feed;
    batch.incomplete = scopes;
    if (const auto applied = m_writer->apply(batch); !applied)
        return applied.error();
    return m_writer->feedState(feed);
}

Result<PageResult> Ingest::page(const PageJob &job)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    Course &feedCourse = course(job.feed);
    if (job.isFirst) {
        feedCourse.book.begin(job.window);
        feedCourse.broken.reset();
    } else if (feedCourse.broken) {
        return *feedCourse.broken;
    }
    Batch batch;
    batch.feed = job.feed;
    batch.seen = job.seen;
    PageSeen seen {decode(job.items, *m_decoder, batch), job.count, !job.isLast, job.incomplete};
    auto result = keep(job, std::move(batch), std::move(seen));
    if (!result)
        feedCourse.broken = result.error();
    return result;
}

Result<PageResult> Ingest::keep(const PageJob &job, Batch batch, PageSeen seen)
{
    const auto state = m_writer->feedState(job.feed);
    if (!state)
        return state.error();
    PageResult result;
    result.reading = course(job.feed).book.note(seen);
    result.poison = batch.poison.size();
    result.medianStamp = course(job.feed).book.medianStamp();
    settleCursor(batch, job, result.reading, *state);
    const auto applied = m_writer->apply(batch);
    if (!applied)
        return applied.error();
    result.applied = *applied;
    const auto after = m_writer->feedState(job.feed);
    if (!after)
        return after.error();
    result.state = *after;
    return result;
}

void Ingest::settleCursor(Batch &batch, const PageJob &job, Reading reading, const FeedState &state) const
{
    const bool settlesForLess = reading == Reading::Short && job.acceptShort;
    if (reading == Reading::Incomplete)
        batch.incomplete = QStringList {scopeName(job.feed, job.warning)};
    if (reading != Reading::Complete && !settlesForLess)
        return;
    batch.drained = job.window;
    batch.watermark = watermarkAfter(state, job.window);
    if (settlesForLess)
        batch.incomplete = QStringList {scopeName(job.feed, u"fewer items than announced"_s)};
    else if (!state.incomplete.isEmpty() && !nextWindow(withoutDrained(state.open, job.window), job.until, {}))
        batch.incomplete = QStringList {}; // everything that was missing has come
}

Result<store::Applied> Ingest::incidents(const QList<QByteArray> &items, std::optional<Moment> seen)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    Batch batch;
    batch.feed = Feed::Incidents;
    batch.seen = seen;
    decode(items, *m_decoder, batch);
    return m_writer->apply(batch);
}

Result<store::Applied> Ingest::alerts(const QList<QByteArray> &items, std::optional<Moment> seen)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    Batch batch;
    batch.feed = Feed::Alerts;
    batch.seen = seen;
    decode(items, *m_decoder, batch);
    return m_writer->apply(batch);
}

Result<domain::Changes> Ingest::latestLocations(const QList<domain::Fact> &facts)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    return m_writer->applyFacts(facts);
}

Result<domain::Changes> Ingest::archive(const domain::IncidentId &incident)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    return m_writer->markArchived({incident});
}

Result<QList<domain::AlertId>> Ingest::pendingAlerts(std::optional<domain::TimeWindow> recent)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    const auto last = m_writer->pendingRound();
    if (!last)
        return last.error();
    if (recent && *last && recent->from < (*last)->at && (*last)->at <= recent->to)
        return QList<domain::AlertId> {};
    auto alerts = m_reader->alertsWithPendingEvidence();
    if (!alerts)
        return alerts;
    std::sort(alerts->begin(), alerts->end());
    if (*last)
        std::rotate(alerts->begin(), std::upper_bound(alerts->begin(), alerts->end(), (*last)->last), alerts->end());
    return alerts;
}

Result<domain::Done> Ingest::notePendingRound(Moment at, std::optional<domain::AlertId> last)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    const auto before = m_writer->pendingRound();
    if (!before)
        return before.error();
    store::PendingRound round = before->value_or(store::PendingRound {});
    round.at = at;
    round.last = last.value_or(round.last);
    return m_writer->notePendingRound(round);
}

Result<FeedState> Ingest::feedState(Feed feed)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    return m_writer->feedState(feed);
}

} // namespace casemate::sync
