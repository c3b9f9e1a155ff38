// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/account.h"

#include <QJsonObject>

#include <algorithm>

namespace simulator {

namespace {

template <typename Condition>
const Account *firstThat(const QList<Account> &accounts, Condition holds)
{
    const auto found = std::find_if(accounts.begin(), accounts.end(), holds);
    return found == accounts.end() ? nullptr : &*found;
}

} // namespace

QList<Account> accountsFrom(const QJsonArray &json)
{
    QList<Account> accounts;
    for (const QJsonValue &person : json) {
        Account account {person[u"upn"].toString(),
                         person[u"oid"].toString(),
                         person[u"displayName"].toString(),
                         {},
                         person[u"userType"] == QStringLiteral("Guest")};
        const QJsonArray roles = person[u"roles"].toArray();
        for (const QJsonValue &role : roles)
            account.roles.append(role.toString());
        accounts.append(account);
    }
    return accounts;
}

const Account *accountByUpn(const QList<Account> &accounts, const QString &upn)
{
    return firstThat(accounts, [&upn](const Account &a) { return a.upn.compare(upn, Qt::CaseInsensitive) == 0; });
}

const Account *accountByOid(const QList<Account> &accounts, const QString &oid)
{
    return firstThat(accounts, [&oid](const Account &a) { return a.oid == oid; });
}

const Account *accountWithRole(const QList<Account> &accounts, const QString &role)
{
    return firstThat(accounts, [&role](const Account &a) { return a.roles.contains(role); });
}

const Account *firstAdministrator(const QList<Account> &accounts)
{
    const Account *administrator = firstThat(accounts, [](const Account &a) {
        return std::any_of(a.roles.begin(), a.roles.end(),
                           [](const QString &r) { return r.endsWith(u"Administrator"); });
    });
    return administrator || accounts.isEmpty() ? administrator : &accounts.first();
}

} // namespace simulator
