// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which words stand where the queue has no rows, from the state of the pull. Pure. GUI thread.

#include "emptystate.h"

#include "domain/engine.h"

namespace widgets {

[[nodiscard]] Emptiness queueEmptiness(const domain::PullState &pull, bool isLoaded, qint64 known);

} // namespace widgets
