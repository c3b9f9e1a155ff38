// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Case files as the program keeps them: one incident out of a tenant's databases into a file, and what was read from files
// into the list of tenants. The same for the command line and the window.

#include "tenantregistry.h"

#include "store/readers.h"
#include "sync/fileimport.h"

namespace app {

// Writes the whole file or leaves what lay there. In a reader's thread. Error{NotFound} "noIncident"; {Refused}
// "fileNotWritten"; what the store says.
[[nodiscard]] domain::Result<domain::Done> writeCase(store::ReadSession &session, const domain::Tenant &tenant,
                                                     const domain::IncidentId &incident, const QString &path);

// Main thread. Error{Refused} "nameTaken" before an import that would get a name that is somebody's.
[[nodiscard]] domain::Result<domain::Done> mayBeCalled(const TenantRegistry &registry, const QString &name);
// Answers the tenant as stored; what was imported is removed again when the list cannot be written.
[[nodiscard]] domain::Result<domain::Tenant> keepImport(TenantRegistry &registry, const store::DataPaths &paths,
                                                        const casemate::sync::ImportReport &report);
// A file tenant is its files: removing it from the list removes its data. The data of others stays.
[[nodiscard]] domain::Result<domain::Done> removeTenant(TenantRegistry &registry, const store::DataPaths &paths, const QString &key);

} // namespace app
