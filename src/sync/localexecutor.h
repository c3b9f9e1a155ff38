// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries out what concerns nobody but us: that a pending action was dealt with elsewhere. Sends nothing; the ledger entry
// is the effect. Engine thread.

#include "remote/executor.h"

namespace casemate::sync {

class LocalExecutor final : public remote::Executor
{
public:
    void readFacts(const domain::Decision &decision, QObject *asker, FactsFunction answer) override;
    [[nodiscard]] QByteArray digest(const domain::Decision &decision) const override;
    void carryOut(const domain::Decision &decision, const domain::AttemptId &attempt, QObject *asker,
                  OutcomeFunction answer) override;
    void prove(const domain::Decision &decision, QObject *asker, ProofFunction answer) override;
};

} // namespace casemate::sync
