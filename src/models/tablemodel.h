// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Base of our flat item models: index arithmetic, headers from a table of columns, and the change from one list of rows to
// the next by keyed diff, so that selection, current row and scroll position stay with their rows. Never a reset.
// A subclass says what a cell holds. GUI thread.

#include "rowdiff.h"

#include <QAbstractTableModel>
#include <QHash>

#include <span>

namespace models {

struct ColumnEntry {
    const char *title; // QT_TRANSLATE_NOOP("models", …)
    Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter;
};

[[nodiscard]] QVariant columnHeader(std::span<const ColumnEntry> columns, int column, int role);

template <class Row>
class TableModel : public QAbstractTableModel
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        if (role == Qt::TextAlignmentRole)
            return QVariant(m_columns[std::size_t(index.column())].alignment);
        return cell(m_rows.at(index.row()), index.column(), role);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final
    {
        return orientation == Qt::Horizontal ? columnHeader(m_columns, section, role) : QVariant();
    }

    [[nodiscard]] const Row &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] int rowOf(const QString &key) const; // -1 when it is not shown

protected:
    TableModel(std::span<const ColumnEntry> columns, QObject *parent)
        : QAbstractTableModel(parent)
        , m_columns(columns)
    {
    }

    [[nodiscard]] virtual QString keyOf(const Row &row) const = 0;
    [[nodiscard]] virtual QVariant cell(const Row &row, int column, int role) const = 0;

    void show(QList<Row> rows); // keys are unique
    void replace(int row, const Row &value); // the same key
    void touch(int firstRow, int lastRow, int column = -1); // its look has changed; -1: all columns

private:
    void changeLayout(const QList<QString> &before, const QList<QString> &after, QList<Row> rows);
    void carryOut(const RowDiff &diff, const QList<Row> &rows);
    void takeValues(const QList<Row> &rows);
    [[nodiscard]] QList<QString> keys(const QList<Row> &rows) const;

    std::span<const ColumnEntry> m_columns;
    QList<Row> m_rows;
    mutable QHash<QString, int> m_positions; // made when somebody asks
};

} // namespace models

#include "tablemodelbody.h"
