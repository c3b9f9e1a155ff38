// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last look before sending: what the decision relies on against what was just read. Pure; any thread.
//
// Two differences stop nothing: a location that was not known when the person decided (without a network) and is known
// now, which the rules judge by itself; and a value that an earlier decision of the same person, sent meanwhile, put there.
// They are frozen, so that the proof compares with them, and a second preflight finds no difference.

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
