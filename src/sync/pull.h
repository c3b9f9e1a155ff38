// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One pull of both feeds:
//
//   ask the server's time ─> plan the windows up to it ─┬─> incidents ─┐
//                                                       └─> alerts ────┴─> ended
//
// A feed that the account may not read is reported as an incomplete scope; the other one goes on. Deleting the object
// cancels it and keeps what has been stored. Engine thread.

#include "feedpull.h"

#include "domain/engine.h"
#include "remote/feeds.h"

#include <QObject>

namespace casemate::sync {

class Pull final : public QObject
{
    Q_OBJECT
public:
    Pull(remote::Feeds &feeds, Ingest &ingest, const PullRules &rules, QObject *parent);

    void start(bool full);

    // Counters and, once ended, phase, error and freshness; duration is the owner's business.
    [[nodiscard]] domain::PullState state() const;

Q_SIGNALS:
    void progressed();
    void changed(const domain::Changes &changes); // committed
    void ended();

private:
    void askTime(store::Feed feed);
    void plan(domain::Moment now);
    void startFeeds(domain::Moment now, const QList<store::FeedState> &states);
    void endFeed();
    void end(std::optional<domain::Error> error);
    [[nodiscard]] QStringList incompleteScopes() const;
    [[nodiscard]] std::optional<domain::Moment> freshAsOf() const;

    remote::Feeds &m_feeds;
    Ingest &m_ingest;
    PullRules m_rules;
    bool m_full = false;
    int m_timeRequests = 0;
    QList<FeedPull *> m_pulls; // children
    qsizetype m_running = 0;
    bool m_ended = false;
    std::optional<domain::Error> m_error;
};

// What an error at the end of a pull means for the person.
[[nodiscard]] domain::PullState::Phase phaseOf(const std::optional<domain::Error> &error);

} // namespace casemate::sync
