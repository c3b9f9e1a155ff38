// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All models of one account's window, wired among themselves: one reading of the outbox feeds the overlays of the others.
// The composition root connects the engine's signals to the slots here and nothing else. GUI thread.

#include "historymodel.h"
#include "incidentmodel.h"
#include "outboxmodel.h"
#include "pendingactionsmodel.h"
#include "queuemodel.h"

#include "domain/capabilities.h"

namespace models {

class ModelSet final : public QObject
{
    Q_OBJECT
public:
    ModelSet(store::Readers &readers, domain::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QueueModel *queue() { return &m_queue; }
    [[nodiscard]] IncidentModel *incident() { return &m_incident; }
    [[nodiscard]] PendingActionsModel *approvals() { return &m_approvals; }
    [[nodiscard]] OutboxModel *outbox() { return &m_outbox; }
    [[nodiscard]] HistoryModel *history() { return &m_history; }

    void load(); // everything, from what is on the disk
    void refreshTexts(); // ages, and whatever the program says in another way now

public Q_SLOTS:
    void takeChanges(const domain::Changes &changes); // of Engine::cacheChanged
    void takeLedgerChange(); // of Engine::ledgerChanged
    void takeCapabilities(const domain::Capabilities &capabilities); // of Engine::capabilitiesChanged: whose "me" it is

private:
    void waitForTimes(); // texts with an age in them are made anew now and then

    domain::Clock &m_clock;
    QueueModel m_queue;
    IncidentModel m_incident;
    PendingActionsModel m_approvals;
    OutboxModel m_outbox;
    HistoryModel m_history;
};

} // namespace models
