// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads alerts with pending evidence again, by id: what becomes of a pending action does not reliably move the alert's
// stamp, so the feed alone would show it as pending for ever. One round at a time, some alerts a round, in turn.
// Engine thread.

#include "ingest.h"

#include "domain/clock.h"
#include "remote/incidents.h"

#include <QObject>

namespace casemate::sync {

class PendingReread final : public QObject
{
    Q_OBJECT
public:
    PendingReread(remote::Incidents &incidents, Ingest &ingest, domain::Clock &clock, int atOnce, QObject *parent);

    void start(); // a round now; nothing while one is under way
    void startUnlessDoneWithin(std::chrono::seconds time); // by an earlier run of the program too
    void noteAllRead(); // by other means: the next round is due later
    void stop(); // after the request under way
    [[nodiscard]] int requests() const { return m_requests; } // of this round

Q_SIGNALS:
    void changed(const domain::Changes &changes);
    void ended();

private:
    void begin(std::optional<domain::TimeWindow> recent);
    void readNext();
    void keep();
    void note(std::optional<domain::AlertId> last);
    void end();

    remote::Incidents &m_incidents;
    Ingest &m_ingest;
    domain::Clock &m_clock;
    int m_atOnce;
    bool m_isRunning = false;
    int m_requests = 0;
    std::optional<domain::AlertId> m_last; // answered in this round
    bool m_isBroken = false; // no answer: the next pull asks again
    QList<domain::AlertId> m_left;
    QList<QByteArray> m_items;
    std::optional<domain::Moment> m_seen;
};

} // namespace casemate::sync
