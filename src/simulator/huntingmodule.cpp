// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingmodule.h"

#include <QStringList>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct Registration {
    HuntingScope &scope;
    const HuntingTable &table;
};

struct Table : sqlite3_vtab {
    const Registration &registration;
};

struct Cursor : sqlite3_vtab_cursor {
    std::unique_ptr<HuntingCursor> rows;
    sqlite3_int64 number = 0;
    bool atEnd = true;
};

const Registration &registrationOf(sqlite3_vtab *table)
{
    return static_cast<Table *>(table)->registration;
}

int connectTable(sqlite3 *connection, void *registered, int, const char *const *, sqlite3_vtab **table, char **)
{
    const auto &registration = *static_cast<const Registration *>(registered);
    QStringList ids;
    for (std::size_t i = 0; i < registration.table.columns().size(); ++i) {
        ids.append(u"c%1"_s.arg(i));
    }
    const int code = sqlite3_declare_vtab(connection, u"CREATE TABLE x(%1)"_s.arg(ids.join(u", "_s)).toUtf8().constData());
    if (code == SQLITE_OK) {
        *table = new Table {{}, registration};
    }
    return code;
}

int disconnectTable(sqlite3_vtab *table)
{
    delete static_cast<Table *>(table);
    return SQLITE_OK;
}

char kindOf(const sqlite3_index_info::sqlite3_index_constraint &constraint, int keyColumn)
{
    if (constraint.usable == 0) {
        return 0;
    }
    if (constraint.iColumn == keyColumn) {
        return constraint.op == SQLITE_INDEX_CONSTRAINT_EQ ? 'k' : char(0);
    }
    if (constraint.iColumn != HuntingTable::timeColumn) {
        return 0;
    }
    switch (constraint.op) {
    case SQLITE_INDEX_CONSTRAINT_EQ: return '=';
    case SQLITE_INDEX_CONSTRAINT_GT:
    case SQLITE_INDEX_CONSTRAINT_GE: return '>';
    case SQLITE_INDEX_CONSTRAINT_LT:
    case SQLITE_INDEX_CONSTRAINT_LE: return '<';
    default: return 0;
    }
}

// Tells in idxStr what each argument of filterRows is: a key, or a bound of the time. SQLite checks all conditions again, so
// that it does no harm to give a few rows too many.
int planRows(sqlite3_vtab *table, sqlite3_index_info *info)
{
    constexpr double rowsOfKey = 4;
    const Registration &registration = registrationOf(table);
    QByteArray plan;
    double rows = static_cast<double>(registration.table.size(registration.scope.org)) + 10;
    for (int i = 0; i < info->nConstraint; ++i) {
        const char kind = kindOf(info->aConstraint[i], registration.table.keyColumn());
        if (kind != 0 && !(kind == 'k' && plan.contains('k'))) {
            plan.append(kind);
            info->aConstraintUsage[i].argvIndex = static_cast<int>(plan.size());
            rows = kind == 'k' ? std::min(rows, rowsOfKey) : rows / 2;
        }
    }
    info->estimatedRows = static_cast<sqlite3_int64>(rows) + 1;
    info->estimatedCost = plan.contains('k') ? rowsOfKey : static_cast<double>(registration.table.size(registration.scope.org)) + rows;
    info->idxStr = sqlite3_mprintf("%s", plan.constData());
    info->needToFreeIdxStr = 1;
    return info->idxStr == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int openCursor(sqlite3_vtab *, sqlite3_vtab_cursor **cursor)
{
    *cursor = new Cursor;
    return SQLITE_OK;
}

int closeCursor(sqlite3_vtab_cursor *cursor)
{
    delete static_cast<Cursor *>(cursor);
    return SQLITE_OK;
}

int nextRow(sqlite3_vtab_cursor *at)
{
    auto &cursor = *static_cast<Cursor *>(at);
    cursor.atEnd = !cursor.rows->next();
    ++cursor.number;
    registrationOf(at->pVtab).scope.rowsRead += cursor.atEnd ? 0 : 1;
    return SQLITE_OK;
}

int filterRows(sqlite3_vtab_cursor *at, int, const char *plan, int count, sqlite3_value **values)
{
    const Registration &registration = registrationOf(at->pVtab);
    HuntingSelection selection {.window = registration.scope.window};
    for (int i = 0; i < count; ++i) {
        const int type = sqlite3_value_type(values[i]);
        if (plan[i] == 'k' && type == SQLITE_TEXT) {
            selection.key = QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_value_text(values[i])));
        } else if (plan[i] != 'k' && type == SQLITE_INTEGER) {
            const Ticks bound = sqlite3_value_int64(values[i]);
            const bool isLast = plan[i] != '>' && bound < selection.window.to;
            selection.window.to = isLast ? bound + 1 : selection.window.to;
            selection.window.from = plan[i] != '<' ? std::max(selection.window.from, bound) : selection.window.from;
        }
    }
    auto &cursor = *static_cast<Cursor *>(at);
    cursor.rows = registration.table.open(registration.scope.org, selection);
    return nextRow(at);
}

int isAtEnd(sqlite3_vtab_cursor *cursor)
{
    return static_cast<Cursor *>(cursor)->atEnd ? 1 : 0;
}

int readCell(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
    const KqlValue value = static_cast<Cursor *>(cursor)->rows->cell(column);
    if (value.null) {
        sqlite3_result_null(context);
    } else if (value.type == KqlType::Text || value.type == KqlType::Dynamic) {
        const QByteArray text = value.string.toUtf8();
        sqlite3_result_text64(context, text.constData(), static_cast<sqlite3_uint64>(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else if (value.type == KqlType::Real) {
        sqlite3_result_double(context, value.real);
    } else {
        sqlite3_result_int64(context, value.number);
    }
    return SQLITE_OK;
}

int readRowId(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
    *id = static_cast<Cursor *>(cursor)->number;
    return SQLITE_OK;
}

// Without xCreate the tables are there by the name of their module.
const sqlite3_module &module()
{
    static const sqlite3_module functions = [] {
        sqlite3_module made {};
        made.xConnect = connectTable;
        made.xBestIndex = planRows;
        made.xDisconnect = disconnectTable;
        made.xOpen = openCursor;
        made.xClose = closeCursor;
        made.xFilter = filterRows;
        made.xNext = nextRow;
        made.xEof = isAtEnd;
        made.xColumn = readCell;
        made.xRowid = readRowId;
        return made;
    }();
    return functions;
}

} // namespace

int addHuntingTables(sqlite3 *connection, HuntingScope &scope)
{
    for (const HuntingTable *table : huntingTables(scope.age)) {
        const int code = sqlite3_create_module_v2(connection, table->name().data(), &module(), new Registration {scope, *table},
                                                  [](void *registered) { delete static_cast<Registration *>(registered); });
        if (code != SQLITE_OK) {
            return code;
        }
    }
    return SQLITE_OK;
}

} // namespace simulator
