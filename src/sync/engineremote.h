// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The engine's side towards the service, in the order in which its parts need one another. Engine thread.

#include "enginesetup.h"
#include "executors.h"
#include "localexecutor.h"

#include "remote/feeds.h"
#include "remote/graphclient.h"
#include "remote/incidentexecutor.h"
#include "remote/incidents.h"
#include "remote/latestlocations.h"
#include "remote/mailexecutor.h"
#include "remote/portalexecutor.h"
#include "remote/session.h"

namespace casemate::sync {

class EngineRemote
{
public:
    EngineRemote(const EngineSetup &setup, std::shared_ptr<domain::Clock> itsClock,
                 std::shared_ptr<remote::SecretStore> itsSecrets)
        : clock(std::move(itsClock))
        , secrets(std::move(itsSecrets))
        , transport(setup.seams.transport(setup.tenant.cloud))
        , browser(setup.seams.browser())
        , session(setup.tenant, *transport, *secrets, *browser, *clock)
        , budget(*clock, setup.options.budget)
        , client(setup.tenant.cloud, *transport, session, budget, *clock)
        , feeds(client)
        , incidents(client)
        , locations(client)
        , graphExecutor(make<remote::IncidentExecutor>(domain::ExecutorKind::Graph, setup, client, *setup.decoder))
        , mailExecutor(make<remote::MailExecutor>(domain::ExecutorKind::MailRemediation, setup, client, *setup.decoder))
        , portalExecutor(make<remote::PortalExecutor>(domain::ExecutorKind::Portal, setup, client, *setup.decoder))
        , localExecutor(make<LocalExecutor>(domain::ExecutorKind::Local, setup))
    {
    }
    Q_DISABLE_COPY_MOVE(EngineRemote)

    [[nodiscard]] Executors executors() { return {*graphExecutor, *mailExecutor, *portalExecutor, *localExecutor}; }

    std::shared_ptr<domain::Clock> clock;
    std::shared_ptr<remote::SecretStore> secrets;
    std::shared_ptr<remote::Transport> transport;
    std::shared_ptr<remote::BrowserOpener> browser;
    remote::Session session;
    remote::Budget budget;
    remote::GraphClient client;
    remote::Feeds feeds;
    remote::Incidents incidents;
    remote::LatestLocations locations;
    std::unique_ptr<remote::Executor> graphExecutor;
    std::unique_ptr<remote::Executor> mailExecutor;
    std::unique_ptr<remote::Executor> portalExecutor;
    std::unique_ptr<remote::Executor> localExecutor;

private:
    template <class Made, class... Parts>
    static std::unique_ptr<remote::Executor> make(domain::ExecutorKind kind, const EngineSetup &setup, Parts &...parts)
    {
        std::unique_ptr<remote::Executor> executor = std::make_unique<Made>(parts...);
        return setup.seams.executor ? setup.seams.executor(kind, std::move(executor)) : std::move(executor);
    }
};

} // namespace casemate::sync
