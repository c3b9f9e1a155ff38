// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one request behind an edit of an incident, and how its effect is recognised afterwards. Pure; any thread.

#include "executor.h"

#include "domain/incident.h"

#include <QJsonObject>
#include <QStringList>

namespace remote {

struct IncidentWrite {
    QJsonObject changes; // of a PATCH
    QString comment; // of a POST to its comments; then there are no changes

    [[nodiscard]] bool isComment() const { return changes.isEmpty(); }
};

// serverTags: as the preflight read them; needed for tag decisions only. Error{Refused}: "noPreflight", "badValue",
// "wrongExecutor".
[[nodiscard]] domain::Result<IncidentWrite> incidentWrite(const domain::Decision &decision,
                                                          const std::optional<QStringList> &serverTags);
[[nodiscard]] QByteArray writeDigest(const QByteArray &method, const QByteArray &path, const QByteArray &body);

[[nodiscard]] Proof proofIn(const domain::Decision &decision, const domain::Incident &incident);

} // namespace remote
