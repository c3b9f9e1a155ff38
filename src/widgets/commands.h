// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything a person can do by key, menu or button, as one table: the menus, the buttons' tool tips and the key sheet are
// made from it, so that a key is shown wherever its command is. The window makes one Commands; pages say which of them
// they offer right now and carry them out. GUI thread.

#include <QAction>
#include <QHash>
#include <QObject>
#include <QSet>

class QAbstractButton;

namespace widgets {

enum class Command {
    // the row and the incident at hand
    Open,
    Take,
    Assign,
    Classify,
    Tag,
    Comment,
    Resolve,
    Undo,
    OpenPortal,
    ExportCase,
    // pending actions
    Approve,
    Reject,
    MarkHandled,
    ReadLocation,
    // outbox
    SendNow,
    CancelDecision,
    ConfirmAgain,
    Settle,
    // moving about
    NextRow,
    PreviousRow,
    SelectRow,
    SelectNone,
    ShowNew,
    FocusFilter,
    ClearFilter,
    NextIncident,
    PreviousIncident,
    NextTab,
    PreviousTab,
    Back,
    // pages
    GoQueue,
    GoIncident,
    GoApprovals,
    GoOutbox,
    GoHistory,
    GoSettings,
    // the tenant and the window
    OpenFile,
    Sync,
    FullSync,
    CancelSync,
    SignIn,
    SignOut,
    AboutTenant,
    KeySheet,
    Diagnostics,
    AboutCasemate,
    LightScheme,
    DarkScheme,
    SystemScheme,
    Quit,
};
using CommandSet = QSet<Command>;

enum class CommandGroup { File, Incident, Action, Outbox, Move, Page, Tenant, View };

struct CommandEntry {
    Command command;
    CommandGroup group;
    QString text; // for the menu, with its mnemonic
    QString keys; // portable text, several by blanks
    QString alsoKeys; // handled by the view itself; shown on the key sheet only
    QString icon; // may be empty
};
[[nodiscard]] QList<CommandEntry> commandTable(); // in the language of this moment

class Commands : public QObject
{
    Q_OBJECT
public:
    explicit Commands(QObject *parent = nullptr);

    [[nodiscard]] const QList<CommandEntry> &table() const { return m_table; }
    [[nodiscard]] QAction *action(Command command) const { return m_actions.value(command); }
    void offer(const CommandSet &available); // enables exactly these
    // Gives a button the command's icon, text, key and accessible name; its state follows the action's.
    void bind(QAbstractButton *button, Command command) const;
    // "Assign… (A)"
    [[nodiscard]] QString tip(Command command) const;

Q_SIGNALS:
    void triggered(widgets::Command command);

private:
    const QList<CommandEntry> m_table = commandTable();
    QHash<Command, QAction *> m_actions;
};

[[nodiscard]] QString plainCommandText(const QString &menuText); // without mnemonic and dots
[[nodiscard]] QString nativeKeys(const CommandEntry &entry); // "J, ↓"

} // namespace widgets
