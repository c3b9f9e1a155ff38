// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablemodel.h"

#include <QCoreApplication>

namespace models {

QVariant columnHeader(std::span<const ColumnEntry> columns, int column, int role)
{
    if (column < 0 || column >= int(columns.size()))
        return {};
    const ColumnEntry &entry = columns[std::size_t(column)];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QCoreApplication::translate("models", entry.title);
    if (role == Qt::TextAlignmentRole)
        return QVariant(entry.alignment);
    return {};
}

} // namespace models
