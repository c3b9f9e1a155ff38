// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A SQLite VFS over the default one that fails writes and syncs, for what a gate cannot show: a full disk in the middle of
// a commit, a failing fsync, a power cut.
//
//     FaultVfs vfs;
//     Storage storage {.vfs = vfs.name()};
//     vfs.failAt(FaultVfs::Call::Write, 3, FaultVfs::Fault::DiskFull);   // the third write from here and every later one
//
// DiskFull: SQLITE_FULL without a byte written. Error: SQLITE_IOERR_WRITE or SQLITE_IOERR_FSYNC. PowerCut: this and every
// later write, sync, truncation and deletion is answered as done and is not; open the files through the default VFS
// afterwards to see what a reboot would. Counters are atomic; one object serves connections of several threads.

#include <QString>

#include <atomic>
#include <memory>

namespace casemate::test {

class FaultVfs
{
public:
    enum class Call { Write, Sync };
    enum class Fault { None, DiskFull, Error, PowerCut };

    FaultVfs(); // registers itself under a name of its own
    ~FaultVfs(); // after every connection that used it
    Q_DISABLE_COPY_MOVE(FaultVfs)

    [[nodiscard]] QString name() const;
    void failAt(Call call, int nth, Fault fault);
    void clear();
    [[nodiscard]] int writes() const { return m_writes.load(); } // since failAt or clear
    [[nodiscard]] int syncs() const { return m_syncs.load(); }
    [[nodiscard]] bool hasStruck() const { return m_struck.load(); }

    // For the methods of the files.
    [[nodiscard]] Fault fateOf(Call call);
    [[nodiscard]] bool powerIsCut() const;

private:
    struct Registration;

    std::atomic<int> m_writes = 0;
    std::atomic<int> m_syncs = 0;
    std::atomic<int> m_nth = 0;
    std::atomic<Call> m_call = Call::Write;
    std::atomic<Fault> m_fault = Fault::None;
    std::atomic<bool> m_struck = false;
    std::unique_ptr<Registration> m_registration;
};

} // namespace casemate::test
