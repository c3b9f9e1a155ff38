// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What may be decided, as pure functions: the desk asks before it takes a decision, the sender asks again before it sends.
// Any thread.

#include "capabilities.h"
#include "decision.h"
#include "pendingaction.h"
#include "result.h"

namespace domain {

// The pairs the portal offers (truePositive with phishing, …). Legacy words are shown, never offered.
[[nodiscard]] QList<Determination> determinationsFor(Classification classification);
[[nodiscard]] bool isValidPair(Classification classification, Determination determination);

// "truePositive/phishing" to its parts and back; the error "badClassification" or
// "badDetermination" has the wrong part as its detail.
struct Judgement {
    Classification classification = Classification::Unknown;
    Determination determination = Determination::Unknown;
    friend bool operator==(const Judgement &, const Judgement &) = default;
};
[[nodiscard]] Result<Judgement> judgement(const QString &text);
[[nodiscard]] QString judgementText(const Judgement &judgement);

inline constexpr qsizetype commentCap = 3'000; // characters, marker line included
inline constexpr qsizetype valueCap = 256; // characters of an assignee or a tag
inline constexpr qsizetype targetCap = 100; // messages in one remediation call; more are for the portal

// Whether this decision may be taken now: account, capability, value, comment length, target set, expiry. Error{Refused}
// with one of the codes below. A latest location that was not read passes until the decision is in preflight.
[[nodiscard]] QStringList refusalCodes();
[[nodiscard]] Result<Done> mayDecide(const Decision &decision, const Capabilities &capabilities, Moment now);

// Name of the fact that says where a message lies: "latestLocation/<network message id>/<recipient>". Its value is a wire
// word of MailLocation, or empty when it was never read.
[[nodiscard]] QString latestLocationFact(const MailTarget &target);

// Compares what the decision relies on with what was just read. Empty: nothing changed. Facts that are only in one list
// count as changed; source and source time do not count.
struct FactDifference {
    QString name;
    QString before;
    QString now;
    friend bool operator==(const FactDifference &, const FactDifference &) = default;
};
[[nodiscard]] QList<FactDifference> differences(const QList<Fact> &frozen, const QList<Fact> &current);

// Three-way merge of tags: the server's list with our one change applied; nobody's tag is lost.
[[nodiscard]] QStringList mergedTags(const QStringList &serverTags, const Decision &tagDecision);

} // namespace domain
