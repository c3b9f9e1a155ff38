// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the edge makes a domain::Error. Pure; any thread.

#include "domain/error.h"

namespace remote {

[[nodiscard]] domain::Error failure(domain::ErrorKind kind, const QString &tried, const QString &code = {},
                                    const QString &detail = {});

} // namespace remote
