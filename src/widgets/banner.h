// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The standing state of a tenant that a person has to know while working: offline, data old or not whole, sign-in needed,
// read only. Pure. GUI thread.

#include "page.h"

#include "domain/capabilities.h"
#include "domain/engine.h"

namespace widgets {

[[nodiscard]] std::optional<Message> bannerFor(const domain::PullState &pull, const domain::Capabilities &capabilities,
                                               domain::Moment now);

} // namespace widgets
