// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The edge at which SQLite's codes and the system's become domain::Error. Pure; any thread.

#include "domain/error.h"

#include <QString>

namespace store {

[[nodiscard]] domain::Error makeError(domain::ErrorKind kind, const QString &tried, const QString &code,
                                      const QString &detail = {});

// `resultCode` may be extended; `systemCode` is errno behind an I/O error, 0 when there is none.
[[nodiscard]] domain::Error sqliteError(int resultCode, int systemCode, const QString &tried, const QString &message);
// errno of a call on a file or a folder.
[[nodiscard]] domain::Error systemError(int systemCode, const QString &tried, const QString &path);

[[nodiscard]] QString sqliteCodeName(int resultCode); // "SQLITE_FULL"

} // namespace store
