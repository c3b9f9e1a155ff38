// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a damaged cache still holds of the things that the server cannot give again: archived incidents with their alerts,
// and since when entities wait. Ingest thread.

#include "feeds.h"
#include "storage.h"

#include <QHash>

namespace store {

struct Salvaged {
    QList<domain::Received<domain::Incident>> incidents; // all archived
    QList<domain::Received<domain::Alert>> alerts; // theirs
    QHash<domain::EntityKey, domain::Moment> firstSeen;
};

// As much as can be read; a file that is no database gives nothing.
[[nodiscard]] Salvaged salvage(const QString &file, const domain::Decoder &decoder, const Storage &storage);

} // namespace store
