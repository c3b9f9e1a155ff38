// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A copy of a whole database, taken from inside a connection so that its WAL is part of it. Runs in the connection's
// thread.

#include "domain/result.h"

#include <QString>

namespace store {

class Connection;

// Overwrites a copy of the same name.
[[nodiscard]] domain::Result<domain::Done> copyDatabase(Connection &connection, const QString &path);

} // namespace store
