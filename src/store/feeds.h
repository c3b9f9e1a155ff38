// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a pull hands to the cache and where it stands. Values; any thread.

#include "domain/alert.h"
#include "domain/changes.h"
#include "domain/decoder.h"
#include "domain/incident.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

#include <optional>

namespace store {

enum class Feed { Incidents, Alerts };

struct FeedState {
    std::optional<domain::Moment> watermark; // everything before it has been stored
    QList<domain::TimeWindow> open; // planned and not drained, by `from`
    QStringList incomplete; // scopes that answered with 206 or Warning

    friend bool operator==(const FeedState &, const FeedState &) = default;
};

// The alerts with pending evidence that were read again by id, some a round, in the order of their ids.
struct PendingRound {
    domain::Moment at; // by the clock of this machine
    domain::AlertId last;

    friend bool operator==(const PendingRound &, const PendingRound &) = default;
};

// One page or several of them; goes into the cache in one transaction together with the cursor.
struct Batch {
    Feed feed = Feed::Incidents;
    QList<domain::Received<domain::Incident>> incidents = {};
    QList<domain::Received<domain::Alert>> alerts = {};
    QList<domain::PoisonItem> poison = {};
    std::optional<domain::TimeWindow> drained = {}; // cut out of the open windows; need not be one of them as a whole
    std::optional<domain::Moment> watermark = {}; // as told, never checked for going backwards
    std::optional<QStringList> incomplete = {}; // replaces the list
    std::optional<domain::Moment> seen = {}; // server time of the answer: when we saw it; the item's own stamp when absent
};

struct Applied {
    domain::Changes changes;
    qint64 written = 0; // new or changed items
    qint64 unchanged = 0; // seen again, or older than what is stored

    friend bool operator==(const Applied &a, const Applied &b)
    {
        return a.changes.incidents == b.changes.incidents && a.changes.arrived == b.changes.arrived
            && a.changes.everything == b.changes.everything && a.written == b.written && a.unchanged == b.unchanged;
    }
};

} // namespace store

Q_DECLARE_METATYPE(store::Applied)
