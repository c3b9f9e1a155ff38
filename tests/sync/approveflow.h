// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole way of one approval (pull, decide, send, prove, comment, proof in the cache), driven as a patient person would:
// asks again when the answer was no, starts the program again when it has died or stands still. One fault is planted
// before it runs; afterwards faults() compares the tenant's effects with the ledger. Main thread.

#include "outboxdesk.h"

namespace casemate::test {

struct Fault {
    enum class Kind {
        None,
        Unreachable, // the nth request does not leave
        AnswerLost, // the nth request arrives, its answer does not
        DiskFull, // the nth statement answers SQLITE_FULL
        DiskError, // the nth statement answers SQLITE_IOERR
        KilledAtStatement, // the engine dies at the nth statement
        KilledBefore, // the engine dies as the nth request is about to leave
        KilledAfter, // the engine dies when the nth request has arrived
    };
    Kind kind = Kind::None;
    int nth = 0;
};

class ApproveFlow
{
public:
    // prepared: folder with databases that have their schema and nothing else, so that no statement makes tables.
    ApproveFlow(const QString &prepared, const Fault &fault);

    Desk desk;
    void run();

    [[nodiscard]] QStringList faults(); // what must never be; empty: all is well
    [[nodiscard]] QString ending(); // "verified, comment verified"
    [[nodiscard]] bool hasStruck() const { return m_hasStruck; }
    [[nodiscard]] int requests() const { return int(desk.bench.transport->count()); }
    [[nodiscard]] int statements() const { return desk.bench.gate.count(); }
    [[nodiscard]] std::chrono::seconds length() const { return m_length; } // of its own time

private:
    [[nodiscard]] Fate fateOf(const remote::HttpRequest &request);
    [[nodiscard]] bool isDead() const;
    [[nodiscard]] bool isOver(); // decided, and nothing moves any more without a person
    void live(); // until the end, the death or a standstill
    template <class T, class Call>
    [[nodiscard]] std::optional<domain::Result<T>> ask(Call call);
    void pull();
    void decide();
    [[nodiscard]] std::optional<domain::Decision> approvalKept();
    void addFaultsOfApproval(QStringList &found, const domain::Decision &approval);
    void addFaultsOfComment(QStringList &found, const domain::Decision &approval);

    Fault m_fault;
    bool m_hasStruck = false;
    bool m_isOver = false;
    int m_readAt = -1; // count of ledger changes
    QList<domain::DecisionId> m_taken; // decide() answered yes
    std::chrono::seconds m_length {0};
};

} // namespace casemate::test
