// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a file of Graph's JSON holds: incidents and alerts as the exact bytes that stand in it. Takes an item, a page of
// them, an array, several documents one after another (JSON lines; what --raw prints), incidents with their alerts inside,
// and a case file (docs/case-file.md). UTF-8, with or without a byte order mark, and UTF-16 with one, as PowerShell writes
// it. Pure; any thread.

#include "domain/decoder.h"
#include "domain/ids.h"
#include "domain/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace remote {

struct ImportedAlert {
    QByteArray bytes;
    domain::IncidentId inside; // of the incident that it stood in; empty when it stood alone
};

struct ImportedItems {
    QList<QByteArray> incidents;
    QList<ImportedAlert> alerts;
    QList<domain::PoisonItem> others; // objects that are neither: Error{NotGraph}, "notAnItem", or "errorInAnswer"
    std::optional<QByteArray> caseFile; // the document; its items are among the others above
};

// Error{NotGraph}: "empty", "malformed" (detail: "line 12"), "tooDeep", "severalCases".
[[nodiscard]] domain::Result<ImportedItems> readImportFile(const QByteArray &content);

} // namespace remote
