// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the differences that stopped a decision are kept in Decision::stateDetail while it is stale: the sender writes them,
// a page shows them, and confirming takes the new values from them, so that nobody confirms what was not shown.
// JSON: [["assignedTo","before","now"],…]. Pure; any thread.

#include "rules.h"

namespace domain {

[[nodiscard]] QString differencesText(const QList<FactDifference> &differences);
[[nodiscard]] QList<FactDifference> differencesIn(const QString &stateDetail); // empty for any other text

} // namespace domain
