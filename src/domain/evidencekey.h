// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Identity for evidence, which has none on the wire: a fixed list of fields per type, values compared without case.
// The field list is part of the stored format; changing it needs a migration. Pure; any thread.

#include "ids.h"
#include "untrusted.h"

#include <QJsonObject>
#include <QString>

namespace domain {

// type without the "#microsoft.graph.security." prefix. A type or an item without its key fields is keyed by all of its
// own members except the changing ones (dates, verdict, status, details, roles, tags).
[[nodiscard]] EntityKey evidenceKey(const QString &type, const QJsonObject &item);

// What to call it on screen: subject, address, host, file name, URL; the type's name when nothing fits.
[[nodiscard]] Untrusted evidenceLabel(const QString &type, const QJsonObject &item);

} // namespace domain
