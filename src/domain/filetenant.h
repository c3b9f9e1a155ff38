// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file tenant: what came from files instead of from a service. It is read like any other tenant and never pulled, sent to
// or signed in to; its account is the import itself. Pure; any thread.

#include "tenant.h"

#include <QByteArrayView>

namespace domain {

inline constexpr QLatin1StringView fileCloud {"files"};

[[nodiscard]] inline bool isFileTenant(const Tenant &tenant)
{
    return tenant.cloud.name == fileCloud;
}

// Alerts whose incident was not in the file are shown under an incident that we made. Its bytes begin with this, so that
// nothing of ours is ever given out as received.
inline constexpr const char *standInMark = "{\"@casemate.standIn\":true,";

[[nodiscard]] inline bool isStandIn(QByteArrayView incident)
{
    return incident.startsWith(standInMark);
}

} // namespace domain
