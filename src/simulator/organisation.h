// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything the tenant consists of, in one place; the endpoints, the stories and the life of the tenant work on it.
// Lives in the tenant thread.

#include "agenda.h"
#include "background.h"
#include "casejson.h"
#include "tenantclock.h"
#include "directory.h"
#include "effects.h"
#include "mailboxrules.h"
#include "mailstore.h"
#include "people.h"
#include "switches.h"

namespace simulator {

struct OrganisationName {
    QString tenantId;
    QString domain;
};

struct Organisation {
    Organisation(const PlanRules &rules, const OrganisationName &name, Ticks startTime, Switches initial);
    Organisation(const Organisation &) = delete;
    Organisation &operator=(const Organisation &) = delete;

    quint64 seed;
    QString tenantId;
    Ticks start;
    Switches switches;
    TenantClock clock;
    People people;
    Directory directory {};
    MailStore mails;
    MailboxRules mailboxRules;
    Background background;
    IncidentStore incidents;
    CaseJson json;
    Agenda agenda;
    Effects effects;
    // Incidents and alerts from before are no longer readable; it moves by whole days.
    [[nodiscard]] Ticks retainedFrom() const;

    int activeRemediations = 0;
    qint64 mailsUnderRemediation = 0;
    int storiesTold = 0;
};

} // namespace simulator
