// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every role that our item models answer beside Qt's own, in one place. Text under any role is safe: ours, or passed
// through display(); nothing here is markup. Values; GUI thread.

#include <Qt>

namespace models {

enum class Tone { Plain, Muted, Accent, Good, Warning, Bad }; // what a cell means, for its colour

enum Role {
    SortRole = Qt::UserRole + 1, // number or text that compares as the column sorts
    IdRole, // QString: incident id, alert id, pending action id, decision id, by model
    IncidentRole, // QString: id of the incident that the row belongs to
    SignRole, // what to draw in front of the text: domain::Severity, IncidentStatus, Verdict or DecisionState in a QVariant
    ToneRole, // int of Tone
    StrongRole, // bool: stands out
    SecondLineRole, // QString under the first line
    ChipsRole, // QStringList instead of the text: tags
    ChipCountRole, // int: how many of the chips are the analysts' own; the others are the service's
    // Where a decision about the field is not proved yet: domain::DecisionState in a QVariant, else invalid. The display
    // text then says what was decided, and ServerTextRole what the server says.
    OverlayRole,
    ServerTextRole,
    OutdatedRole, // bool: no longer fits the filter or no longer waits; stays in its place until the list is refreshed
    FullTextRole, // QString of several lines, for a viewer
};

} // namespace models
