// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the open decisions say about an incident, to be laid over what the server says. Server truth and local intent share
// no table; what a page shows is computed here from both. Pure; any thread.

#include "domain/decision.h"
#include "domain/queuerow.h"
#include "domain/rules.h"

#include <optional>

namespace models {

// A field with a decision on it that is not proved. value: what was decided, absent when it will not come by itself
// (stale, needs a person): then only the sign shows.
template <class T>
struct OverlayField {
    std::optional<T> value;
    std::optional<domain::DecisionState> state; // absent: no decision on this field

    friend bool operator==(const OverlayField &, const OverlayField &) = default;
};

struct Overlay {
    OverlayField<QString> assignee; // empty text: nobody
    OverlayField<domain::IncidentStatus> status;
    OverlayField<domain::Judgement> judgement;
    OverlayField<QStringList> tags; // the analysts' tags with the changes applied
    int decisions = 0; // open ones on the incident, of whatever kind

    friend bool operator==(const Overlay &, const Overlay &) = default;
};

// `open` in any order; `customTags` is the server's list.
[[nodiscard]] Overlay overlayFor(const domain::IncidentId &incident, const QStringList &customTags,
                                 const QList<domain::Decision> &open);

// The newest decision about a pending action, open or final, if there is one.
[[nodiscard]] std::optional<domain::Decision> decisionOn(const domain::PendingActionId &action,
                                                         const QList<domain::Decision> &decisions);

} // namespace models
