// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tenants this person works with, and which account signed in to each last. INI, in the configuration folder or,
// under --data-dir, in that folder. Tenants that an organisation hands out stand in /etc/xdg/casemate/tenants.ini.
// Holds no secrets. Belongs to the thread that made it.

#include "domain/result.h"
#include "domain/tenant.h"

#include <QList>
#include <QString>

namespace app {

class TenantRegistry
{
public:
    explicit TenantRegistry(const QString &file); // see standardFile()

    [[nodiscard]] static QString standardFile(const QString &dataDir); // dataDir empty: the configuration folder

    [[nodiscard]] QList<domain::Tenant> tenants() const;
    // The tenant that --tenant named (key, tenant id), or the only one, or the only one that is not from files. Error{UsageWrong} "unknownTenant", "noTenant",
    // "severalTenants", with words in `detail`; {StorageUnreadable} when the list may not be read.
    [[nodiscard]] domain::Result<domain::Tenant> choose(const QString &named) const;

    // A tenant with the same tenant id and cloud name takes the new addresses. Answers what was stored: the key gets a
    // suffix if another tenant has it.
    [[nodiscard]] domain::Result<domain::Tenant> add(domain::Tenant tenant);
    [[nodiscard]] domain::Result<domain::Done> setAccount(const QString &key, const QString &tenantId, const QString &oid,
                                                          const QString &upn);
    [[nodiscard]] domain::Result<domain::Done> remove(const QString &key);

private:
    [[nodiscard]] domain::Result<domain::Done> write(const domain::Tenant &tenant);

    QString m_file;
};

} // namespace app
