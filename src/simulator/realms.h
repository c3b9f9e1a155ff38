// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tenants of one process, side by side behind the same two addresses, as the service has them: the path of a sign-in
// and the token of a Graph call say which one is meant. Each has its own keys, accounts, settings, data and clock.
//
//     /{tenant}/oauth2/…  ──> Entra of that tenant        /v1.0/… ──> front door of the tenant that the token names
//
// Lives in the tenant thread.

#include "simulator/entra.h"
#include "simulator/frontdoor.h"
#include "simulator/replay.h"
#include "simulator/tenant.h"
#include "simulator/worldfile.h"

#include <vector>

namespace simulator {

class Realm
{
public:
    Realm(const Options &options, const World &world, int index, std::optional<Replay> recorded);

    [[nodiscard]] QString id() const { return entra.state().mint.identity().tenantId; }

    Tenant tenant;
    Entra entra;
    FrontDoor door;

private:
    void tellEntra(const QJsonObject &order); // what a call of Graph changed about an account

    std::optional<Replay> m_replay; // instead of what the tenant made up
};

class Realms
{
public:
    Realms(const Options &options, const World &world, std::optional<Replay> recorded); // the first one replays

    [[nodiscard]] Realm &ofSignIn(const Request &request);
    [[nodiscard]] Realm &ofGraph(const Request &request);
    [[nodiscard]] QString tenantOf(const Request &request); // id of the tenant that one of the two names
    [[nodiscard]] Realm *named(const QString &name); // id, domain, or 1, 2, …; empty: the first; null: there is none

    void advance(qint64 milliseconds);
    void watchEffects(const std::function<void(const QJsonObject &)> &watcher); // each with the id of its tenant
    [[nodiscard]] QJsonArray accounts() const; // of each tenant a list
    [[nodiscard]] QJsonArray list() const; // for the control side
    [[nodiscard]] QList<QJsonArray> refreshTokens() const;

private:
    std::vector<std::unique_ptr<Realm>> m_realms;
};

} // namespace simulator
