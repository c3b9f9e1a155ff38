// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the databases of a tenant lie, and the watch over who may read them: folders 0700, files 0600, owned by us, no
// symbolic link and nothing that others can write on the way. Pure paths and a few system calls; any thread.

#include "domain/result.h"

#include <QString>

namespace store {

struct DataPaths {
    QString root; // absolute

    [[nodiscard]] static DataPaths standard(); // $XDG_DATA_HOME/casemate

    // <root>/<cloud>/<tenantId>/<oid>; characters outside A-Z a-z 0-9 . _ - are percent-encoded, case is lowered.
    [[nodiscard]] QString tenantFolder(const QString &cloud, const QString &tenantId, const QString &oid) const;

    // Makes the root, or checks and repairs what is there. Error{StorageUnreadable} with code "symbolicLink",
    // "otherOwner", "worldWritable", "noDirectory", "networkFileSystem", "noPermission"; StorageFull when it is full.
    [[nodiscard]] domain::Result<domain::Done> prepare() const;
    // The same for every folder down to the tenant's; answers the tenant's folder.
    [[nodiscard]] domain::Result<QString> prepareTenant(const QString &cloud, const QString &tenantId,
                                                        const QString &oid) const;

    [[nodiscard]] static QString cacheFile(const QString &tenantFolder) { return tenantFolder + QStringLiteral("/cache.db"); }
    [[nodiscard]] static QString deskFile(const QString &tenantFolder) { return tenantFolder + QStringLiteral("/desk.db"); }
    [[nodiscard]] static QString ledgerFile(const QString &tenantFolder) { return tenantFolder + QStringLiteral("/ledger.db"); }
};

} // namespace store
