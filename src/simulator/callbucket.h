// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which of Graph's limits a call counts against. Graph documentation: "Microsoft Graph service-specific throttling limits".
// Pure.

#include "calllimits.h"
#include "exchange.h"

#include <optional>

namespace simulator {

struct CallBucket {
    QString name {};
    int limit = 0;
    qint64 window = 60'000; // ms
    static constexpr QLatin1StringView secondsHole {"{seconds}"};
    QString refusal {}; // the message of 429; secondsHole stands for how long to wait
    bool saysWhen = true; // with Retry-After
};

[[nodiscard]] std::optional<CallBucket> bucketOf(const Request &request, const Caller &caller, const CallLimits &limits);

// The mailbox that a call is about, as the caller names it in lower case; empty: none. Outlook takes no more than
// mailboxConcurrency calls of an application for the same one at a time.
[[nodiscard]] QString mailboxOf(const Request &request);
inline constexpr int mailboxConcurrency = 4;

} // namespace simulator
