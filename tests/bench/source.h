// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The demo tenant as a process, and a client signed in to it that no budget slows: where pages to measure with come from.
// Main thread.

#include "remote/demotenant.h"
#include "remote/graphclient.h"
#include "remote/networktransport.h"
#include "remote/session.h"

#include <QByteArray>

#include <functional>

namespace bench {

class Source
{
public:
    explicit Source(const QStringList &world); // arguments of the simulator

    [[nodiscard]] const domain::Tenant &tenant() const { return m_tenant; }

    // Hands over every page of a list as it came.
    void drain(const char *path, const QByteArray &query, const std::function<void(const QByteArray &)> &take);
    void drainIncidents(const std::function<void(const QByteArray &)> &take);
    void drainAlerts(const std::function<void(const QByteArray &)> &take);

    [[nodiscard]] double processorMsecs() const; // that the tenant has used so far, all threads

private:
    casemate::test::DemoTenant m_demo;
    domain::Tenant m_tenant;
    domain::SystemClock m_clock;
    remote::NetworkTransport m_transport;
    remote::MemorySecretStore m_secrets;
    casemate::test::WillingBrowser m_browser;
    remote::Session m_session;
    remote::Budget m_budget;
    remote::GraphClient m_graph;
    QObject m_asker;
};

} // namespace bench
