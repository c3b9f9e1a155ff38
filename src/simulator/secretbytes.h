// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Random text that nobody can guess, from the system's generator: codes, refresh tokens, the application's secret.

#include <QString>

namespace simulator {

[[nodiscard]] QString unguessable(); // 32 bytes as base64url

} // namespace simulator
