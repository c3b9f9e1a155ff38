// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What went wrong, made at the edge (HTTP, JSON, SQL, keychain, rules) and carried inward as a value. Sentences for
// people are made from it in models/wording only; `detail` may hold text from outside and goes through display() there.
// Never holds a token or a secret. Any thread.

#include <QMetaType>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace domain {

enum class ErrorKind {
    // network
    Unreachable, // refused, no route, no such host: nothing was sent
    TlsFailed, // certificate or handshake: nothing was sent
    TimedOut,
    ConnectionLost, // reset or closed before a whole answer
    ForbiddenAddress, // a URL outside the configured hosts; nothing was sent
    NotGraph, // an answer that is not the service's: HTML, redirect, cut-off or malformed JSON
    TooLarge,
    // service
    SignInNeeded, // no session, refresh refused
    SignInRefused, // Entra said no: `code` holds the AADSTS number
    NotPermitted, // 403
    NotFound, // 404
    Throttled, // 429; see retryAfterSeconds
    BadRequest, // other 4xx
    ServerFailed, // 5xx
    // own machine
    Busy, // another owner holds the tenant
    StorageFull,
    StorageFailed,
    StorageUnreadable, // folder or file cannot be opened, wrong owner, wrong mode
    StorageCorrupt,
    SchemaNewer, // written by a newer Casemate: read only
    KeychainFailed,
    // rules
    Refused, // a rule of ours forbids it; `code` names the rule
    Stale, // the facts changed since the decision
    UsageWrong,
    Cancelled,
    Incomplete,
};

struct Error {
    ErrorKind kind = ErrorKind::Cancelled;
    QString tried {}; // what we were doing, a short English infinitive: "list incidents", "open the ledger"
    QString code {}; // the other side's own word: "TooManyRequests", "AADSTS70008", an SQLite code, a rule name
    QString detail {}; // the other side's text; untrusted
    int httpStatus = 0;
    QString requestId {}; // the service's request-id, for its support
    std::optional<int> retryAfterSeconds {};
    // Whether the other side can have acted on the request. Only `false` for failures before the first byte and for
    // definite refusals; see outcome classes in docs/architecture.md.
    bool mayHaveBeenApplied = false;

    friend bool operator==(const Error &, const Error &) = default;
};

// The short way to make one; members that matter beyond these are set on the result or by designated initialisers,
// which may leave out any of them: Error {.kind = ErrorKind::NotFound, .httpStatus = 404}.
[[nodiscard]] Error error(ErrorKind kind, const QString &tried, const QString &detail = {});
// A rule of ours said no: Error{Refused} with the rule's name as code.
[[nodiscard]] Error refusal(const QString &rule, const QString &tried, const QString &detail = {});

// "tooLarge", "storageFull", …: for --json, for the ledger and for logs; stable.
[[nodiscard]] QString errorKindWord(ErrorKind kind);
[[nodiscard]] std::optional<ErrorKind> errorKind(const QString &word);

} // namespace domain

Q_DECLARE_METATYPE(domain::Error)
