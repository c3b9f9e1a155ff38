// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes schema and rows of a hunting answer as the switches want them. Members of a row are in the order of their names,
// which is not that of the schema. Tenant thread.

#include "kqlsql.h"

#include <QByteArray>

#include <sqlite3.h>

namespace simulator {

class Switches;

class HuntingWriter {
public:
    HuntingWriter(const std::vector<SqlColumn> &columns, const Switches &switches);

    void addRow(sqlite3_stmt *row);
    [[nodiscard]] qint64 rowCount() const { return m_count; }
    [[nodiscard]] qint64 size() const { return m_rows.size(); } // bytes of the rows
    [[nodiscard]] QByteArray members() const;

private:
    enum class Nulls { Null, Empty, AllNull };

    [[nodiscard]] QByteArray cell(sqlite3_stmt *row, int column) const;
    [[nodiscard]] QByteArray annotation(KqlType type) const; // empty: none
    [[nodiscard]] QLatin1StringView schemaWord(KqlType type) const;

    const std::vector<SqlColumn> &m_columns;
    std::vector<int> m_order; // by name
    std::vector<QByteArray> m_names; // quoted
    bool m_annotated;
    bool m_booleans; // true and false, not 1 and 0
    bool m_objects; // dynamic as what it is, not as text
    QLatin1StringView m_dynamicWord;
    Nulls m_nulls;
    QByteArray m_rows;
    qint64 m_count = 0;
};

} // namespace simulator
