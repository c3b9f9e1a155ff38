// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables of advanced hunting over the tenant's mails and alerts. Cells are computed from the live state, so that a
// query sees what has just happened. Lives in the tenant thread; a relation is good until the state changes.

#include "kqlrelation.h"

#include <optional>

namespace simulator {

struct Organisation;

struct HuntingWindow {
    Ticks from = 0;
    Ticks to = 0; // not included
};

// Nothing when there is no table of that name.
[[nodiscard]] std::optional<KqlRelation> huntingTable(const Organisation &org, const QString &name, HuntingWindow window);

[[nodiscard]] KqlRelation emailEvents(const Organisation &org, HuntingWindow window);
[[nodiscard]] KqlRelation emailPostDeliveryEvents(const Organisation &org, HuntingWindow window);
[[nodiscard]] KqlRelation emailUrlInfo(const Organisation &org, HuntingWindow window);
[[nodiscard]] KqlRelation emailAttachmentInfo(const Organisation &org, HuntingWindow window);
[[nodiscard]] KqlRelation alertInfo(const Organisation &org, HuntingWindow window);
[[nodiscard]] KqlRelation alertEvidence(const Organisation &org, HuntingWindow window);

} // namespace simulator
