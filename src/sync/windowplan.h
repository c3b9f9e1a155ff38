// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which windows of lastUpdateDateTime a feed still has to read. The open windows are kept as a complement: whatever is in
// none of them has been stored. The last one has no end but endOfTime; its beginning is where the last pull stopped. So a
// kill at any point loses nothing, and the watermark can be read off the list. Pure; any thread.
//
//       stored         open, being read      stored        open for ever: the future
//   ────────────────[─────────────────)────────────────[──────────────────────────▶ endOfTime
//                   ^ watermark                         ^ server time of the last pull

#include "pullrules.h"

#include "domain/moment.h"

#include <QList>

#include <optional>

namespace casemate::sync {

inline constexpr domain::Moment endOfTime {253'402'300'799LL * 10'000'000}; // 9999-12-31T23:59:59Z
inline constexpr qint64 shortestWindowTicks = 1; // not halved any further

struct PullPlan {
    QList<domain::TimeWindow> open; // what to store as open before the first request
    bool startOver = false; // the server's clock went back behind what we have read: only a full pull is safe
};

// `now` is the server's time, from the Date of an answer.
[[nodiscard]] PullPlan planPull(const store::FeedState &state, domain::Moment now, const PullRules &rules);

// The newest open window before `until` that is not among `skipped`.
[[nodiscard]] std::optional<domain::TimeWindow> nextWindow(const QList<domain::TimeWindow> &open, domain::Moment until,
                                                           const QList<domain::TimeWindow> &skipped);

// The same list with this window in two, at a point within it or in its middle; nothing when it is too short for that.
[[nodiscard]] std::optional<QList<domain::TimeWindow>> halved(const QList<domain::TimeWindow> &open,
                                                              const domain::TimeWindow &window,
                                                              std::optional<domain::Moment> where = {});

// The list without what was drained.
[[nodiscard]] QList<domain::TimeWindow> withoutDrained(const QList<domain::TimeWindow> &open,
                                                       const domain::TimeWindow &drained);

// Where the watermark stands once this window is drained. It appears when the first sync is complete and never goes back.
[[nodiscard]] std::optional<domain::Moment> watermarkAfter(const store::FeedState &state, const domain::TimeWindow &drained);

// By `from`, windows that overlap made one; windows that only touch stay apart, since somebody halved them for a reason.
[[nodiscard]] QList<domain::TimeWindow> normalised(QList<domain::TimeWindow> windows);

} // namespace casemate::sync
