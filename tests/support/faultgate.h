// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A gate for store::Storage that counts statements and makes the n-th fail, for sweeps:
//
//     FaultGate gate;
//     run(Storage {.gate = &gate});                 // once without a fault
//     for (int i = 1, n = gate.count(); i <= n; ++i) {
//         gate.failAt(i);                           // counts anew from here
//         run(Storage {.gate = &gate});             // the i-th statement answers SQLITE_IOERR
//         gate.clear();                             // from here on all goes well
//         …                                         // and everything must come right
//     }
//
// failAt(): one fault, as of a bad moment. SQLITE_IOERR makes the store close its connection, open it again at its next
// call and run quick_check, whose statements count too; SQLITE_FULL and SQLITE_BUSY leave it open.
// dieAt(): that statement and all later ones fail, as for a process that was killed there: throw the objects away and open
// new ones after clear(). A transaction that was begun is undone, as it would be by a new process.
// What is counted: every statement's start, "BEGIN IMMEDIATE", "BEGIN", "COMMIT", pragmas; of all connections that were
// given this gate, in whatever thread, so a sweep over several threads counts in no fixed order.

#include "store/storage.h"

#include <QByteArray>

#include <atomic>

namespace casemate::test {

class FaultGate final : public store::StatementGate
{
public:
    int before(const char *sql) override;

    void failAt(int nth, int resultCode = 10 /* SQLITE_IOERR */);
    void dieAt(int nth, int resultCode = 10 /* SQLITE_IOERR */);
    // The next statement that begins with this text, "COMMIT" for example. To be set while nothing runs.
    void failNext(const QByteArray &beginning, int resultCode = 10 /* SQLITE_IOERR */);
    void clear();

    [[nodiscard]] int count() const { return m_count.load(); } // since the last failAt, dieAt or clear
    [[nodiscard]] bool hasStruck() const { return m_struck.load(); }

private:
    enum Mode { Clear, Fail, Die, FailText };
    void set(Mode mode, int nth, int resultCode);

    std::atomic<int> m_mode = Clear;
    std::atomic<int> m_nth = 0;
    std::atomic<int> m_code = 0;
    std::atomic<int> m_count = 0;
    std::atomic<bool> m_struck = false;
    QByteArray m_beginning;
};

} // namespace casemate::test
