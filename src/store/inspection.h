// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands between us and our databases: SQLite and what it can do, folders, files, modes, versions, room. It looks and
// repairs nothing, and opens every file by itself, so it works while somebody else owns them. May take as long as the disk
// does: not for the GUI thread.

#include "datapaths.h"

#include "domain/finding.h"

#include <atomic>

namespace store {

[[nodiscard]] domain::Findings inspectLibrary();
// The folder of everything: mode, owner, kind of file system, room. A root that is not there yet is no fault.
[[nodiscard]] domain::Findings inspectRoot(const DataPaths &paths);
// One account's folder and its three files.
[[nodiscard]] domain::Findings inspectAccount(const QString &accountFolder);
// The same files from end to end. `cancelled` is looked at all the time.
[[nodiscard]] domain::Findings inspectIntegrity(const QString &accountFolder, const std::atomic<bool> &cancelled);

} // namespace store
