// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingreread.h"

#include "domain/ask.h"

#include <algorithm>

using domain::AlertId;
using domain::Result;

namespace casemate::sync {

PendingReread::PendingReread(remote::Incidents &incidents, Ingest &ingest, int atOnce, QObject *parent)
    : QObject(parent)
    , m_incidents(incidents)
    , m_ingest(ingest)
    , m_atOnce(atOnce)
{
}

void PendingReread::start()
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_requests = 0;
    m_items.clear();
    m_seen.reset();
    domain::ask<QList<AlertId>>(
        &m_ingest, this, [](Ingest &ingest) { return ingest.pendingAlerts(); },
        [this](const Result<QList<AlertId>> &pending) {
            if (pending)
                choose(*pending);
            else
                end();
        });
}

void PendingReread::stop()
{
    m_left.clear();
}

void PendingReread::choose(QList<AlertId> pending)
{
    std::sort(pending.begin(), pending.end());
    const auto next = std::upper_bound(pending.begin(), pending.end(), m_last);
    std::rotate(pending.begin(), next, pending.end());
    m_left = pending.mid(0, m_atOnce);
    readNext();
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
        } else if (item.error().kind != domain::ErrorKind::NotFound) {
            m_left.clear(); // the next round asks again
        }
        m_last = id;
        readNext();
    });
}

void PendingReread::keep()
{
    if (m_items.isEmpty()) {
        end();
        return;
    }
    domain::ask<store::Applied>(
        &m_ingest, this, [items = m_items, seen = m_seen](Ingest &ingest) { return ingest.alerts(items, seen); },
        [this](const Result<store::Applied> &applied) {
            if (applied && !applied->changes.isEmpty())
                Q_EMIT changed(applied->changes);
            end();
        });
}

void PendingReread::end()
{
    m_isRunning = false;
    Q_EMIT ended();
}

} // namespace casemate::sync
