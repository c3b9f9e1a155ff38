// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads alerts with pending evidence again, by id: what becomes of a pending action does not reliably move the alert's
// stamp, so the feed alone would show it as pending for ever. One round at a time, some alerts a round, in turn.
// Engine thread.

#include "ingest.h"

#include "remote/incidents.h"

#include <QObject>

namespace casemate::sync {

class PendingReread final : public QObject
{
    Q_OBJECT
public:
    PendingReread(remote::Incidents &incidents, Ingest &ingest, int atOnce, QObject *parent);

    void start(); // nothing while a round is under way
    void stop(); // after the request under way
    [[nodiscard]] int requests() const { return m_requests; } // of this round

Q_SIGNALS:
    void changed(const domain::Changes &changes);
    void ended();

private:
    void choose(QList<domain::AlertId> pending);
    void readNext();
    void keep();
    void end();

    remote::Incidents &m_incidents;
    Ingest &m_ingest;
    int m_atOnce;
    bool m_isRunning = false;
    int m_requests = 0;
    domain::AlertId m_last; // the next round goes on behind it
    QList<domain::AlertId> m_left;
    QList<QByteArray> m_items;
    std::optional<domain::Moment> m_seen;
};

} // namespace casemate::sync
