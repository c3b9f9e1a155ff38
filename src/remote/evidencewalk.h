// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Walks an item once: its members as a QJsonObject, for keys and labels, and flattened into named texts, for a page.
// Private to the codec. Any thread.

#include "jsonvalue.h"

#include "domain/evidence.h"

#include <QJsonObject>

#include <optional>

namespace remote {

struct WalkedItem {
    QJsonObject members; // integers exact up to 64 bits
    QList<domain::EvidenceField> fields; // in received order; "a.b" for nested members, "a.0.b" within arrays
};

inline constexpr qsizetype mostFields = 500;

[[nodiscard]] std::optional<WalkedItem> walkItem(const QByteArray &item);

} // namespace remote
