// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Hunting queries put to a tenant without sockets, and rows to compare their answers with that were read by other calls.
// Lives in the test's thread.

#include "tenantdriver.h"

#include <QMap>

namespace simulator::test {

struct HuntingReply {
    int status = 0;
    QString message; // of an error
    QJsonArray schema;
    QJsonArray rows;
    QByteArray body;
    QByteArray retryAfter;

    [[nodiscard]] QStringList names() const; // of the schema, in its order
    [[nodiscard]] QString typeOf(const QString &column) const;
    [[nodiscard]] QStringList texts(const QString &column) const; // of the rows, in their order; numbers as text
    [[nodiscard]] QJsonValue cell(const QString &column, int row = 0) const;
};

[[nodiscard]] HuntingReply hunt(TenantDriver &driver, const QString &query, const QJsonValue &timespan = QJsonValue::Undefined);

// Everything that analyzedEmails lists.
[[nodiscard]] QList<QJsonObject> allMails(TenantDriver &driver);
[[nodiscard]] QDateTime timeOf(const QJsonValue &stamp);

} // namespace simulator::test
