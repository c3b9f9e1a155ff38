// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The hunting tables as virtual tables of SQLite, which asks for the rows of a key or of a span of time and gets no others.
// Lives in the tenant thread, as long as one query.

#include "huntingtable.h"

#include <sqlite3.h>

namespace simulator {

struct HuntingScope {
    const Organisation &org;
    HuntingWindow window;
    HuntingAge age;
    qint64 rowsRead = 0; // that tables gave
};

// Both must outlive the connection. Returns a code of SQLite.
[[nodiscard]] int addHuntingTables(sqlite3 *connection, HuntingScope &scope);

} // namespace simulator
