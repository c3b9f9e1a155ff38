// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bodies of TableModel, see tablemodel.h.

#include "tablemodel.h"

namespace models {

template <class Row>
int TableModel<Row>::rowOf(const QString &key) const
{
    if (m_positions.isEmpty()) {
        for (int row = 0; row < int(m_rows.size()); ++row)
            m_positions.insert(keyOf(m_rows.at(row)), row);
    }
    return m_positions.value(key, -1);
}

template <class Row>
QList<QString> TableModel<Row>::keys(const QList<Row> &rows) const
{
    QList<QString> result;
    result.reserve(rows.size());
    for (const Row &row : rows)
        result.append(keyOf(row));
    return result;
}

template <class Row>
void TableModel<Row>::show(QList<Row> rows)
{
    const QList<QString> before = keys(m_rows);
    const QList<QString> after = keys(rows);
    const RowDiff diff = diffRows(before, after);
    if (diff.isLarge)
        return changeLayout(before, after, std::move(rows));
    if (!diff.isEmpty())
        m_positions.clear();
    carryOut(diff, rows);
    takeValues(rows);
}

template <class Row>
void TableModel<Row>::carryOut(const RowDiff &diff, const QList<Row> &rows)
{
    for (const RowRange &range : diff.removed) {
        beginRemoveRows({}, int(range.first), int(range.last));
        m_rows.remove(range.first, range.last - range.first + 1);
        endRemoveRows();
    }
    for (const RowMove &move : diff.moved) {
        // Qt counts the destination before the row is taken out
        const qsizetype destination = move.to > move.from ? move.to + 1 : move.to;
        beginMoveRows({}, int(move.from), int(move.from), {}, int(destination));
        m_rows.move(move.from, move.to);
        endMoveRows();
    }
    for (const RowRange &range : diff.inserted) {
        beginInsertRows({}, int(range.first), int(range.last));
        for (qsizetype row = range.first; row <= range.last; ++row)
            m_rows.insert(row, rows.at(row));
        endInsertRows();
    }
}

template <class Row>
void TableModel<Row>::takeValues(const QList<Row> &rows)
{
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const qsizetype first = row;
        while (row < rows.size() && !(m_rows.at(row) == rows.at(row))) {
            m_rows[row] = rows.at(row);
            ++row;
        }
        if (row > first)
            touch(int(first), int(row - 1));
    }
}

template <class Row>
void TableModel<Row>::changeLayout(const QList<QString> &before, const QList<QString> &after, QList<Row> rows)
{
    Q_EMIT layoutAboutToBeChanged();
    QHash<QString, int> positions;
    positions.reserve(after.size());
    for (int row = 0; row < int(after.size()); ++row)
        positions.insert(after.at(row), row);
    m_rows = std::move(rows);
    m_positions.clear();
    const QModelIndexList old = persistentIndexList();
    QModelIndexList now;
    now.reserve(old.size());
    for (const QModelIndex &index : old) {
        const int row = positions.value(before.at(index.row()), -1);
        now.append(row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged();
}

template <class Row>
void TableModel<Row>::replace(int row, const Row &value)
{
    m_rows[row] = value;
    touch(row, row);
}

template <class Row>
void TableModel<Row>::touch(int firstRow, int lastRow, int column)
{
    if (firstRow > lastRow)
        return;
    Q_EMIT dataChanged(index(firstRow, column < 0 ? 0 : column),
                       index(lastRow, column < 0 ? columnCount() - 1 : column));
}

} // namespace models
