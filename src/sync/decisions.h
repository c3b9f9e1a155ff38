// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person does with decisions: takes, cancels, releases, confirms, settles. Every function is one ledger transaction
// and answers its result. Engine thread.

#include "sendrules.h"

#include "domain/capabilities.h"
#include "domain/clock.h"
#include "store/ledger.h"

#include <functional>

namespace casemate::sync {

class OutboxSender;

class Decisions
{
public:
    // sender: none where this engine does not send.
    Decisions(store::Ledger &ledger, domain::Clock &clock, OutboxSender *sender, const SendRules &rules);

    [[nodiscard]] domain::Result<domain::DecisionId> take(domain::Decision decision,
                                                          const domain::Capabilities &capabilities);
    [[nodiscard]] domain::Result<domain::Done> cancel(const domain::DecisionId &id);
    [[nodiscard]] domain::Result<domain::Done> release(const domain::DecisionId &id);
    [[nodiscard]] domain::Result<domain::Done> confirm(const domain::DecisionId &id); // freezes what was shown as new
    [[nodiscard]] domain::Result<domain::Done> settle(const domain::DecisionId &id, const QString &note);

private:
    // Refused "notAllowed" when it is not in `from` (any more).
    [[nodiscard]] domain::Result<domain::Decision> find(const domain::DecisionId &id, domain::DecisionState from);
    [[nodiscard]] domain::Result<domain::Done> move(const domain::DecisionId &id, const store::Step &step);

    store::Ledger &m_ledger;
    domain::Clock &m_clock;
    OutboxSender *m_sender;
    SendRules m_rules;
};

} // namespace casemate::sync
