// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables of cache.db on one connection, as the writer uses them. Ingest thread.

#include "alerttable.h"
#include "feedtable.h"
#include "incidenttable.h"
#include "locationtable.h"
#include "poisontable.h"

namespace store {

struct CacheTables {
    explicit CacheTables(Connection &connection)
        : incidents(connection)
        , alerts(connection)
        , feeds(connection)
        , locations(connection)
        , poison(connection)
    {
    }

    // What belongs into one transaction; the caller opens and ends it.
    [[nodiscard]] Applied apply(const Batch &batch);

    IncidentTable incidents;
    AlertTable alerts;
    FeedTable feeds;
    LocationTable locations;
    PoisonTable poison;
};

} // namespace store
