// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GET /{tenant}/oauth2/v2.0/authorize: checks what the client asks for, lets the person choose an account, and sends the
// browser back with a code. What cannot be trusted to come from the client is shown on a page and never redirected.

#include "simulator/entrastate.h"
#include "simulator/formdata.h"

namespace simulator {

// Sends the browser back to the request's redirect_uri, which has been checked.
[[nodiscard]] Response redirectBack(const Request &request, const FormData &answer);
[[nodiscard]] Response authorize(const Request &request, EntraState &state);

// http://localhost and http://127.0.0.1 are registered: any port, exactly this path, nothing else in the address.
[[nodiscard]] bool isRegisteredRedirect(const QString &uri);

} // namespace simulator
