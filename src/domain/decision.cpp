// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision.h"

#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

using S = DecisionState;

enum class For { Every, SetOnly };
enum class By { Program, Person };

struct Arrow {
    S from;
    S to;
    For effect = For::Every;
    By mover = By::Program; // Person: the program never takes this arrow by itself
};

// The one table of the states; drawn in docs/architecture.md. Sending → Queued is for a definite "not processed" (429)
// alone. From Accepted an effect that turns out to be absent goes by Verifying to a person, and only an edit that sets a
// value goes back to the queue. Verifying → Verifying is the next look.
constexpr std::array arrows {
    Arrow {S::Held, S::Queued},
    Arrow {S::Held, S::Cancelled, For::Every, By::Person},
    Arrow {S::Held, S::Expired},
    Arrow {S::Queued, S::Preflight},
    Arrow {S::Queued, S::Cancelled, For::Every, By::Person},
    Arrow {S::Queued, S::Expired},
    Arrow {S::Preflight, S::Queued}, // offline or throttled
    Arrow {S::Preflight, S::Stale},
    Arrow {S::Preflight, S::Refused}, // no permission any more
    Arrow {S::Preflight, S::Sending},
    Arrow {S::Preflight, S::Cancelled, For::Every, By::Person},
    Arrow {S::Preflight, S::Expired},
    Arrow {S::Stale, S::Queued, For::Every, By::Person},
    Arrow {S::Stale, S::Cancelled, For::Every, By::Person},
    Arrow {S::Stale, S::Expired},
    Arrow {S::Sending, S::Accepted},
    Arrow {S::Sending, S::Refused},
    Arrow {S::Sending, S::Unknown},
    Arrow {S::Sending, S::Queued},
    Arrow {S::Accepted, S::Verifying},
    Arrow {S::Accepted, S::Verified},
    Arrow {S::Unknown, S::Verifying},
    Arrow {S::Verifying, S::Verifying},
    Arrow {S::Verifying, S::Verified},
    Arrow {S::Verifying, S::NeedsPerson},
    Arrow {S::Verifying, S::Queued, For::SetOnly},
    Arrow {S::NeedsPerson, S::Verified, For::Every, By::Person},
    Arrow {S::NeedsPerson, S::Refused, For::Every, By::Person},
    Arrow {S::NeedsPerson, S::Cancelled, For::Every, By::Person},
};

template <class E>
struct Named {
    E value;
    QLatin1StringView word;
};
template <class E>
Named(E, QLatin1StringView) -> Named<E>; // clang 14 does not find this by itself

constexpr std::array kindWords {
    Named {DecisionKind::ApproveAction, "approve"_L1},
    Named {DecisionKind::RejectAction, "reject"_L1},
    Named {DecisionKind::MarkHandled, "handled"_L1},
    Named {DecisionKind::Assign, "assign"_L1},
    Named {DecisionKind::AddTag, "tag"_L1},
    Named {DecisionKind::RemoveTag, "untag"_L1},
    Named {DecisionKind::Classify, "classify"_L1},
    Named {DecisionKind::SetStatus, "status"_L1},
    Named {DecisionKind::Resolve, "resolve"_L1},
    Named {DecisionKind::Comment, "comment"_L1},
};

constexpr std::array stateWords {
    Named {S::Held, "held"_L1},           Named {S::Queued, "queued"_L1},
    Named {S::Preflight, "preflight"_L1}, Named {S::Sending, "sending"_L1},
    Named {S::Accepted, "accepted"_L1},   Named {S::Verifying, "verifying"_L1},
    Named {S::Verified, "verified"_L1},   Named {S::Refused, "refused"_L1},
    Named {S::Unknown, "unknown"_L1},     Named {S::NeedsPerson, "needs-person"_L1},
    Named {S::Stale, "stale"_L1},         Named {S::Cancelled, "cancelled"_L1},
    Named {S::Expired, "expired"_L1},
};

constexpr std::array executorWords {
    Named {ExecutorKind::Graph, "graph"_L1},
    Named {ExecutorKind::MailRemediation, "mail-remediation"_L1},
    Named {ExecutorKind::Portal, "portal"_L1},
    Named {ExecutorKind::Local, "local"_L1},
};

template <class E, std::size_t N>
QString wordFor(const std::array<Named<E>, N> &words, E value)
{
    for (const Named<E> &named : words) {
        if (named.value == value)
            return named.word;
    }
    Q_UNREACHABLE();
}

template <class E, std::size_t N>
std::optional<E> valueFor(const std::array<Named<E>, N> &words, const QString &word)
{
    for (const Named<E> &named : words) {
        if (named.word == word)
            return named.value;
    }
    return std::nullopt;
}

const Arrow *arrow(S from, S to)
{
    for (const Arrow &candidate : arrows) {
        if (candidate.from == from && candidate.to == to)
            return &candidate;
    }
    return nullptr;
}

QString markLine(const DecisionId &id)
{
    return u"[casemate "_s + id.text + u']';
}

} // namespace

EffectClass effectClass(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::ApproveAction: return EffectClass::Destructive;
    case DecisionKind::RejectAction: // carried out as a comment
    case DecisionKind::Comment: return EffectClass::Append;
    case DecisionKind::MarkHandled: // kept here, nothing is sent
    case DecisionKind::Assign:
    case DecisionKind::AddTag:
    case DecisionKind::RemoveTag:
    case DecisionKind::Classify:
    case DecisionKind::SetStatus:
    case DecisionKind::Resolve: return EffectClass::Set;
    }
    Q_UNREACHABLE();
}

bool isFinal(DecisionState state)
{
    return state == S::Verified || state == S::Refused || state == S::Cancelled || state == S::Expired;
}

bool isOpen(DecisionState state)
{
    return !isFinal(state);
}

bool isCancellable(DecisionState state)
{
    return state == S::Held || state == S::Queued || state == S::Preflight || state == S::Stale;
}

bool mayFollow(DecisionState from, DecisionState to, EffectClass effect)
{
    const Arrow *found = arrow(from, to);
    return found && (found->effect == For::Every || effect == EffectClass::Set);
}

bool isPersonsStep(DecisionState from, DecisionState to)
{
    const Arrow *found = arrow(from, to);
    return found && found->mover == By::Person;
}

QString decisionKindWord(DecisionKind kind)
{
    return wordFor(kindWords, kind);
}

std::optional<DecisionKind> decisionKind(const QString &word)
{
    return valueFor(kindWords, word);
}

QString decisionStateWord(DecisionState state)
{
    return wordFor(stateWords, state);
}

std::optional<DecisionState> decisionState(const QString &word)
{
    return valueFor(stateWords, word);
}

QString executorWord(ExecutorKind executor)
{
    return wordFor(executorWords, executor);
}

std::optional<ExecutorKind> executorKind(const QString &word)
{
    return valueFor(executorWords, word);
}

DecisionId approvalCommentId(const DecisionId &approval)
{
    return {QUuid::createUuidV5(QUuid(approval.text), u"comment of a proved approval"_s).toString(QUuid::WithoutBraces)};
}

QString markedComment(const DecisionId &id, const QString &text)
{
    const QString own = text.trimmed();
    return own.isEmpty() ? markLine(id) : own + u'\n' + markLine(id);
}

bool carriesMark(const QString &comment, const DecisionId &id)
{
    return !id.isEmpty() && comment.trimmed().endsWith(markLine(id), Qt::CaseInsensitive);
}

} // namespace domain
