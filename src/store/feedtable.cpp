// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedtable.h"

#include "jsonlist.h"
#include "windows.h"

using namespace Qt::StringLiterals;
using domain::TimeWindow;

namespace store {

namespace {

QString name(Feed feed)
{
    return feed == Feed::Incidents ? u"incidents"_s : u"alerts"_s;
}

} // namespace

FeedTable::FeedTable(Connection &connection)
    : m_select(connection, "SELECT watermark, incomplete FROM feed WHERE name = ?1")
    , m_windows(connection, "SELECT start, stop FROM feed_window WHERE feed = ?1 ORDER BY start, stop")
    , m_forget(connection, "DELETE FROM feed_window WHERE feed = ?1")
    , m_plan(connection, "INSERT OR IGNORE INTO feed_window (feed, start, stop) VALUES (?1, ?2, ?3)")
    , m_watermark(connection,
                  "INSERT INTO feed (name, watermark) VALUES (?1, ?2) "
                  "ON CONFLICT (name) DO UPDATE SET watermark = excluded.watermark")
    , m_incomplete(connection,
                   "INSERT INTO feed (name, incomplete) VALUES (?1, ?2) "
                   "ON CONFLICT (name) DO UPDATE SET incomplete = excluded.incomplete")
    , m_round(connection, "SELECT at, last FROM pending_round")
    , m_noteRound(connection, "INSERT OR REPLACE INTO pending_round (one, at, last) VALUES (1, ?1, ?2)")
    , m_clearFeeds(connection, "DELETE FROM feed")
    , m_clearWindows(connection, "DELETE FROM feed_window")
{
}

FeedState FeedTable::state(Feed feed)
{
    FeedState state;
    if (m_select.with(name(feed)).next()) {
        state.watermark = m_select.optionalMoment(0);
        state.incomplete = wordsOf(m_select.bytesView(1));
    }
    for (m_windows.with(name(feed)); m_windows.next();)
        state.open.append({m_windows.moment(0), m_windows.moment(1)});
    return state;
}

void FeedTable::plan(Feed feed, const QList<TimeWindow> &open)
{
    m_forget.with(name(feed)).run();
    for (const TimeWindow &window : open)
        m_plan.with(name(feed), window.from, window.to).run();
}

void FeedTable::drain(Feed feed, const TimeWindow &drained)
{
    const QList<TimeWindow> open = state(feed).open;
    const QList<TimeWindow> left = without(open, drained);
    if (left != open)
        plan(feed, left);
}

void FeedTable::setWatermark(Feed feed, domain::Moment watermark)
{
    m_watermark.with(name(feed), watermark).run();
}

void FeedTable::setIncomplete(Feed feed, const QStringList &scopes)
{
    m_incomplete.with(name(feed), jsonList(scopes)).run();
}

std::optional<PendingRound> FeedTable::pendingRound()
{
    if (!m_round.with().next())
        return std::nullopt;
    return PendingRound {m_round.moment(0), {m_round.text(1)}};
}

void FeedTable::notePendingRound(const PendingRound &round)
{
    m_noteRound.with(round.at, round.last).run();
}

void FeedTable::clear()
{
    m_clearFeeds.with().run();
    m_clearWindows.with().run();
}

} // namespace store
