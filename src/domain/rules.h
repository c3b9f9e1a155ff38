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

// "truePositive/phishing" to its parts and back; an error names the wrong part.
struct Judgement {
    Classification classification = Classification::Unknown;
    Determination determination = Determination::Unknown;
    friend bool operator==(const Judgement &, const Judgement &) = default;
};
[[nodiscard]] Result<Judgement> judgement(const QString &text);
[[nodiscard]] QString judgementText(const Judgement &judgement);

inline constexpr qsizetype commentCap = 3'000; // characters, marker line included

// Whether this decision may be taken now: capability, value, comment length, target set, expiry. Error{Refused} with
// code: "noCapability", "badValue", "emptyComment", "commentTooLong", "noTargets", "expired", "notMail",
// "notInCloudMailbox", "alreadyFinal", "otherAccount", …
[[nodiscard]] Result<Done> mayDecide(const Decision &decision, const Capabilities &capabilities, Moment now);

// Compares what the decision relies on with what was just read. Empty: nothing changed. Facts that are only in one list
// count as changed. For mail, only cloud mailbox by latest location may go on.
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
