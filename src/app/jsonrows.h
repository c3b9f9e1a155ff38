// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The objects that --json prints. Their members are what scripts rely on: add, never rename. Words are the service's own
// spelling, times are UTC with seven digits, text is as received (it is data here, not display). Pure; any thread.

#include "domain/decision.h"
#include "domain/engine.h"
#include "domain/pendingaction.h"
#include "domain/queuerow.h"
#include "store/cachereader.h"
#include "store/ledgerreader.h"

#include <QJsonObject>

namespace app {

[[nodiscard]] QJsonObject toJson(const domain::QueueRow &row);
[[nodiscard]] QJsonObject toJson(const store::IncidentDetail &detail);
[[nodiscard]] QJsonObject toJson(const domain::PendingAction &action);
[[nodiscard]] QJsonObject toJson(const domain::Decision &decision);
[[nodiscard]] QJsonObject toJson(const store::HistoryEntry &entry);
[[nodiscard]] QJsonObject toJson(const domain::PullState &state);

} // namespace app
