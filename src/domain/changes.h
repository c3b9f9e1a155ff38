// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which stored things a committed transaction touched. Carried by signals from the writer to the models, which then
// re-read what is on screen. Values; any thread.

#include "ids.h"

#include <QMetaType>
#include <QSet>

namespace domain {

struct Changes {
    QSet<IncidentId> incidents; // the incident itself, or one of its alerts
    QSet<IncidentId> arrived; // those that were not in the cache before
    bool everything = false; // after a rebuild: re-read all

    [[nodiscard]] bool isEmpty() const { return incidents.isEmpty() && !everything; }
    void add(const Changes &other)
    {
        incidents.unite(other.incidents);
        arrived.unite(other.arrived);
        everything = everything || other.everything;
    }
};

} // namespace domain

Q_DECLARE_METATYPE(domain::Changes)
