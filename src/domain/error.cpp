// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "error.h"

#include <array>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

struct Entry {
    ErrorKind kind;
    QLatin1StringView word;
};

constexpr std::array words {
    Entry {ErrorKind::Unreachable, "unreachable"_L1},
    Entry {ErrorKind::TlsFailed, "tlsFailed"_L1},
    Entry {ErrorKind::TimedOut, "timedOut"_L1},
    Entry {ErrorKind::ConnectionLost, "connectionLost"_L1},
    Entry {ErrorKind::ForbiddenAddress, "forbiddenAddress"_L1},
    Entry {ErrorKind::NotGraph, "notGraph"_L1},
    Entry {ErrorKind::TooLarge, "tooLarge"_L1},
    Entry {ErrorKind::SignInNeeded, "signInNeeded"_L1},
    Entry {ErrorKind::SignInRefused, "signInRefused"_L1},
    Entry {ErrorKind::NotPermitted, "notPermitted"_L1},
    Entry {ErrorKind::NotFound, "notFound"_L1},
    Entry {ErrorKind::Throttled, "throttled"_L1},
    Entry {ErrorKind::BadRequest, "badRequest"_L1},
    Entry {ErrorKind::ServerFailed, "serverFailed"_L1},
    Entry {ErrorKind::Busy, "busy"_L1},
    Entry {ErrorKind::StorageFull, "storageFull"_L1},
    Entry {ErrorKind::StorageFailed, "storageFailed"_L1},
    Entry {ErrorKind::StorageUnreadable, "storageUnreadable"_L1},
    Entry {ErrorKind::StorageCorrupt, "storageCorrupt"_L1},
    Entry {ErrorKind::SchemaNewer, "schemaNewer"_L1},
    Entry {ErrorKind::KeychainFailed, "keychainFailed"_L1},
    Entry {ErrorKind::Refused, "refused"_L1},
    Entry {ErrorKind::Stale, "stale"_L1},
    Entry {ErrorKind::UsageWrong, "usageWrong"_L1},
    Entry {ErrorKind::Cancelled, "cancelled"_L1},
    Entry {ErrorKind::Incomplete, "incomplete"_L1},
};

} // namespace

Error error(ErrorKind kind, const QString &tried, const QString &detail)
{
    return {.kind = kind, .tried = tried, .detail = detail};
}

Error refusal(const QString &rule, const QString &tried, const QString &detail)
{
    return {.kind = ErrorKind::Refused, .tried = tried, .code = rule, .detail = detail};
}

QString errorKindWord(ErrorKind kind)
{
    for (const Entry &entry : words) {
        if (entry.kind == kind)
            return entry.word;
    }
    Q_UNREACHABLE();
}

std::optional<ErrorKind> errorKind(const QString &word)
{
    for (const Entry &entry : words) {
        if (entry.word == word)
            return entry.kind;
    }
    return std::nullopt;
}

} // namespace domain
