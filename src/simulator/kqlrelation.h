// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows that a hunting query works on: first a table whose cells are computed when somebody looks, later rows that an
// operator made. Lives in the tenant thread.

#include "kqlvalue.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace simulator {

struct KqlColumn {
    QString name;
    KqlType type = KqlType::Text;
    bool wide = false; // Int64
};

using KqlRow = std::vector<KqlValue>;

struct KqlRelation {
    std::vector<KqlColumn> columns;
    std::vector<quint32> rows; // those that are left, in their order; numbers for `cell`
    std::function<KqlValue(quint32 row, int column)> cell;
    // Of a table: rows whose column may hold one of the texts, if there is a quick way to them; else nothing.
    std::function<std::optional<std::vector<quint32>>(const QString &column, const QStringList &texts)> lookUp {};

    [[nodiscard]] int find(const QString &name) const // below zero: none
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].name == name) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }

    [[nodiscard]] static KqlRelation made(std::vector<KqlColumn> columns, std::vector<KqlRow> content)
    {
        KqlRelation relation {std::move(columns), {}, {}, {}};
        relation.rows.resize(content.size());
        for (std::size_t i = 0; i < content.size(); ++i) {
            relation.rows[i] = static_cast<quint32>(i);
        }
        relation.cell = [kept = std::make_shared<std::vector<KqlRow>>(std::move(content))](quint32 row, int column) {
            return (*kept)[row][static_cast<std::size_t>(column)];
        };
        return relation;
    }
};

} // namespace simulator
