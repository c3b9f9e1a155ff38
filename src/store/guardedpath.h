// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Folders 0700 and files 0600, ours, and not by way of a symbolic link. What is only too open is put right; what somebody
// else may have planted is refused: Error{StorageUnreadable} with code "symbolicLink", "hardLink", "otherOwner",
// "worldWritable", "noDirectory", "noFile", "noPermission". A few system calls; any thread.

#include "domain/result.h"

#include <QString>

namespace store {

enum class Made { Created, Found };

[[nodiscard]] domain::Result<Made> ensureFolder(const QString &path);
// Made by us before SQLite sees it, because it gives -wal and -shm the mode of the database.
[[nodiscard]] domain::Result<Made> ensureFile(const QString &path);
// NotFound when there is none.
[[nodiscard]] domain::Result<domain::Done> checkFile(const QString &path);
// Error{StorageUnreadable, "networkFileSystem"}: locks and the shared memory of WAL do not work there.
[[nodiscard]] domain::Result<domain::Done> checkFileSystem(const QString &folder);

// Device and inode, to notice that a file has been replaced; empty when there is none.
[[nodiscard]] QByteArray fileIdentity(const QString &path);

} // namespace store
