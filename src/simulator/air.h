// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Automated investigations: how they end, what that does to evidence, alerts and incidents, and how long an action waits
// for a decision. An item whose remediationStatus is "running" is what an investigation in progress may propose to act on.
// Functions of the tenant thread.

#include "incidentstore.h"

#include <functional>

namespace simulator {

struct Organisation;

inline constexpr Ticks approvalLife = 7 * oneDay; // then the service ends the investigation

// edit returns true when it changed the item. Returns how many were changed.
int changeEvidence(Organisation &org, AlertIndex alert, const std::function<bool(QJsonObject &)> &edit);
void setInvestigation(Organisation &org, AlertIndex alert, InvestigationState state);
void resolveAlert(Organisation &org, AlertIndex alert); // and its incident, when that was the last open alert

enum class InvestigationEnd { NothingFound, NeedsApproval, Remediated };
void endInvestigation(Organisation &org, AlertIndex alert, InvestigationEnd end);
void endInvestigationAt(Organisation &org, AlertIndex alert, InvestigationEnd end, Ticks time);
void expireApprovalAt(Organisation &org, AlertIndex alert, Ticks time);

[[nodiscard]] bool isPendingItem(const QJsonObject &evidence);
[[nodiscard]] int pendingItems(const Organisation &org, AlertIndex alert);

} // namespace simulator
