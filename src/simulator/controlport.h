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
//     GET|POST /control/entra                see entracontrol.h
//     GET|POST /control/throttle             {"unthrottled":bool,"security":N,"hunting":N}
//     GET /control/tenants                   who they are; ?tenant=ID, domain or 1, 2, … after entra, throttle and what
//                                            follows below says which one is meant, otherwise it is the first
//     POST /control/network                  {"up":bool}: down, the port is closed and every connection ends
//     everything else below /control/        the tenant's: world, clock, effects
//
// Tenant thread.

#include "simulator/realms.h"
#include "simulator/reception.h"

namespace simulator {

class ControlPort : public Handler
{
    Q_OBJECT
public:
    ControlPort(Reception &reception, Realms &realms, QObject *parent = nullptr);

    void receive(const Request &request, const Answer &answer) override;

Q_SIGNALS:
    void networkAsked(bool up, const simulator::Answer &answer); // whoever carries it out gives the answer

private:
    struct Waiter { // for `atLeast`
        Request request;
        Answer answer;
        QRegularExpression route;
        int atLeast = 0;
    };

    [[nodiscard]] Response route(const Request &request);
    [[nodiscard]] Response faults(const Request &request);
    [[nodiscard]] Response requests(const Request &request);
    [[nodiscard]] Response tenant(const Request &request); // what concerns one tenant
    bool passOn(const Request &request, const Answer &answer); // to whoever holds the ports
    bool wait(const Request &request, const Answer &answer);
    void wake();

    Reception &m_reception;
    Realms &m_realms;
    QList<Waiter> m_waiters;
};

} // namespace simulator
