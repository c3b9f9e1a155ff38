// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person chose, before anybody asked the rules. A value; any thread.

#include "domain/decision.h"

#include <QMetaType>

#include <chrono>

namespace models {

struct Choice {
    domain::DecisionKind kind = domain::DecisionKind::Comment;
    domain::IncidentId incident {}; // may stay empty when there is an action
    domain::PendingActionId action {}; // of approve, reject, handled
    // See DecisionKind; "me" assigns to the person who is signed in. Of approve the mail action's word, as another way
    // to say mailAction.
    QString value {};
    QString comment {};
    std::optional<domain::MailAction> mailAction {}; // of approve; absent: what is recommended

    friend bool operator==(const Choice &, const Choice &) = default;
};

struct DeskOptions {
    std::chrono::seconds hold {10}; // undo is possible for so long
    std::chrono::seconds life = std::chrono::hours(8); // not sent after so long
};

} // namespace models

Q_DECLARE_METATYPE(models::Choice)
