// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A person who can sign in, as the tenant lists them. Values.

#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace simulator {

struct Account {
    QString upn;
    QString oid;
    QString displayName;
    QStringList roles; // of the directory, e.g. "Security Operator"
    bool guest = false; // of another organisation, invited into this one
};

[[nodiscard]] QList<Account> accountsFrom(const QJsonArray &json);
[[nodiscard]] const Account *accountByUpn(const QList<Account> &accounts, const QString &upn);
[[nodiscard]] const Account *accountByOid(const QList<Account> &accounts, const QString &oid);
[[nodiscard]] const Account *accountWithRole(const QList<Account> &accounts, const QString &role);
[[nodiscard]] const Account *firstAdministrator(const QList<Account> &accounts); // else the first one; null: nobody

} // namespace simulator
