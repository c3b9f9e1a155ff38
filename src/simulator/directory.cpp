// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory.h"

namespace simulator {

void Directory::setEnabled(const QString &upn, bool enabled)
{
    AccountFacts &account = m_facts[upn.toLower()];
    if (std::exchange(account.enabled, enabled) != enabled) {
        tell(upn, enabled ? Change::Enabled : Change::Disabled);
    }
}

void Directory::revokeSessions(const QString &upn, Ticks now)
{
    m_facts[upn.toLower()].sessionsFrom = now;
    tell(upn, Change::SessionsRevoked);
}

void Directory::setRisk(const QString &upn, RiskState state, Ticks now)
{
    AccountFacts &account = m_facts[upn.toLower()];
    account.risk = state;
    account.riskChanged = now;
}

void Directory::tell(const QString &upn, Change change) const
{
    if (m_observer) {
        m_observer(upn, change);
    }
}

} // namespace simulator
