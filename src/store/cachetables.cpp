// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cachetables.h"

using domain::Alert;
using domain::Incident;
using domain::IncidentId;
using domain::Received;

namespace store {

Applied CacheTables::apply(const Batch &batch)
{
    Applied applied;
    QSet<IncidentId> touched;
    const bool mayHeal = !poison.isEmpty();
    for (const Received<Incident> &received : batch.incidents) {
        const Written written = incidents.write(received);
        if (written == Written::Unchanged) {
            ++applied.unchanged;
            continue;
        }
        ++applied.written;
        touched.insert(received.value.id);
        if (written == Written::New)
            applied.changes.arrived.insert(received.value.id);
        if (mayHeal)
            poison.heal(Feed::Incidents, received.value.id.text);
    }
    for (const Received<Alert> &received : batch.alerts) {
        if (alerts.write(received, batch.seen.value_or(received.value.updated), touched) == Written::Unchanged) {
            ++applied.unchanged;
            continue;
        }
        ++applied.written;
        if (mayHeal)
            poison.heal(Feed::Alerts, received.value.id.text);
    }
    for (const IncidentId &incident : std::as_const(touched))
        incidents.summarise(incident, alerts.summary(incident));
    applied.changes.incidents = touched;
    for (const domain::PoisonItem &item : batch.poison)
        poison.keep(batch.feed, item);
    if (batch.drained)
        feeds.drain(batch.feed, *batch.drained);
    if (batch.watermark)
        feeds.setWatermark(batch.feed, *batch.watermark);
    if (batch.incomplete)
        feeds.setIncomplete(batch.feed, *batch.incomplete);
    return applied;
}

} // namespace store
