// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words that belong to an HTTP status.

#include <QByteArray>

namespace simulator {

[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace simulator
