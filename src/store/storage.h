// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam: storage. Where tests put themselves between us and the disk: a SQLite VFS by name, and a gate that every
// statement and every commit passes. The real thing is Storage{}. The gate is asked in the thread of the connection, so
// one gate shared by connections of several threads must be safe for that itself.

#include <QString>

#include <chrono>

namespace store {

class StatementGate
{
public:
    virtual ~StatementGate() = default;

    // Before a statement's first step; also for "BEGIN IMMEDIATE", "COMMIT". 0 lets it through, an SQLite result code
    // (SQLITE_FULL, SQLITE_IOERR, …) makes it fail with that code without reaching SQLite. ROLLBACK is never asked about.
    virtual int before(const char *sql) = 0;
};

struct Storage {
    QString vfs = {}; // registered with sqlite3_vfs_register(); empty: the default one
    StatementGate *gate = nullptr; // not owned; outlives every connection
    std::chrono::milliseconds busyTimeout = std::chrono::seconds(5);
};

} // namespace store
