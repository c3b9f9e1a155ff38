// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "retryafter.h"

#include "httpdate.h"

#include <algorithm>

namespace remote {

namespace {

using std::chrono::seconds;

std::optional<qint64> secondsIn(const QByteArray &value, domain::Moment now)
{
    const QByteArray text = value.trimmed();
    bool isNumber = false;
    const qint64 count = text.toLongLong(&isNumber);
    if (isNumber)
        return count;
    const bool isHuge =
        text.size() > 18 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isHuge)
        return longestPause.count();
    const auto date = httpDate(text);
    return date ? std::optional((date->ticks - now.ticks) / 10'000'000) : std::nullopt;
}

} // namespace

std::optional<seconds> retryAfter(const QList<QByteArray> &values, domain::Moment now)
{
    std::optional<qint64> longest;
    for (const QByteArray &header : values) {
        // Two headers may arrive joined by a comma, which a date has too.
        QList<QByteArray> candidates {header};
        if (!secondsIn(header, now))
            candidates = header.split(',');
        for (const QByteArray &candidate : candidates) {
            if (const auto read = secondsIn(candidate, now))
                longest = std::max(longest.value_or(*read), *read);
        }
    }
    if (!longest)
        return std::nullopt;
    return seconds(std::clamp<qint64>(*longest, shortestPause.count(), longestPause.count()));
}

} // namespace remote
