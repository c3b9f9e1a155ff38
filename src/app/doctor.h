// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks at everything that this installation stands on, at the same time and within a time limit:
//
//   program and settings ── at once
//   storage ─────────────── in a thread of its own, because a disk may take its time
//   keychain ─ sessions ─── of each tenant
//   network ─────────────── each host of each cloud once
//
// It takes no lock, opens no session and repairs nothing, so it runs beside whoever owns a tenant. Main thread.

#include "domain/capabilities.h"
#include "domain/checkup.h"
#include "domain/clock.h"
#include "domain/tenant.h"
#include "store/datapaths.h"

#include <QHash>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

class QThread;

namespace app {

class Doctor final : public domain::Checkup
{
    Q_OBJECT
public:
    struct Patient {
        store::DataPaths paths;
        QList<domain::Tenant> tenants;
        // What the engine of this process knows of the session of the tenant that it owns; asked at each start.
        QString ownTenant {}; // key; empty: none
        std::function<domain::Capabilities()> ownCapabilities {};
        std::chrono::milliseconds limit {9'000}; // of the whole, but for reading databases from end to end
    };

    explicit Doctor(Patient patient, QObject *parent = nullptr);
    ~Doctor() override;

    void start(domain::CheckDepth depth) override;
    void cancel() override;

private:
    struct Run;

    void lookAtStorage(domain::CheckDepth depth);
    void lookAtKeychain();
    void lookAtSessions(bool keychainWorks);
    void lookAtHosts();
    void expect(const domain::Finding &thing); // its probe has begun; Unknown unless it ends
    void take(const domain::Findings &findings, const QString &ended);
    void endOpen(domain::FindingCause cause, bool patient); // what has not answered; `patient`: but for the databases
    void endIfDone();

    Patient m_patient;
    domain::SystemClock m_clock;
    std::unique_ptr<Run> m_run;
};

} // namespace app
