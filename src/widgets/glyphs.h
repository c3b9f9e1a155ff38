// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small signs that carry a meaning by their shape, so that colour is never the only carrier: severities, incident states,
// states of a decision. Pure painting. GUI thread.

#include "theme.h"

#include "domain/decision.h"
#include "domain/vocabulary.h"

#include <QRectF>
#include <QVariant>

class QPainter;

namespace widgets {

// high: filled triangle; medium: filled diamond; low: filled disc; informational: ring; unknown: dashed ring
void drawSeverity(QPainter *painter, const QRectF &rect, domain::Severity severity, const Colours &colours);
[[nodiscard]] QColor severityColour(domain::Severity severity, const Colours &colours);

// active: ring; in progress: half filled; resolved: tick; awaiting action: clock hand; redirected: arrow
void drawStatus(QPainter *painter, const QRectF &rect, domain::IncidentStatus status, const Colours &colours);
[[nodiscard]] QColor statusColour(domain::IncidentStatus status, const Colours &colours);

// held: pause; queued: dots; sending: arrow; accepted: tick outline; verified: filled tick; refused: cross; …
void drawDecisionState(QPainter *painter, const QRectF &rect, domain::DecisionState state, const Colours &colours);

// malicious: filled octagon; suspicious: triangle; nothing found: tick; unknown: dotted ring
void drawVerdict(QPainter *painter, const QRectF &rect, domain::Verdict verdict, const Colours &colours);

// Whichever of these a SignRole holds; nothing for anything else.
void drawSign(QPainter *painter, const QRectF &rect, const QVariant &value, const Colours &colours);

} // namespace widgets
