// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;

namespace {

// Stopped until somebody looks: what was decided will not come by itself.
bool isStopped(DecisionState state)
{
    return state == DecisionState::Stale || state == DecisionState::NeedsPerson;
}

template <class T>
void lay(OverlayField<T> &field, const Decision &decision, const T &value)
{
    field.state = decision.state;
    field.value = isStopped(decision.state) ? std::nullopt : std::optional(value);
}

void layJudgement(Overlay &overlay, const Decision &decision)
{
    if (const auto judgement = domain::judgement(decision.value))
        lay(overlay.judgement, decision, *judgement);
}

void layTag(Overlay &overlay, const Decision &decision, const QStringList &customTags)
{
    overlay.tags.state = decision.state;
    if (!isStopped(decision.state))
        overlay.tags.value = domain::mergedTags(overlay.tags.value.value_or(customTags), decision);
}

void lay(Overlay &overlay, const Decision &decision, const QStringList &customTags)
{
    switch (decision.kind) {
    case DecisionKind::Assign: return lay(overlay.assignee, decision, decision.value.trimmed());
    case DecisionKind::SetStatus:
        return lay(overlay.status, decision, domain::word<domain::IncidentStatus>(decision.value).value);
    case DecisionKind::Resolve:
        lay(overlay.status, decision, domain::IncidentStatus::Resolved);
        return layJudgement(overlay, decision);
    case DecisionKind::Classify: return layJudgement(overlay, decision);
    case DecisionKind::AddTag:
    case DecisionKind::RemoveTag: return layTag(overlay, decision, customTags);
    case DecisionKind::ApproveAction:
    case DecisionKind::RejectAction:
    case DecisionKind::MarkHandled:
    case DecisionKind::Comment: return;
    }
}

bool isEarlier(const Decision &a, const Decision &b)
{
    return a.decidedAt != b.decidedAt ? a.decidedAt < b.decidedAt : a.id < b.id;
}

} // namespace

Overlay overlayFor(const domain::IncidentId &incident, const QStringList &customTags, const QList<Decision> &open)
{
    QList<Decision> own;
    std::copy_if(open.begin(), open.end(), std::back_inserter(own), [&incident](const Decision &decision) {
        return decision.incident == incident && domain::isOpen(decision.state);
    });
    std::sort(own.begin(), own.end(), isEarlier);
    Overlay overlay;
    overlay.decisions = int(own.size());
    for (const Decision &decision : std::as_const(own))
        lay(overlay, decision, customTags);
    return overlay;
}

std::optional<Decision> decisionOn(const domain::PendingActionId &action, const QList<Decision> &decisions)
{
    const Decision *newest = nullptr;
    for (const Decision &decision : decisions) {
        if (decision.action == action && (!newest || isEarlier(*newest, decision)))
            newest = &decision;
    }
    return newest && !action.isEmpty() ? std::optional(*newest) : std::nullopt;
}

} // namespace models
