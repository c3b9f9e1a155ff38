// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The control side: JSON over HTTP on a port of its own, for tests and the demo, never for the client under test.
//
//     GET|POST|DELETE /control/faults        the faults set; set one (see fault.h); remove all and release what is stalled
//     DELETE /control/faults/{id}            remove one
//     POST /control/faults/release           stalled requests go on
//     GET /control/requests                  ?route=REGEX&after=N&limit=N; &atLeast=N waits until so many have arrived
//     DELETE /control/requests               counters and entries begin anew
//                                            faults and requests are everybody's without ?tenant=
//     GET|POST /control/entra                see entracontrol.h
//     GET|POST /control/throttle             {"unthrottled":bool,"security":N,"hunting":N}
//     GET /control/tenants                   who they are; ?tenant=ID, domain or 1, 2, … after entra, throttle and what
//                                            follows below says which one is meant, otherwise it is the first
//     GET|POST|DELETE /control/scenario      how far it is; play one (scenariofile.h); drop what is left of it
//     POST /control/network                  {"up":bool}: down, the port is closed and every connection ends
//     everything else below /control/        the tenant's: world, clock, effects
//
// Tenant thread.

#include "simulator/realms.h"
#include "simulator/reception.h"
#include "simulator/scenarioplayer.h"

namespace simulator {

class ControlPort : public Handler
{
    Q_OBJECT
public:
    ControlPort(Reception &reception, Realms &realms, QObject *parent = nullptr);

    void receive(const Request &request, const Answer &answer) override;
    [[nodiscard]] ScenarioPlayer &scenario() { return m_scenario; }

Q_SIGNALS:
    void networkAsked(bool up, const simulator::Answer &answer); // whoever carries it out gives the answer

private:
    struct Waiter { // for `atLeast`
        Request request;
        Answer answer;
        QRegularExpression route;
        QString tenant;
        int atLeast = 0;
    };

    [[nodiscard]] Response route(const Request &request);
    [[nodiscard]] Response faults(const Request &request);
    [[nodiscard]] Response requests(const Request &request);
    [[nodiscard]] Response playing(const Request &request);
    [[nodiscard]] Response carryOut(const Request &request); // for the scenario
    bool schedule(const QString &name, Ticks after, const std::function<void()> &deed);
    // Id of the tenant whose faults or requests are meant; empty: all; nothing: there is no such tenant.
    [[nodiscard]] std::optional<QString> meantBy(const Request &request);
    [[nodiscard]] Response tenant(const Request &request); // what concerns one tenant
    bool passOn(const Request &request, const Answer &answer); // to whoever holds the ports
    bool wait(const Request &request, const Answer &answer);
    void wake();

    Reception &m_reception;
    Realms &m_realms;
    QList<Waiter> m_waiters;
    ScenarioPlayer m_scenario;
};

} // namespace simulator
