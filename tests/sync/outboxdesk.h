// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A desk over an EngineBench for tests of the outbox: a small tenant that has been pulled, one mail that waits for approval,
// and a network whose every request has a fate of the test's choice. Main thread.

#include "enginebench.h"

namespace casemate::test {

enum class Fate {
    Passes,
    Unreachable, // the tenant never sees it, and we know
    RequestLost, // the tenant never sees it, and nobody knows
    AnswerLost, // the tenant acts, and nobody knows
};

class Desk
{
public:
    Desk();
    ~Desk();
    Q_DISABLE_COPY_MOVE(Desk)

    EngineBench bench;
    std::function<Fate(const remote::HttpRequest &)> fate; // empty: everything passes

    void fill(); // incidents 7 and 8, the waiting mail "m-1" of 7
    [[nodiscard]] bool open(bool withCredential = true); // filled, signed in, started, pulled

    // Answers the decision, or an empty one when it was refused.
    [[nodiscard]] domain::Decision take(const domain::Decision &decision);
    [[nodiscard]] domain::Decision take(domain::DecisionKind kind, const QString &value = {},
                                        const QString &comment = {});
    [[nodiscard]] domain::Decision seenApproval(); // with the latest location as it is now
    bool runToTheEnd(); // until nothing moves any more without a person

    [[nodiscard]] QList<remote::HttpRequest> writes() const; // that change something at the tenant, arrived or not
    [[nodiscard]] QList<Effect> effects(const QString &kind) const;
    [[nodiscard]] QString way(const domain::DecisionId &id) const; // the states in the history: "held queued …"
    [[nodiscard]] domain::DecisionState stateOf(const domain::Decision &decision) { return bench.stateOf(decision.id); }

private:
    [[nodiscard]] domain::Result<remote::HttpAnswer> carry(const remote::HttpRequest &request);
};

[[nodiscard]] bool isWrite(const remote::HttpRequest &request);
[[nodiscard]] remote::HttpAnswer answerWith(int status, const remote::HttpHeaders &headers = {});

} // namespace casemate::test
