// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries out a translated hunting query and writes its answer. SQLite works in a database in memory that has nothing but
// the hunting tables and lives as long as the query. Tenant thread.

#include "huntingtable.h"
#include "kqlsql.h"

#include <QByteArray>

namespace simulator {

struct HuntingLimits {
    qint64 rows = 0; // of the answer
    qint64 bytes = 0; // of the answer
    qint64 steps = 0; // of SQLite; a row of a table counts as a hundred of them
    bool cutsRows = false; // leaves the rest out instead of failing
};

struct HuntingOutcome {
    enum class End { Done, TooLarge, TooLong, Failed };

    End end = End::Failed;
    QByteArray members {}; // "schema":[…],"results":[…]
    qint64 rowsRead = 0;
    QString problem {}; // of Failed
};

struct HuntingTask {
    const Organisation &org;
    const SqlQuery &query;
    HuntingWindow window;
    HuntingAge age;
    HuntingLimits limits;
};

[[nodiscard]] HuntingOutcome runHunting(const HuntingTask &task);

} // namespace simulator
