// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether client and tenant tell the same story: the cache against the tenant's world, the ledger against the tenant's own
// record of effects. Each function answers lines about what differs; none: they agree. Pure but for
// readCache() and decisionsIn(); any thread.

#include "domain/decision.h"
#include "domain/moment.h"
#include "domain/result.h"

#include <QJsonArray>
#include <QMap>
#include <QStringList>

namespace scenarios {

// Stamps of the last change, by id.
struct Stamps {
    QMap<QString, domain::Moment> incidents;
    QMap<QString, domain::Moment> alerts;
};
[[nodiscard]] domain::Result<Stamps> readCache(const QString &folder, const QString &tenantId);
[[nodiscard]] Stamps stampsOf(const QJsonArray &world); // of the control port's /control/world/incidents
[[nodiscard]] QStringList differences(const Stamps &cache, const Stamps &world);

[[nodiscard]] QList<domain::Decision> decisionsIn(const QString &folder); // of the ledger, also those that it took by itself

// Every effect belongs to one decision. A verified decision has exactly one; one that needs a person at most one; any other
// none. No two effects come from the same request.
[[nodiscard]] QStringList disagreements(const QList<domain::Decision> &decisions, const QJsonArray &effects);

} // namespace scenarios
