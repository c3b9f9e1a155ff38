// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Arithmetic of half-open windows of time. Pure; any thread.

#include "domain/moment.h"

#include <QList>

namespace store {

// What is left of the open windows once one has been drained; it may be a part of a window or span several.
[[nodiscard]] QList<domain::TimeWindow> without(const QList<domain::TimeWindow> &open, const domain::TimeWindow &drained);

} // namespace store
