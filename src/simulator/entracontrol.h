// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// POST /control/entra: what a test or the demo changes about the sign-in service while it runs. Besides the settings
// (entrasettings.h):
//
//     "expireTokens":true           access tokens made so far
//     "expireCodes":true            authorization and device codes handed out so far
//     "rotateKey":true              another key signs from now on; the old one stays published
//     "revokeRefreshTokens":true    everybody's, or with a principal name that person's
//     "approveDevice":{"userCode","upn"}    as if that person had typed the code in; without upn: the administrator
//     "declineDevice":{"userCode"}
//     "addCertificate":PEM          another one that the application may sign its assertions with
//
// All of it or, when something is wrong, nothing. Tenant thread.

#include "simulator/entrastate.h"

namespace simulator {

Result<QJsonObject> controlEntra(const QJsonObject &changes, EntraState &state); // answers with the settings

} // namespace simulator
