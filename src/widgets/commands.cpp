// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "icons.h"
#include "label.h"

#include <QAbstractButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QList<QKeySequence> sequences(const CommandEntry &entry)
{
    QList<QKeySequence> keys;
    const QStringList parts = entry.keys.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        keys.append(QKeySequence(part, QKeySequence::PortableText));
    return keys;
}

} // namespace

QList<CommandEntry> commandTable()
{
    using C = Command;
    using G = CommandGroup;
    // Keys of the main job are single letters; what deletes or refuses needs Shift.
    return {
        {C::OpenFile, G::File, Commands::tr("&Open a file…"), u"Ctrl+O"_s, {}, u"file"_s},
        {C::ExportCase, G::File, Commands::tr("&Export the case…"), u"Ctrl+E"_s, {}, u"up"_s},
        {C::Quit, G::File, Commands::tr("&Quit"), u"Ctrl+Q"_s, {}, {}},

        {C::Open, G::Incident, Commands::tr("&Open"), u"O"_s, Commands::tr("Enter"), u"forward"_s},
        {C::Take, G::Incident, Commands::tr("Tak&e"), u"E"_s, {}, u"person"_s},
        {C::Assign, G::Incident, Commands::tr("&Assign…"), u"A"_s, {}, u"assign"_s},
        {C::Classify, G::Incident, Commands::tr("&Classify…"), u"C"_s, {}, u"classify"_s},
        {C::Tag, G::Incident, Commands::tr("&Tag…"), u"T"_s, {}, u"tag"_s},
        {C::Comment, G::Incident, Commands::tr("Co&mment…"), u"M"_s, {}, u"comment"_s},
        {C::Resolve, G::Incident, Commands::tr("&Resolve…"), u"R"_s, {}, u"resolve"_s},
        {C::Undo, G::Incident, Commands::tr("&Undo the last decision"), u"Z Ctrl+Z"_s, {}, u"undo"_s},
        {C::OpenPortal, G::Incident, Commands::tr("Open in the &portal"), u"P"_s, {}, u"open"_s},

        {C::Approve, G::Action, Commands::tr("&Approve…"), u"Shift+A"_s, {}, u"approve"_s},
        {C::Reject, G::Action, Commands::tr("&Reject…"), u"Shift+R"_s, {}, u"reject"_s},
        {C::MarkHandled, G::Action, Commands::tr("Mark as &handled…"), u"Shift+H"_s, {}, u"resolve"_s},
        {C::ReadLocation, G::Action, Commands::tr("Read the latest &location"), u"L"_s, {}, u"sync"_s},

        {C::SendNow, G::Outbox, Commands::tr("&Send now"), u"S"_s, {}, u"send"_s},
        {C::CancelDecision, G::Outbox, Commands::tr("&Cancel the decision"), u"Del"_s, {}, u"bin"_s},
        {C::ConfirmAgain, G::Outbox, Commands::tr("Con&firm again…"), u"Y"_s, {}, u"approve"_s},
        {C::Settle, G::Outbox, Commands::tr("Set&tle by hand…"), u"H"_s, {}, u"person"_s},

        {C::NextRow, G::Move, Commands::tr("&Next row"), u"J"_s, Commands::tr("Down"), u"down"_s},
        {C::PreviousRow, G::Move, Commands::tr("&Previous row"), u"K"_s, Commands::tr("Up"), u"up"_s},
        {C::SelectRow, G::Move, Commands::tr("&Select the row"), u"X"_s, {}, {}},
        {C::SelectNone, G::Move, Commands::tr("Select n&othing"), u"Shift+X"_s, {}, {}},
        {C::ShowNew, G::Move, Commands::tr("Show ne&w incidents"), u"N"_s, {}, u"sync"_s},
        {C::FocusFilter, G::Move, Commands::tr("&Filter"), u"/ Ctrl+F"_s, {}, u"search"_s},
        {C::ClearFilter, G::Move, Commands::tr("Clear the filters"), u"Ctrl+Backspace"_s, {}, u"close"_s},
        {C::NextIncident, G::Move, Commands::tr("Next &incident"), u"Shift+J"_s, {}, u"down"_s},
        {C::PreviousIncident, G::Move, Commands::tr("Previous in&cident"), u"Shift+K"_s, {}, u"up"_s},
        {C::NextTab, G::Move, Commands::tr("Next &tab"), u"]"_s, {}, {}},
        {C::PreviousTab, G::Move, Commands::tr("Previous ta&b"), u"["_s, {}, {}},
        {C::Back, G::Move, Commands::tr("&Back"), u"Esc Alt+Left"_s, {}, u"back"_s},

        {C::GoQueue, G::Page, Commands::tr("&Queue"), u"Ctrl+1"_s, {}, u"queue"_s},
        {C::GoIncident, G::Page, Commands::tr("&Incident"), u"Ctrl+2"_s, {}, u"incident"_s},
        {C::GoApprovals, G::Page, Commands::tr("&Approvals"), u"Ctrl+3"_s, {}, u"approvals"_s},
        {C::GoOutbox, G::Page, Commands::tr("&Outbox"), u"Ctrl+4"_s, {}, u"outbox"_s},
        {C::GoHistory, G::Page, Commands::tr("&History"), u"Ctrl+5"_s, {}, u"history"_s},
        {C::GoSettings, G::Page, Commands::tr("S&ettings"), u"Ctrl+,"_s, {}, u"settings"_s},

        {C::Sync, G::Tenant, Commands::tr("&Sync now"), u"F5"_s, {}, u"sync"_s},
        {C::FullSync, G::Tenant, Commands::tr("Read &everything again"), u"Ctrl+Shift+F5"_s, {}, {}},
        {C::CancelSync, G::Tenant, Commands::tr("&Cancel the sync"), {}, {}, u"close"_s},
        {C::SignIn, G::Tenant, Commands::tr("Sign &in…"), {}, {}, u"signin"_s},
        {C::SignOut, G::Tenant, Commands::tr("Sign &out"), {}, {}, {}},
        {C::AboutTenant, G::Tenant, Commands::tr("&About this tenant…"), u"Ctrl+I"_s, {}, u"info"_s},

        {C::KeySheet, G::View, Commands::tr("&Keys…"), u"? F1"_s, {}, u"keyboard"_s},
        {C::Diagnostics, G::View, Commands::tr("&Diagnostics…"), {}, {}, {}},
        {C::AboutCasemate, G::View, Commands::tr("&About Casemate…"), {}, {}, u"casemate"_s},
        {C::LightScheme, G::View, Commands::tr("&Light"), {}, {}, {}},
        {C::DarkScheme, G::View, Commands::tr("&Dark"), {}, {}, {}},
        {C::SystemScheme, G::View, Commands::tr("As the &desktop"), {}, {}, {}},
    };
}

Commands::Commands(QObject *parent)
    : QObject(parent)
{
    for (const CommandEntry &entry : m_table) {
        auto *action = new QAction(entry.text, this);
        action->setShortcuts(sequences(entry));
        action->setShortcutContext(Qt::WindowShortcut);
        // A key that is held down must not decide on a row of incidents.
        action->setAutoRepeat(entry.command == Command::NextRow || entry.command == Command::PreviousRow);
        if (!entry.icon.isEmpty())
            action->setIcon(icon(entry.icon));
        action->setToolTip(safeToolTip(tip(entry.command)));
        connect(action, &QAction::triggered, this, [this, command = entry.command] { Q_EMIT triggered(command); });
        m_actions.insert(entry.command, action);
    }
}

void Commands::offer(const CommandSet &available)
{
    for (auto entry = m_actions.cbegin(); entry != m_actions.cend(); ++entry)
        entry.value()->setEnabled(available.contains(entry.key()));
}

void Commands::bind(QAbstractButton *button, Command command) const
{
    QAction *bound = action(command);
    const QString plain = plainCommandText(bound->text());
    button->setIcon(bound->icon());
    if (button->text().isEmpty() && !qobject_cast<QToolButton *>(button))
        button->setText(plain);
    button->setAccessibleName(plain);
    button->setToolTip(safeToolTip(tip(command)));
    button->setEnabled(bound->isEnabled());
    connect(bound, &QAction::enabledChanged, button, &QWidget::setEnabled);
    connect(button, &QAbstractButton::clicked, bound, [bound] { bound->trigger(); });
}

QString Commands::tip(Command command) const
{
    for (const CommandEntry &entry : m_table) {
        if (entry.command != command)
            continue;
        const QString keys = nativeKeys(entry);
        const QString plain = plainCommandText(entry.text);
        return keys.isEmpty() ? plain : u"%1 (%2)"_s.arg(plain, keys);
    }
    return {};
}

QString plainCommandText(const QString &menuText)
{
    QString plain = menuText;
    plain.remove(u'&');
    plain.remove(u'…');
    return plain;
}

QString nativeKeys(const CommandEntry &entry)
{
    QStringList keys;
    for (const QKeySequence &sequence : sequences(entry))
        keys.append(sequence.toString(QKeySequence::NativeText));
    if (!entry.alsoKeys.isEmpty())
        keys.append(entry.alsoKeys);
    return keys.join(u", "_s);
}

} // namespace widgets
