// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Table `attempt`: every time something went out, written before its first byte. Engine thread.

#include "ledger.h"
#include "statement.h"

namespace store {

struct StoredAttempt {
    domain::AttemptId id;
    domain::DecisionId decision;
    bool finished = false;
};

class AttemptTable
{
public:
    explicit AttemptTable(Connection &connection);

    void insert(const Attempt &attempt, qint64 decision, int number, domain::Moment started);
    void finish(const domain::AttemptId &id, domain::Moment finished, domain::DecisionState outcome, int httpStatus,
                const QString &requestId);
    // Those that a crash left without an outcome.
    void abandon(qint64 decision, domain::Moment finished);
    [[nodiscard]] std::optional<StoredAttempt> find(const domain::AttemptId &id);
    [[nodiscard]] bool any(qint64 decision);

private:
    Statement m_insert;
    Statement m_finish;
    Statement m_abandon;
    Statement m_find;
    Statement m_any;
};

} // namespace store
