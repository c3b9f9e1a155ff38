// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Approves a pending mail action by carrying out its equivalent: one analyzedEmails/remediate with the application token.
// The messages are the decision's targets; for a cluster's message without a recipient, the recipients that the frozen
// latestLocation facts name. Proved by where the mails lie afterwards, never by the evidence's status, which stays pending
// after an equivalent call. Engine thread.

#include "executor.h"
#include "incidents.h"
#include "latestlocations.h"

#include "domain/decoder.h"

namespace remote {

class MailExecutor final : public Executor
{
public:
    MailExecutor(GraphClient &client, const domain::Decoder &decoder);

    void readFacts(const domain::Decision &decision, QObject *asker, FactsFunction answer) override;
    [[nodiscard]] QByteArray digest(const domain::Decision &decision) const override;
    void carryOut(const domain::Decision &decision, const domain::AttemptId &attempt, QObject *asker,
                  OutcomeFunction answer) override;
    void prove(const domain::Decision &decision, QObject *asker, ProofFunction answer) override;

private:
    GraphClient &m_client;
    const domain::Decoder &m_decoder;
};

// The messages a remediation names. Error{Refused}: "noTargets", "tooManyTargets", "notMail". Pure.
[[nodiscard]] domain::Result<QList<domain::MailTarget>> remediationTargets(const domain::Decision &decision);

} // namespace remote
