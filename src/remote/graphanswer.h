// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an HTTP answer of Graph means: whether its body counts, and which domain::Error a status is. Pure; any thread.

#include "graphclient.h"

namespace remote {

// Empty for one whole JSON object that is not an error; otherwise "emptyBody", "malformed", "noObject", "errorInAnswer".
[[nodiscard]] QString bodyProblem(const QByteArray &body);

// Whether a write that was answered so has certainly not been applied.
[[nodiscard]] bool isDefiniteRefusal(int status);

// For a status other than 2xx.
[[nodiscard]] domain::Error statusError(const HttpAnswer &answer, const QString &tried, bool isWrite);

// For a 2xx: the answer, or what keeps it from being one.
[[nodiscard]] domain::Result<GraphAnswer> graphAnswer(const HttpAnswer &answer, const QString &tried, bool isWrite);

} // namespace remote
