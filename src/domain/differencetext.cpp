// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differencetext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace domain {

QString differencesText(const QList<FactDifference> &differences)
{
    QJsonArray rows;
    for (const FactDifference &difference : differences)
        rows.append(QJsonArray {difference.name, difference.before, difference.now});
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

QList<FactDifference> differencesIn(const QString &stateDetail)
{
    QList<FactDifference> result;
    const QJsonArray rows = QJsonDocument::fromJson(stateDetail.toUtf8()).array();
    for (const QJsonValue &row : rows) {
        const QJsonArray parts = row.toArray();
        if (parts.size() != 3 || parts.at(0).toString().isEmpty())
            return {};
        result.append({parts.at(0).toString(), parts.at(1).toString(), parts.at(2).toString()});
    }
    return result;
}

} // namespace domain
