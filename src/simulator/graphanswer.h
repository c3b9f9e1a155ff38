// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Answers in the form that Graph gives them: JSON with OData headers, and errors with code, message and innerError.
// Pure functions.

#include "exchange.h"
#include "stamp.h"

#include <QJsonObject>

namespace simulator {

[[nodiscard]] Response jsonAnswer(const QByteArray &body, int status = 200);
[[nodiscard]] Response jsonAnswer(const QJsonObject &body, int status = 200);

// now: for innerError.date; the request gives the client's own id
[[nodiscard]] Response errorAnswer(int status, const QString &code, const QString &message, const Request &request,
                                   Ticks now);

} // namespace simulator
