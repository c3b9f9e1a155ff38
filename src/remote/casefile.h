// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The case file: one incident with everything that belongs to it, as one JSON document (docs/case-file.md). Incident and
// alerts stand in it byte by byte as they were received. Pure; any thread.

#include "domain/decision.h"
#include "domain/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace remote {

struct CaseFile {
    QString program; // "casemate 0.1.0"
    std::optional<domain::Moment> exported;
    QString tenantId;
    QString cloud;
    QByteArray incident; // empty: only alerts were known
    QList<QByteArray> alerts;
    QList<domain::Fact> facts; // latest delivery locations
    QJsonObject history; // see store/casehistory.h; empty: nothing was decided
};

[[nodiscard]] QByteArray writeCaseFile(const CaseFile &file);
// Error{NotGraph}: "malformed", "wrongType" (detail: the member); {SchemaNewer} "caseNewer".
[[nodiscard]] domain::Result<CaseFile> readCaseFile(const QByteArray &document);

} // namespace remote
