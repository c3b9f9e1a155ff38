// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a hunting table is declared: a row of what its columns look at, and for each column a name, a type and how its cell
// follows from the row. Templates; used in the tenant thread.

#include "huntingtable.h"
#include "mail.h"

#include <QJsonObject>

namespace simulator {

template<typename Row>
struct HuntingColumn {
    QLatin1StringView name;
    KqlType type;
    KqlValue (*cell)(const Row &row);
    bool wide = false;
};

// keys: what names a row of the table; make turns one into a Row. Columns must outlive the relation.
template<typename Columns, typename Key, typename Make>
KqlRelation relationOf(const Columns &columns, std::vector<Key> keys, Make make)
{
    KqlRelation relation;
    for (const auto &column : columns) {
        relation.columns.push_back({column.name, column.type, column.wide});
    }
    relation.rows.resize(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        relation.rows[i] = static_cast<quint32>(i);
    }
    relation.cell = [&columns, make, kept = std::make_shared<std::vector<Key>>(std::move(keys))](quint32 row, int column) {
        return columns[static_cast<std::size_t>(column)].cell(make((*kept)[row]));
    };
    return relation;
}

// Quick way to the rows of a message: keys are ordered by `first` of a key, which is a delivery.
[[nodiscard]] std::optional<std::vector<quint32>> rowsOfMessages(const Organisation &org, const std::vector<quint32> &deliveries,
                                                                 const QString &column, const QStringList &texts);

[[nodiscard]] inline KqlValue huntingText(const QString &value)
{
    return KqlValue::text(value);
}

[[nodiscard]] QString jsonText(const QJsonObject &object);
[[nodiscard]] QString objectIdOf(const Organisation &org, const QString &address); // empty for strangers
[[nodiscard]] QString detectionJson(const Mail &mail);
[[nodiscard]] bool isWithin(const HuntingWindow &window, Ticks time);

} // namespace simulator
