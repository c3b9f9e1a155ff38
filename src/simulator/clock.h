// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Real time as the token and throttling side sees it, handed in so that tests can move it. The simulated time of the
// tenant is another matter (tenant.h).

#include <functional>

#include <QtGlobal>

namespace simulator {

using Clock = std::function<qint64()>; // milliseconds since 1970, UTC

} // namespace simulator
