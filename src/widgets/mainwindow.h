// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window of one tenant: navigation, message bar, pages, status line, and the menus made from the command table. It holds
// the parts together and knows nothing about what they do. Whoever composes the program connects the engine's signals to
// the take… slots, and the signals to what leaves the program (browser, settings). GUI thread.

#include "materials.h"
#include "page.h"
#include "theme.h"

#include "domain/settings.h"

#include <QMainWindow>

class QStackedWidget;

namespace widgets {

class ApprovalsPage;
class IncidentPage;
class MessageBar;
class NavigationBar;
class QueuePage;
class SettingsPage;
class StatusLine;
class TenantCommands;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Materials &materials, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openIncident(const domain::IncidentId &incident);
    void goTo(Command page); // one of the Go… commands
    [[nodiscard]] Commands &commands() { return m_commands; }
    // Size, columns and splitters, for the settings; a state of another version changes nothing.
    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);
    // Where the person is, with open forms and what is typed into them, for a window made anew over the same models.
    [[nodiscard]] QByteArray place() const;
    void restorePlace(const QByteArray &place);
    void setSettings(const domain::Settings &settings, const domain::Settings &defaults); // shown; the program carries them out
    void tellSettingsFault(const std::optional<domain::Error> &error);

public Q_SLOTS:
    void takePull(const domain::PullState &state); // of Engine::pullStateChanged
    void takeBudget(const domain::BudgetState &budget); // of Engine::budgetChanged
    void takeCapabilities(const domain::Capabilities &capabilities); // of Engine::capabilitiesChanged
    void tell(const widgets::Message &message);

Q_SIGNALS:
    void portalRequested(const domain::IncidentId &incident); // to be opened in the browser
    void filesChosen(const QStringList &files); // to be imported and shown
    void caseWanted(const domain::IncidentId &incident, const QString &path);
    void diagnosticsRequested();
    void settingsChosen(const domain::Settings &settings);

private:
    static constexpr qint32 layoutVersion = 1;

    void addPage(Command go, Page *page);
    void carryOut(Command command);
    void updateCommands();
    void updateCounts();
    void updateBanner();

    Materials m_materials;
    Commands m_commands;
    TenantCommands *m_tenant;
    NavigationBar *m_navigation;
    MessageBar *m_banner; // a standing state: offline, sign-in needed, read only
    MessageBar *m_messages;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    QueuePage *m_queue;
    IncidentPage *m_incident;
    ApprovalsPage *m_approvals;
    SettingsPage *m_settings;
    QHash<Command, Page *> m_pages; // by the command that goes there
    Command m_current = Command::GoQueue;
    Command m_cameFrom = Command::GoQueue; // where Back leads from the incident
    Command m_beforeSettings = Command::GoQueue;
};

} // namespace widgets
