// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where every request of a client arrives: it is counted, then befallen by a fault or not, then answered by whom it is
// meant for. Tenant thread.

#include "simulator/faultboard.h"
#include "simulator/requestlog.h"

namespace simulator {

class Reception : public Handler
{
    Q_OBJECT
public:
    using Route = std::function<Response(const Request &)>;

    using TenantOf = std::function<QString(const Request &)>; // its id

    Reception(Route route, TenantOf tenantOf, QObject *parent = nullptr);

    void receive(const Request &request, const Answer &answer) override;

    int release(const QString &tenant = {}); // lets the stalled requests go on; how many they were
    [[nodiscard]] int stalled() const { return static_cast<int>(m_stalled.size()); }
    [[nodiscard]] FaultBoard &faults() { return m_faults; }
    [[nodiscard]] RequestLog &log() { return m_log; }

Q_SIGNALS:
    void arrived(const simulator::Request &request); // already in the log, not yet answered

private:
    void respond(const Request &request, const Answer &answer, quint64 number, const std::optional<Fault> &fault);
    void stall(const Request &request, const Answer &answer, quint64 number, const Fault &fault);
    void send(const Delivery &delivery, const Answer &answer, quint64 number, const QString &fault);

    struct Stalled {
        QString tenant;
        std::function<void()> goOn;
    };

    Route m_route;
    TenantOf m_tenantOf;
    FaultBoard m_faults;
    RequestLog m_log;
    Response m_previous; // answer
    QList<Stalled> m_stalled;
};

} // namespace simulator
