// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person chose, with the facts it relies on, and where it stands. Kept in the ledger, never in the cache: server
// truth and local intent share no table. The drawing of the states is in docs/architecture.md. Values; any thread.

#include "evidence.h"
#include "ids.h"
#include "moment.h"
#include "vocabulary.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace domain {

enum class DecisionKind {
    ApproveAction, // carry out the equivalent of a pending action
    RejectAction, // proved when its comment reads back; the portal's item stays open
    MarkHandled, // a note that it was dealt with elsewhere
    Assign, // value: UPN, empty clears
    AddTag, // value: tag
    RemoveTag,
    Classify, // value: "truePositive/phishing"
    SetStatus, // value: wire word active or inProgress
    Resolve, // value: classification/determination as in Classify, may be empty; comment: resolving comment
    Comment, // comment
};

// How far repetition is safe (design: after `sending`).
enum class EffectClass {
    Set, // may be re-sent once a read showed that it is absent
    Append, // read back and compare, then a person
    Destructive, // never sent a second time automatically
};
[[nodiscard]] EffectClass effectClass(DecisionKind kind);

enum class DecisionState {
    Held, // undo is still possible by one key
    Queued,
    Preflight,
    Sending, // intent committed; cannot be cancelled any more
    Accepted, // the other side said yes; not proved
    Verifying,
    Verified,
    Refused,
    Unknown, // the request may or may not have been applied
    NeedsPerson,
    Stale, // facts changed; shows the difference and asks again
    Cancelled,
    Expired,
};

enum class ExecutorKind { Graph, MailRemediation, Portal, Local };

struct Fact {
    QString
        name; // "latestLocation/<nmid>/<recipient>", "verdict", "incidentStatus", "targetSet", "assignedTo", "tags", …
    QString value; // comparable text
    QString source; // "analyzedEmail", "hunting", "cache", "graph"
    std::optional<Moment> sourceTime; // the source's own time

    friend bool operator==(const Fact &, const Fact &) = default;
};

struct Decision {
    DecisionId id;
    DecisionKind kind = DecisionKind::Comment;
    IncidentId incident;
    // whose decision; bound to tenant and account, another account never sends it
    QString tenantId;
    QString oid;
    QString upn;
    // what for
    QString value; // see DecisionKind
    QString comment; // the person's own text; posted with a marker line that carries the id
    PendingActionId action;
    std::optional<MailAction> mailAction;
    QList<MailTarget> targets; // frozen
    QString label; // of the entity, raw; show through Untrusted
    QList<Fact> facts; // frozen at the time of decision
    ExecutorKind executor = ExecutorKind::Graph;
    Moment decidedAt;
    Moment heldUntil;
    Moment expires; // not sent after this
    // where it stands
    DecisionState state = DecisionState::Held;
    QString stateReason; // error or rule code behind the state; worded in models/wording
    QString stateDetail; // other side's text or the difference, raw
    Moment stateSince;
    int attempts = 0;
    QString handle; // bulkId of a remediation, id of a comment, …
    std::optional<Moment> nextStep; // when the sender looks at it again

    friend bool operator==(const Decision &, const Decision &) = default;
};

[[nodiscard]] bool isFinal(DecisionState state); // verified, refused, cancelled, expired
[[nodiscard]] bool isOpen(DecisionState state); // still in the outbox: not final
[[nodiscard]] bool isCancellable(DecisionState state); // held, queued, preflight, stale
// The arrows of the table in decision.cpp, and no other.
[[nodiscard]] bool mayFollow(DecisionState from, DecisionState to, EffectClass effect);
// Whether this is an arrow that only a person takes (undo, cancel, confirming what is stale, settling); the sender never.
[[nodiscard]] bool isPersonsStep(DecisionState from, DecisionState to);

[[nodiscard]] QString decisionKindWord(
    DecisionKind kind); // "approve", "assign", … as on the command line and in the ledger
[[nodiscard]] std::optional<DecisionKind> decisionKind(const QString &word);
[[nodiscard]] QString decisionStateWord(DecisionState state); // "held", "needs-person", …
[[nodiscard]] std::optional<DecisionState> decisionState(const QString &word);
[[nodiscard]] QString executorWord(ExecutorKind executor);
[[nodiscard]] std::optional<ExecutorKind> executorKind(const QString &word);

// The comment by which the program tells colleagues of a proved approval is a decision too; its id follows from the
// approval's, so that it is never recorded twice.
[[nodiscard]] DecisionId approvalCommentId(const DecisionId &approval);

// What tells our comments apart when they are read back: a last line "[casemate <decision id>]".
[[nodiscard]] QString markedComment(const DecisionId &id, const QString &text);
[[nodiscard]] bool carriesMark(const QString &comment, const DecisionId &id);

} // namespace domain

Q_DECLARE_METATYPE(domain::Decision)
Q_DECLARE_METATYPE(domain::DecisionState)
