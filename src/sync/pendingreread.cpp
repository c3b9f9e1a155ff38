// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingreread.h"

#include "domain/ask.h"

using domain::AlertId;
using domain::Result;

namespace casemate::sync {

PendingReread::PendingReread(remote::Incidents &incidents, Ingest &ingest, domain::Clock &clock, int atOnce, QObject *parent)
    : QObject(parent)
    , m_incidents(incidents)
    , m_ingest(ingest)
    , m_clock(clock)
    , m_atOnce(atOnce)
{
}

void PendingReread::start()
{
    begin({});
}

void PendingReread::startUnlessDoneWithin(std::chrono::seconds time)
{
    const domain::Moment now = m_clock.now();
    begin(domain::TimeWindow {now.plusSeconds(-time.count()), now});
}

void PendingReread::noteAllRead()
{
    note({});
}

void PendingReread::stop()
{
    m_left.clear();
}

void PendingReread::begin(std::optional<domain::TimeWindow> recent)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_isBroken = false;
    m_requests = 0;
    m_items.clear();
    m_last.reset();
    m_seen.reset();
    domain::ask<QList<AlertId>>(
        &m_ingest, this, [recent](Ingest &ingest) { return ingest.pendingAlerts(recent); },
        [this](const Result<QList<AlertId>> &pending) {
            if (pending)
                m_left = pending->mid(0, m_atOnce);
            readNext();
        });
}

void PendingReread::readNext()
{
    if (m_left.isEmpty()) {
        keep();
        return;
    }
    const AlertId id = m_left.takeFirst();
    ++m_requests;
    m_incidents.getAlert(id, remote::Lane::Sync, this, [this, id](const Result<remote::ItemAnswer> &item) {
        if (item) {
            m_items.append(item->bytes);
            m_seen = item->serverDate;
        }
        m_isBroken = !item && item.error().kind != domain::ErrorKind::NotFound;
        if (m_isBroken)
            m_left.clear();
        else
            m_last = id;
        readNext();
    });
}

void PendingReread::keep()
{
    if (m_items.isEmpty()) {
        if (!m_isBroken && m_last)
            note(m_last);
        end();
        return;
    }
    domain::ask<store::Applied>(
        &m_ingest, this, [items = m_items, seen = m_seen](Ingest &ingest) { return ingest.alerts(items, seen); },
        [this](const Result<store::Applied> &applied) {
            if (applied && !applied->changes.isEmpty())
                Q_EMIT changed(applied->changes);
            if (applied && !m_isBroken)
                note(m_last);
            end();
        });
}

// Should this fail, a round is made too often, which is harmless.
void PendingReread::note(std::optional<AlertId> last)
{
    domain::ask<domain::Done>(
        &m_ingest, this,
        [now = m_clock.now(), last](Ingest &ingest) { return ingest.notePendingRound(now, last); },
        [](const Result<domain::Done> &) {});
}

void PendingReread::end()
{
    m_isRunning = false;
    Q_EMIT ended();
}

} // namespace casemate::sync
