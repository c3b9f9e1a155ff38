// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelset.h"

namespace models {

namespace {

constexpr std::chrono::seconds timesEvery {30}; // ages are told in minutes

} // namespace

ModelSet::ModelSet(store::Readers &readers, domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_queue(readers, clock)
    , m_incident(readers, clock)
    , m_approvals(readers, clock)
    , m_outbox(readers, clock)
    , m_history(readers, clock)
{
    connect(&m_outbox, &OutboxModel::changed, this, [this] { m_queue.setOpenDecisions(m_outbox.open()); });
    waitForTimes();
}

void ModelSet::load()
{
    m_queue.load();
    m_outbox.load();
    m_approvals.load();
    m_history.load();
}

void ModelSet::takeChanges(const domain::Changes &changes)
{
    m_queue.takeChanges(changes);
    m_incident.takeChanges(changes);
    m_approvals.takeChanges(changes);
}

void ModelSet::takeLedgerChange()
{
    m_outbox.load();
    m_incident.takeLedgerChange();
    m_approvals.takeLedgerChange();
    m_history.load();
}

void ModelSet::takeCapabilities(const domain::Capabilities &capabilities)
{
    m_queue.setMe(capabilities.upn);
    m_approvals.setMe(capabilities.upn);
}

void ModelSet::refreshTexts()
{
    m_queue.refreshTimes();
    m_incident.refreshTimes();
    m_approvals.refreshTimes();
    m_outbox.refreshTimes();
    m_history.refreshTimes();
}

void ModelSet::waitForTimes()
{
    m_clock.after(timesEvery, this, [this] {
        refreshTexts();
        waitForTimes();
    });
}

} // namespace models
