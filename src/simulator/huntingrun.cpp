// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingrun.h"

#include "huntingfunctions.h"
#include "huntingmodule.h"
#include "huntingwriter.h"
#include "organisation.h"

#include <memory>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int stepsBetweenLooks = 1000;
constexpr qint64 stepsOfRow = 100;

struct Closer {
    void operator()(sqlite3 *connection) const { sqlite3_close(connection); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, Closer>;
using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

// Deterministic: a query takes as many steps on a fast machine as on a slow one.
struct Budget {
    const HuntingScope &scope;
    qint64 most;
    qint64 steps = 0;
    bool isSpent = false;

    static int look(void *spending)
    {
        auto &budget = *static_cast<Budget *>(spending);
        budget.steps += stepsBetweenLooks;
        budget.isSpent = budget.most > 0 && budget.steps + budget.scope.rowsRead * stepsOfRow > budget.most;
        return budget.isSpent ? 1 : 0;
    }
};

Connection openConnection(HuntingScope &scope)
{
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(opened);
    const bool ready = code == SQLITE_OK && addHuntingTables(opened, scope) == SQLITE_OK && addHuntingFunctions(opened) == SQLITE_OK
        && sqlite3_exec(opened, "PRAGMA temp_store = memory", nullptr, nullptr, nullptr) == SQLITE_OK;
    return ready ? std::move(connection) : nullptr;
}

void bindValue(sqlite3_stmt *statement, int index, const KqlValue &value)
{
    if (value.null) {
        sqlite3_bind_null(statement, index);
    } else if (value.type == KqlType::Text || value.type == KqlType::Dynamic) {
        const QByteArray text = value.string.toUtf8();
        sqlite3_bind_text64(statement, index, text.constData(), static_cast<sqlite3_uint64>(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else if (value.type == KqlType::Real) {
        sqlite3_bind_double(statement, index, value.real);
    } else {
        sqlite3_bind_int64(statement, index, value.number);
    }
}

Statement prepare(sqlite3 *connection, const SqlQuery &query)
{
    const QByteArray text = query.text.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    sqlite3_prepare_v2(connection, text.constData(), static_cast<int>(text.size()), &prepared, nullptr);
    for (std::size_t i = 0; prepared != nullptr && i < query.values.size(); ++i) {
        bindValue(prepared, static_cast<int>(i) + 1, query.values[i]);
    }
    return Statement(prepared);
}

HuntingOutcome readRows(const HuntingTask &task, sqlite3 *connection, sqlite3_stmt *statement, const Budget &budget)
{
    using End = HuntingOutcome::End;
    HuntingWriter writer(task.query.columns, task.org.switches);
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
        if (writer.rowCount() == task.limits.rows) {
            if (task.limits.cutsRows) {
                code = SQLITE_DONE;
                break;
            }
            return {.end = End::TooLarge};
        }
        writer.addRow(statement);
        if (writer.size() > task.limits.bytes) {
            return {.end = End::TooLarge};
        }
    }
    if (code == SQLITE_DONE) {
        return {.end = End::Done, .members = writer.members()};
    }
    return {.end = budget.isSpent ? End::TooLong : End::Failed, .problem = QString::fromUtf8(sqlite3_errmsg(connection))};
}

} // namespace

HuntingOutcome runHunting(const HuntingTask &task)
{
    HuntingScope scope {task.org, task.window, task.age};
    const Connection connection = openConnection(scope);
    if (!connection) {
        return {.problem = u"The query could not be started."_s};
    }
    Budget budget {scope, task.limits.steps};
    sqlite3_progress_handler(connection.get(), stepsBetweenLooks, Budget::look, &budget);
    const Statement statement = prepare(connection.get(), task.query);
    if (!statement) {
        qWarning("hunting: %s", sqlite3_errmsg(connection.get()));
        return {.problem = u"The query is too complex."_s};
    }
    HuntingOutcome outcome = readRows(task, connection.get(), statement.get(), budget);
    outcome.rowsRead = scope.rowsRead;
    return outcome;
}

} // namespace simulator
