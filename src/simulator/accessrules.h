// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who may do what: the permission that a token must carry, and for people the directory role. Pure.

#include "exchange.h"

namespace simulator {

enum class Operation {
    ReadIncidents,
    WriteIncidents,
    ReadAlerts,
    WriteAlerts,
    Restructure, // merge incidents, move alerts
    ReadMails,
    RemediateMails,
    Hunt,
    ReadOwnUser,
    ReadAnyUser,
    EnableAccounts, // and block them
    ForcePasswords, // to be changed
    RevokeOwnSessions,
    RevokeSessions,
    ReadMessageRules, // whose mailbox is not asked here
    WriteMessageRules,
    ReadRisk,
    ManageRisk,
    ActOnIdentities // on premises
};

[[nodiscard]] QString refusalOf(const Caller &caller, Operation operation); // empty: allowed

} // namespace simulator
