// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the hunting language can do and SQLite cannot: terms within texts, texts without regard to case, spans of time, web
// addresses, lists. All by names that begin with kql_, and the collation kql_nocase. Tenant thread.

#include <sqlite3.h>

namespace simulator {

[[nodiscard]] int addHuntingFunctions(sqlite3 *connection); // a code of SQLite
[[nodiscard]] int addHuntingConversions(sqlite3 *connection); // the part that reads and writes values
[[nodiscard]] int addHuntingLists(sqlite3 *connection); // the part about JSON

} // namespace simulator
