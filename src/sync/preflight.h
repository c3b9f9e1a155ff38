// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last look before sending: what the decision relies on against what was just read. Pure; any thread.
//
// Two differences stop nothing: a value that an earlier decision of the same person, sent meanwhile, put there; and a
// location that nobody knew when the person decided (without a network), if it is one that leaves the action as it was
// meant: a mailbox that the decision names, where the rules allow the action, and not the place where the action would put
// the mail. They are frozen, so that the proof compares with them, and a second preflight finds no difference.
//
// Any other location that comes to light is a difference like every other, and the person is asked: somebody has acted by
// hand already, the mail has left the mailboxes, or there are mailboxes that the person has not seen.

#include "domain/capabilities.h"
#include "domain/decision.h"
#include "domain/rules.h"

namespace casemate::sync {

struct Preflight {
    enum class Answer {
        Go,
        Freeze, // facts: to be frozen anew before it is looked at again
        Stale, // detail: see domain/differencetext.h
        Refuse, // reason: the rule
        Later, // reason: what is missing just now (session, permission, credential); it stays queued
        Expire,
    };
    Answer answer = Answer::Later;
    QString reason = {};
    QString detail = {};
    QList<domain::Fact> facts = {};
};

// `own`: the account's decisions on the same incident.
[[nodiscard]] Preflight judgePreflight(const domain::Decision &decision, const QList<domain::Fact> &current,
                                       const QList<domain::Decision> &own, const domain::Capabilities &capabilities,
                                       domain::Moment now);

// Those differences that are neither of the two kinds above.
[[nodiscard]] QList<domain::FactDifference> unexplained(QList<domain::FactDifference> differences,
                                                        const domain::Decision &decision,
                                                        const QList<domain::Decision> &own);

// The frozen facts with the values that were shown as new: what confirming a stale decision freezes.
[[nodiscard]] QList<domain::Fact> confirmedFacts(const domain::Decision &stale);

} // namespace casemate::sync
