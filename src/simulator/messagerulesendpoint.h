// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// …/mailFolders/inbox/messageRules of a person: list, get, update, delete. People may touch their own mailbox only,
// applications any. Tenant thread.

#include "graphcall.h"

namespace simulator {

struct Organisation;
struct Person;

// at: the segment "mailFolders"; owner: nullptr when there is nobody of that name.
[[nodiscard]] Response answerMessageRules(const GraphCall &call, int at, Organisation &org, const Person *owner);

// What waits for the removal of this rule is taken as done, where the tenant does so.
void clearPendingRule(Organisation &org, const QString &mailbox, const QString &id);

} // namespace simulator
