// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "approvalspage.h"
#include "banner.h"
#include "filedialogs.h"
#include "historypage.h"
#include "incidentpage.h"
#include "menus.h"
#include "messagebar.h"
#include "navigationbar.h"
#include "outboxpage.h"
#include "queuepage.h"
#include "settingspage.h"
#include "statusline.h"
#include "tenantcommands.h"

#include "domain/displaytext.h"

#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace widgets {

MainWindow::MainWindow(const Materials &materials, QWidget *parent)
    : QMainWindow(parent)
    , m_materials(materials)
    , m_tenant(new TenantCommands(materials, this))
    , m_navigation(new NavigationBar(m_commands, this))
    , m_banner(new MessageBar(nullptr, this))
    , m_messages(new MessageBar(&materials.clock, this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusLine(m_commands, materials.clock, this))
    , m_queue(new QueuePage(materials, m_commands, this))
    , m_incident(new IncidentPage(materials, m_commands, this))
    , m_approvals(new ApprovalsPage(materials, m_commands, this))
    , m_settings(new SettingsPage(this))
{
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    auto *column = new QVBoxLayout;
    for (QBoxLayout *box : {static_cast<QBoxLayout *>(row), static_cast<QBoxLayout *>(column)}) {
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(0);
    }
    column->addWidget(m_banner);
    column->addWidget(m_messages);
    column->addWidget(m_stack, 1);
    row->addWidget(m_navigation);
    row->addLayout(column, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    buildMenus(menuBar(), m_commands);
    m_banner->setObjectName(u"banner"_s);
    m_banner->setStanding(true);
    m_messages->setObjectName(u"messages"_s);
    m_status->setTenant(domain::displayPlain(domain::Untrusted(materials.tenant.key), 64));
    const Command order[] = {Command::GoQueue, Command::GoIncident, Command::GoApprovals, Command::GoOutbox, Command::GoHistory, Command::GoSettings};
    Page *const pages[] = {m_queue, m_incident, m_approvals, new OutboxPage(materials, m_commands, this), new HistoryPage(materials, m_commands, this), m_settings};
    for (std::size_t i = 0; i < std::size(order); ++i)
        addPage(order[i], pages[i]);
    connect(&m_commands, &Commands::triggered, this, &MainWindow::carryOut);
    connect(m_tenant, &TenantCommands::told, this, &MainWindow::tell);
    connect(m_tenant, &TenantCommands::diagnosticsRequested, this, &MainWindow::diagnosticsRequested);
    connect(m_incident, &IncidentPage::leaveRequested, this, [this] { goTo(m_cameFrom); });
    connect(m_settings, &SettingsPage::leaveRequested, this, [this] { goTo(m_beforeSettings); });
    connect(m_settings, &SettingsPage::chosen, this, &MainWindow::settingsChosen);
    for (MessageBar *bar : {m_banner, m_messages})
        connect(bar, &MessageBar::offerTaken, this, [this](Command command) { m_commands.action(command)->trigger(); });
    connect(m_materials.models.outbox(), &models::OutboxModel::changed, this, &MainWindow::updateCounts);
    connect(m_materials.models.approvals(), &models::PendingActionsModel::changed, this, &MainWindow::updateCounts);
    connect(m_materials.models.queue(), &models::QueueModel::arrivalsChanged, this, &MainWindow::updateCounts);
    setMinimumSize(fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 20);
    resize(QSize(fontMetrics().averageCharWidth() * 210, fontMetrics().height() * 46).boundedTo(screen()->availableSize() * 0.95));
    takeCapabilities(materials.engine.capabilities());
    takeBudget(materials.engine.budget());
    takePull(materials.engine.pullState());
    updateCounts();
    goTo(Command::GoQueue);
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(Command go, Page *page)
{
    m_stack->addWidget(page);
    m_pages.insert(go, page);
    connect(page, &Page::offersChanged, this, &MainWindow::updateCommands);
    connect(page, &Page::told, this, &MainWindow::tell);
    connect(page, &Page::incidentRequested, this, &MainWindow::openIncident);
    connect(page, &Page::portalRequested, this, &MainWindow::portalRequested);
    connect(page, &Page::caseRequested, this, [this](const domain::IncidentId &incident) {
        askForCaseFile(this, incident, [this, incident](const QString &path) { Q_EMIT caseWanted(incident, path); });
    });
}

void MainWindow::goTo(Command page)
{
    if (page == Command::GoSettings && m_current != page)
        m_beforeSettings = m_current;
    m_current = page;
    m_stack->setCurrentWidget(m_pages.value(page));
    m_navigation->setCurrent(page);
    const QString name = plainCommandText(m_commands.action(page)->text());
    setWindowTitle(u"%1 – %2 – Casemate"_s.arg(name, domain::displayPlain(domain::Untrusted(m_materials.tenant.key), 64)));
    m_pages.value(page)->enter();
    updateCommands();
}

void MainWindow::openIncident(const domain::IncidentId &incident)
{
    if (m_current != Command::GoIncident)
        m_cameFrom = m_current;
    m_incident->open(incident);
    goTo(Command::GoIncident);
}

void MainWindow::carryOut(Command command)
{
    if (m_pages.contains(command))
        goTo(command);
    else if (command == Command::OpenFile)
        askForFiles(this, [this](const QStringList &files) { Q_EMIT filesChosen(files); });
    else if (TenantCommands::commands().contains(command))
        m_tenant->carryOut(command);
    else if (SettingsPage::commands().contains(command))
        m_settings->carryOut(command);
    else
        m_pages.value(m_current)->carryOut(command);
}

void MainWindow::updateCommands()
{
    CommandSet available = m_pages.value(m_current)->offers() + m_tenant->offers();
    available += SettingsPage::commands();
    available += {Command::GoQueue, Command::GoIncident, Command::GoApprovals, Command::GoOutbox, Command::GoHistory, Command::GoSettings, Command::OpenFile};
    m_commands.offer(available);
}

void MainWindow::updateCounts()
{
    m_navigation->setCount(Command::GoQueue, m_materials.models.queue()->pendingArrivals());
    m_navigation->setCount(Command::GoApprovals, m_materials.models.approvals()->undecided());
    const int needing = m_materials.models.outbox()->needingPerson();
    m_navigation->setCount(Command::GoOutbox, needing > 0 ? needing : m_materials.models.outbox()->open().size(), needing > 0);
    updateCommands();
}

void MainWindow::updateBanner()
{
    const auto banner = bannerFor(m_materials.engine.pullState(), m_materials.engine.capabilities(), m_materials.clock.now());
    if (!banner)
        m_banner->dismiss();
    else if (*banner != m_banner->message())
        m_banner->tell(*banner, &m_commands);
}

void MainWindow::takePull(const domain::PullState &state)
{
    m_status->setPull(state);
    m_queue->setPull(state);
    m_incident->setPull(state);
    m_approvals->setPull(state);
    updateBanner();
    updateCommands();
}

void MainWindow::takeBudget(const domain::BudgetState &budget) { m_status->setBudget(budget); }

void MainWindow::takeCapabilities(const domain::Capabilities &capabilities)
{
    m_status->setCapabilities(capabilities);
    updateBanner();
    updateCommands();
}

void MainWindow::tell(const Message &message) { m_messages->tell(message, &m_commands); }

} // namespace widgets
