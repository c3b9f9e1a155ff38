// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Edits of incidents and alerts: read from a request and checked, then carried out with what follows from them for the
// alerts. Used for callers of Graph and for the other analysts of the control port. Functions of the tenant thread.

#include "incidentstore.h"
#include "result.h"

namespace simulator {

struct Organisation;

struct IncidentEdit {
    std::optional<IncidentStatus> status {};
    std::optional<Severity> severity {};
    std::optional<Classification> classification {};
    std::optional<Determination> determination {};
    std::optional<QString> assignedTo {}; // empty: nobody
    std::optional<QString> displayName {};
    std::optional<QString> description {};
    std::optional<QString> summary {};
    std::optional<QString> resolvingComment {};
    std::optional<QStringList> customTags {};
    std::optional<int> priorityScore {};
};

struct AlertEdit {
    std::optional<AlertStatus> status {};
    std::optional<Classification> classification {};
    std::optional<Determination> determination {};
    std::optional<QString> assignedTo {};
    std::optional<QJsonObject> customDetails {};
};

[[nodiscard]] Result<IncidentEdit> readIncidentEdit(const QJsonObject &body, const Organisation &org,
                                                    IncidentIndex index);
[[nodiscard]] Result<AlertEdit> readAlertEdit(const QJsonObject &body, const Organisation &org);

void applyEdit(Organisation &org, IncidentIndex index, const IncidentEdit &edit, const QString &actor);
void applyEdit(Organisation &org, AlertIndex index, const AlertEdit &edit);

// An empty text, or why the comment is refused.
[[nodiscard]] QString commentProblem(const Organisation &org, const QString &text);
[[nodiscard]] QString commentProblem(const Organisation &org, const QJsonObject &body); // of the call that adds one
void addIncidentComment(Organisation &org, IncidentIndex index, const QString &text, const QString &author);
void addAlertComment(Organisation &org, AlertIndex index, const QString &text, const QString &author);

} // namespace simulator
