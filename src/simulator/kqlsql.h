// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a hunting query becomes on its way to SQLite. Every value is bound, every column of a step goes by a short id of its
// own (SQLite does not tell Subject from subject, the hunting language does). Values; used in the tenant thread.
//
// On SQLite's side bool is 0 or 1, datetime and timespan are ticks, dynamic is JSON text; a string is never NULL.

#include "kqlvalue.h"

#include <QStringList>

#include <vector>

namespace simulator {

struct SqlExpression {
    KqlType type = KqlType::Text;
    QString sql {};
    bool nullable = false;
    int weight = 1; // SQLite copies what a column stands for into those who use it; this counts the copies
    bool keyed = false; // a column that its table finds rows by
};

struct SqlColumn {
    QString name;
    QString id;
    SqlExpression expression; // as later steps see it; sql is the id
};

struct SqlSortKey {
    QString id;
    bool ascending = false;
    bool nullsFirst = false;
};

// Rows that a step gives. Their order is kept in columns of its own until somebody needs it.
struct SqlRelation {
    QString from {}; // a table, or a step
    std::vector<SqlColumn> columns {};
    std::vector<SqlSortKey> order {};

    [[nodiscard]] const SqlColumn *find(const QString &name) const // nullptr: none
    {
        for (const SqlColumn &column : columns) {
            if (column.name == name) {
                return &column;
            }
        }
        return nullptr;
    }
};

struct SqlQuery {
    QString text;
    std::vector<KqlValue> values;
    std::vector<SqlColumn> columns;
};

} // namespace simulator
