// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Guard of a change or of a reading that has to be of one piece. Left without commit(), it undoes everything.
// Lives in its connection's thread; they do not nest.

#include "domain/result.h"

#include <QString>

namespace store {

class Connection;

class Transaction
{
public:
    enum class Kind { Write, Read };

    Transaction(Connection &connection, const QString &tried, Kind kind = Kind::Write);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    // Answers the first failure since the beginning, if there was one; nothing has been changed then.
    [[nodiscard]] domain::Result<domain::Done> commit();
    template <class T>
    [[nodiscard]] domain::Result<T> commit(T value)
    {
        const domain::Result<domain::Done> done = commit();
        if (!done)
            return done.error();
        return value;
    }

private:
    void undo();
    void resetStatements();

    Connection &m_connection;
    bool m_open = true;
};

} // namespace store
