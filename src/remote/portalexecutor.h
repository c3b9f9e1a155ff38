// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The executor where no call exists or none is permitted: it makes the portal's address for the decision, a person does it
// there, and later reads prove it. Sends nothing. Engine thread.

#include "executor.h"
#include "incidents.h"
#include "latestlocations.h"

#include "domain/decoder.h"
#include "domain/tenant.h"

#include <QUrl>

namespace remote {

// Built from ids at the cloud's portal, never from an address that came from outside. Pure.
[[nodiscard]] QUrl portalIncident(const domain::Cloud &cloud, const QString &tenantId,
                                  const domain::IncidentId &incident);
[[nodiscard]] QUrl portalPendingActions(const domain::Cloud &cloud, const QString &tenantId);
[[nodiscard]] QUrl portalActionHistory(const domain::Cloud &cloud, const QString &tenantId);

class PortalExecutor final : public Executor
{
public:
    PortalExecutor(GraphClient &client, const domain::Decoder &decoder);

    void readFacts(const domain::Decision &decision, QObject *asker, FactsFunction answer) override;
    [[nodiscard]] QByteArray digest(const domain::Decision &decision) const override;
    void carryOut(const domain::Decision &decision, const domain::AttemptId &attempt, QObject *asker,
                  OutcomeFunction answer) override;
    void prove(const domain::Decision &decision, QObject *asker, ProofFunction answer) override;

private:
    GraphClient &m_client;
    const domain::Decoder &m_decoder;
};

} // namespace remote
