// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "redaction.h"

#include <QDir>

#include <pwd.h>
#include <unistd.h>

namespace app {

models::Redaction redactionFor(const QList<domain::Tenant> &tenants)
{
    models::Redaction redaction;
    redaction.home = QDir::homePath();
    if (const passwd *entry = ::getpwuid(::getuid()))
        redaction.user = QString::fromLocal8Bit(entry->pw_name);
    for (const domain::Tenant &tenant : tenants) {
        redaction.tenantNames += {tenant.tenantId, tenant.clientId};
        if (tenant.key != tenant.cloud.name) // "demo" says nothing, and stands in sentences
            redaction.tenantNames.append(tenant.key);
        redaction.accounts += {tenant.oid, tenant.upn, tenant.upn.section(u'@', 0, 0)};
        if (const QString domain = tenant.upn.section(u'@', 1); !domain.isEmpty())
            redaction.tenantNames.append(domain);
    }
    return redaction;
}

} // namespace app
