// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What callers changed about the accounts of people: blocked, sessions revoked, password to be changed, risk. The sign-in
// service hears of what concerns it through the observer. Tenant thread.

#include "stamp.h"

#include <QHash>
#include <QString>

#include <functional>

namespace simulator {

enum class RiskState { None, ConfirmedCompromised, Dismissed };

struct AccountFacts {
    bool enabled = true;
    bool mustChangePassword = false;
    Ticks sessionsFrom = 0; // refresh tokens from before are void; 0: never revoked
    RiskState risk = RiskState::None;
    Ticks riskChanged = 0;
};

class Directory {
public:
    enum class Change { Enabled, Disabled, SessionsRevoked };
    using Observer = std::function<void(const QString &upn, Change change)>;

    void setObserver(Observer observer) { m_observer = std::move(observer); }

    [[nodiscard]] AccountFacts facts(const QString &upn) const { return m_facts.value(upn.toLower()); }
    void setEnabled(const QString &upn, bool enabled);
    void revokeSessions(const QString &upn, Ticks now);
    void forcePasswordChange(const QString &upn, bool forced) { m_facts[upn.toLower()].mustChangePassword = forced; }
    void setRisk(const QString &upn, RiskState state, Ticks now);

private:
    void tell(const QString &upn, Change change) const;

    QHash<QString, AccountFacts> m_facts; // by user principal name, lower case; those that nobody touched are absent
    Observer m_observer;
};

} // namespace simulator
