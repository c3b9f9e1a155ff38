// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The numbers by which a pull reads its two feeds. Values; any thread.

#include "store/feeds.h"

#include <chrono>

namespace casemate::sync {

struct FeedLimits {
    int pageSize = 50; // asked for as $top
    qint64 items = 1000; // a window with more of them is halved; the service gets slow and loses rows with deep $skip
    int pages = 20; // so is one with more pages
};

struct PullRules {
    std::chrono::hours firstSpan = std::chrono::hours(180 * 24); // the service keeps incidents about 180 days
    std::chrono::seconds overlap = std::chrono::minutes(10); // read again behind the watermark: late and skewed stamps
    FeedLimits incidents = {50, 1000, 20}; // the service answers 400 above 50
    FeedLimits alerts = {500, 2000, 20}; // evidence is inline, so pages are kept below the size cap
    int pagesInFlight = 2; // of each feed: handed to the ingest thread and not stored yet
    int pendingAtOnce = 40; // alerts with pending evidence that one round reads again

    [[nodiscard]] const FeedLimits &of(store::Feed feed) const
    {
        return feed == store::Feed::Incidents ? incidents : alerts;
    }
};

} // namespace casemate::sync
