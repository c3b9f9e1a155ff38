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

// By what support staff finds one refusal among all; the same in the text and in the members of an answer.
struct Trace {
    QString trace;
    QString correlation; // the client's own id, when it sent one
    QString timestamp;
};

// The error with its usual words; `subject` is the tenant, application, address … that it speaks of.
[[nodiscard]] EntraError entraError(int number, const QString &subject = {});
[[nodiscard]] QList<int> knownErrors(); // those that have words of their own
[[nodiscard]] QString description(const EntraError &error); // "AADSTS90002: Tenant …"
[[nodiscard]] Trace traceOf(const Request &request, const QDateTime &now);
[[nodiscard]] QString description(const EntraError &error, const Trace &trace); // with the ids at its end
[[nodiscard]] QString errorAddress(const EntraError &error, const Request &request); // of a page about it
[[nodiscard]] Response errorResponse(const EntraError &error, const Request &request, const QDateTime &now);

} // namespace simulator
