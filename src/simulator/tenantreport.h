// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the control side tells about the tenant. Functions of the tenant thread.

#include <QJsonObject>
#include <QString>

namespace simulator {

struct Organisation;

[[nodiscard]] QJsonObject stateReport(const Organisation &org);
[[nodiscard]] QJsonObject incidentsReport(const Organisation &org);
[[nodiscard]] QJsonObject pendingReport(const Organisation &org);
[[nodiscard]] QJsonObject mailReport(const Organisation &org, const QString &networkMessageId);
[[nodiscard]] QJsonObject switchReport(const Organisation &org);

} // namespace simulator
