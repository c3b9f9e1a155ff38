// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Edits of an incident by Graph: assign, tag, classify, status, resolve as one PATCH; comment and reject as one POST of a
// marked comment. Tags are merged into the server's list as the preflight read it, because the service replaces the whole
// list. Rejecting has no call of its own: the comment is what is proved, and the portal's item stays open. Engine thread.

#include "executor.h"
#include "incidents.h"

#include "domain/decoder.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace remote {

class IncidentExecutor final : public Executor
{
public:
    IncidentExecutor(GraphClient &client, const domain::Decoder &decoder);

    void readFacts(const domain::Decision &decision, QObject *asker, FactsFunction answer) override;
    [[nodiscard]] QByteArray digest(const domain::Decision &decision) const override;
    void carryOut(const domain::Decision &decision, const domain::AttemptId &attempt, QObject *asker,
                  OutcomeFunction answer) override;
    void prove(const domain::Decision &decision, QObject *asker, ProofFunction answer) override;

private:
    GraphClient &m_client;
    const domain::Decoder &m_decoder;
    // of tag decisions between preflight and sending
    std::shared_ptr<QHash<domain::DecisionId, QStringList>> m_serverTags;
};

} // namespace remote
