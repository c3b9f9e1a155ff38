// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam: what carries a decision out. The sender calls readFacts (preflight), digest, then, after the intent is on disk,
// carryOut: exactly one request that can change something; later prove. carryOut follows a readFacts of the same decision
// by the same executor. Engine thread.

#include "domain/decision.h"
#include "domain/error.h"
#include "domain/result.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <optional>

namespace remote {

struct Outcome {
    enum class Class {
        Yes, // 200, 201, 202, 204 with a valid body
        No, // certainly not applied: failed before the first byte, or refused (400 401 403 404 409 412 413 415 422 429)
        Unknown, // everything else
    };
    Class verdict = Class::Unknown;
    domain::Error error; // when not Yes; Throttled with retryAfterSeconds may be sent later as a new attempt
    QString handle; // bulkId, or the portal's address
    int httpStatus = 0;
    QString requestId;
    std::optional<QByteArray> incidentBytes; // the incident as the answer gave it
};

struct Proof {
    enum class State {
        Proved,
        Absent, // read, and surely not there
        NotYet, // some or all targets are still where they were
        Contradicted, // something else happened: another value, another place
        Unreadable, // see error
    };
    State state = State::Unreadable;
    QString detail; // "alreadyInDestination", "3/5", the other value; raw
    std::optional<domain::Error> error;
    std::optional<QByteArray> incidentBytes;
    QString reason = {}; // of Proved, when it may not have been us; see mailproof.h
};

class Executor
{
public:
    using FactsFunction = std::function<void(domain::Result<QList<domain::Fact>>)>;
    using OutcomeFunction = std::function<void(domain::Result<Outcome>)>;
    using ProofFunction = std::function<void(domain::Result<Proof>)>;

    virtual ~Executor() = default;

    // The facts that the decision names, read again; for mail the latest location of every target, named or not.
    virtual void readFacts(const domain::Decision &decision, QObject *asker, FactsFunction answer) = 0;
    // SHA-256 over method, path and body of the request that carryOut would send; empty when it would send none.
    [[nodiscard]] virtual QByteArray digest(const domain::Decision &decision) const = 0;
    // An error instead of an outcome: it was not even tried (a rule of ours, or cancelled); nothing was sent.
    virtual void carryOut(const domain::Decision &decision, const domain::AttemptId &attempt, QObject *asker,
                          OutcomeFunction answer) = 0;
    virtual void prove(const domain::Decision &decision, QObject *asker, ProofFunction answer) = 0;
};

// Whether the outcome of its attempt is not known, also while it is being looked for. Verifying after a yes carries no
// reason. Pure.
[[nodiscard]] bool isUncertain(const domain::Decision &decision);

// Outcome of a write, by the classes above. Pure.
[[nodiscard]] Outcome outcomeOf(const domain::Error &error);

} // namespace remote
