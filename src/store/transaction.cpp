// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction.h"

#include "connection.h"

#include <sqlite3.h>

using domain::Done;
using domain::Result;

namespace store {

Transaction::Transaction(Connection &connection, const QString &tried, Kind kind)
    : m_connection(connection)
{
    Q_ASSERT(sqlite3_get_autocommit(connection.handle()));
    m_connection.begin(tried);
    m_connection.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    if (m_open)
        undo();
}

Result<Done> Transaction::commit()
{
    Q_ASSERT(m_open);
    resetStatements();
    m_connection.execute("COMMIT");
    if (m_connection.failure())
        undo();
    m_open = false;
    if (m_connection.failure())
        return *m_connection.failure();
    return Done {};
}

void Transaction::undo()
{
    m_open = false;
    resetStatements();
    // SQLite leaves the transaction by itself when the disk is full or broken; ROLLBACK would then be an error.
    if (!sqlite3_get_autocommit(m_connection.handle()))
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::resetStatements()
{
    // A query that was left in the middle would keep its snapshot beyond the end.
    for (sqlite3_stmt *each = sqlite3_next_stmt(m_connection.handle(), nullptr); each;
         each = sqlite3_next_stmt(m_connection.handle(), each)) {
        if (sqlite3_stmt_busy(each))
            sqlite3_reset(each);
    }
}

} // namespace store
