// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the demo tenant says about itself in its first line and the files beside it, as the client takes it. Pure but for
// reading files; any thread.

#include "domain/result.h"
#include "domain/tenant.h"
#include "remote/session.h"

#include <QJsonObject>

namespace scenarios {

[[nodiscard]] domain::Tenant tenantOf(const QJsonObject &ready); // nobody is signed in yet
[[nodiscard]] domain::Result<remote::ApplicationCredential> credentialOf(const QJsonObject &ready);

} // namespace scenarios
