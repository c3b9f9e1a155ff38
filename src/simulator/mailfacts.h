// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A stored mail as evidence tells it. Pure.

#include "mailevidence.h"
#include "mailstore.h"

namespace simulator {

[[nodiscard]] MessageFacts messageFacts(const MailStore &mails, quint32 delivery);

} // namespace simulator
