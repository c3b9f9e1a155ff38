// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which hosts a tenant's traffic may go to. The clouds of Microsoft are built in; any other comes from a file. A file may
// name loopback addresses freely, since that is what a demo tenant is; other hosts only when root owns the file and
// nobody else can write it, so that an edited file in a home folder cannot lead tokens astray. Pure but for reading
// the file; any thread.
//
// Hosts per cloud: Microsoft Entra and Microsoft Graph national cloud pages.

#include "domain/result.h"
#include "domain/tenant.h"

#include <QStringList>

#include <optional>

namespace app {

[[nodiscard]] std::optional<domain::Cloud> builtInCloud(const QString &name); // global, gcc, gcchigh, dod
[[nodiscard]] QStringList builtInCloudNames();

struct CloudFile {
    domain::Cloud cloud;
    QString tenantId; // may be empty
    QString clientId; // may be empty
};
// JSON: {"name", "demo", "tenant", "login", "graph", "portal", "clientId", "caFile"}; unknown members are ignored.
// Error{UsageWrong} with the reason in `detail`, Error{StorageUnreadable} when it cannot be read.
[[nodiscard]] domain::Result<CloudFile> readCloudFile(const QString &path);

[[nodiscard]] bool isLoopback(const QUrl &url); // literal 127.0.0.1 or [::1]

} // namespace app
