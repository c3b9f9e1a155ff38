// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A refusal of the sign-in service: the AADSTS number, the OAuth error that goes with it, and the JSON body in which token
// endpoints send it. Pure.

#include "simulator/exchange.h"

#include <QDateTime>

namespace simulator {

struct EntraError {
    int number = 0; // of AADSTS
    QString error; // OAuth word, e.g. "invalid_grant"
    QString text; // what follows "AADSTSn: "
    int status = 400;
    QString suberror;
    QString claims; // JSON text that the client has to send next time
};

// The error with its usual words; `subject` is the tenant, application, address … that it speaks of.
[[nodiscard]] EntraError entraError(int number, const QString &subject = {});
[[nodiscard]] QString description(const EntraError &error); // "AADSTS90002: Tenant …"
[[nodiscard]] Response errorResponse(const EntraError &error, const Request &request, const QDateTime &now);

} // namespace simulator
