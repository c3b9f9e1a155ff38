// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a report must not tell of this person and these tenants. Main thread.

#include "domain/tenant.h"
#include "models/findingreport.h"

#include <QList>

namespace app {

[[nodiscard]] models::Redaction redactionFor(const QList<domain::Tenant> &tenants);

} // namespace app
