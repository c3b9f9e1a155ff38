// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a process under test puts an end to itself with SIGKILL: at the n-th event of one kind. Events are counted in two
// seams, before the disk and before the network. Without a trigger it only counts. Each object says its own thread.

#include "remote/transport.h"
#include "store/storage.h"

#include <QRegularExpression>
#include <QString>

#include <array>
#include <atomic>
#include <memory>

namespace scenarios {

enum class Event {
    Commit, // a write transaction is about to be committed
    Statement, // a statement inside a write transaction is about to run
    Handed, // a request was handed to the network; it may or may not get out
    Answered, // its answer has come and nobody has been told
};
inline constexpr std::array eventNames {"commit", "statement", "handed", "answered"}; // in this order

class Trap
{
public:
    void setTrigger(Event event, int nth); // before anything runs
    void pass(Event event); // any thread; does not return when it is the one
    [[nodiscard]] int count(Event event) const { return m_counts.at(size_t(event)).load(); }

private:
    std::array<std::atomic<int>, eventNames.size()> m_counts {};
    int m_nth = 0; // 0: none
    Event m_event = Event::Commit;
};

[[noreturn]] void killOneself();

// Counts what one thread of the engine writes, told by the thread's name: "engine" is the ledger's, "ingest" the cache's.
class TrapGate final : public store::StatementGate
{
public:
    TrapGate(Trap &trap, QString thread);
    int before(const char *sql) override;

private:
    Trap &m_trap;
    QString m_thread;
    bool m_isWriting = false; // of that thread alone
};

// Around the real transport. Engine thread.
class TrapTransport final : public remote::Transport
{
public:
    // Counts the requests whose "METHOD /path" matches.
    TrapTransport(std::shared_ptr<remote::Transport> real, Trap &trap, const QRegularExpression &counted);
    void send(const remote::HttpRequest &request, QObject *asker, AnswerFunction answer) override;

private:
    std::shared_ptr<remote::Transport> m_real;
    Trap &m_trap;
    QRegularExpression m_counted;
};

} // namespace scenarios
