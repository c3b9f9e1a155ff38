// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "menus.h"

#include "mainwindow.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

void addGroup(QMenu *menu, const Commands &commands, CommandGroup group)
{
    if (!menu->isEmpty())
        menu->addSeparator();
    for (const CommandEntry &entry : commands.table())
        if (entry.group == group)
            menu->addAction(commands.action(entry.command));
}

} // namespace

void buildMenus(QMenuBar *bar, const Commands &commands)
{
    QMenu *file = bar->addMenu(MainWindow::tr("&File"));
    addGroup(file, commands, CommandGroup::File);
    file->insertSeparator(commands.action(Command::Quit));
    QMenu *tenant = bar->addMenu(MainWindow::tr("&Tenant"));
    addGroup(tenant, commands, CommandGroup::Tenant);
    QMenu *incident = bar->addMenu(MainWindow::tr("&Incident"));
    addGroup(incident, commands, CommandGroup::Incident);
    addGroup(incident, commands, CommandGroup::Action);
    QMenu *outbox = bar->addMenu(MainWindow::tr("&Outbox"));
    addGroup(outbox, commands, CommandGroup::Outbox);
    QMenu *go = bar->addMenu(MainWindow::tr("&Go"));
    addGroup(go, commands, CommandGroup::Page);
    addGroup(go, commands, CommandGroup::Move);
    QMenu *view = bar->addMenu(MainWindow::tr("&View"));
    auto *schemes = new QActionGroup(view);
    for (const Command scheme : {Command::SystemScheme, Command::LightScheme, Command::DarkScheme}) {
        commands.action(scheme)->setCheckable(true);
        schemes->addAction(commands.action(scheme));
        view->addAction(commands.action(scheme));
    }
    QMenu *help = bar->addMenu(MainWindow::tr("&Help"));
    help->addAction(commands.action(Command::KeySheet));
    help->addAction(commands.action(Command::Diagnostics));
    help->addAction(commands.action(Command::AboutCasemate));
}

void markScheme(const Commands &commands, SchemeChoice choice)
{
    const Command marked = choice == SchemeChoice::Light ? Command::LightScheme
        : choice == SchemeChoice::Dark                   ? Command::DarkScheme
                                                         : Command::SystemScheme;
    commands.action(marked)->setChecked(true);
}

} // namespace widgets
