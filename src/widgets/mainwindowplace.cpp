// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What outlives a window: its layout, for the next start, and where the person is in it, for a window made anew.

#include "mainwindow.h"

#include "menus.h"
#include "page.h"
#include "settingspage.h"

#include <QDataStream>
#include <QIODevice>
#include <QStackedWidget>

namespace widgets {

void MainWindow::setSettings(const domain::Settings &settings, const domain::Settings &defaults)
{
    m_settings->setSettings(settings, defaults);
    markScheme(m_commands, schemeChoice(settings.theme));
}

void MainWindow::tellSettingsFault(const std::optional<domain::Error> &error)
{
    m_settings->setFault(error);
    if (error)
        goTo(Command::GoSettings);
}

QByteArray MainWindow::layoutState() const
{
    QList<QByteArray> parts = {saveGeometry()};
    for (int page = 0; page < m_stack->count(); ++page)
        parts.append(static_cast<Page *>(m_stack->widget(page))->layoutState());
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly) << layoutVersion << parts;
    return state;
}

void MainWindow::restoreLayout(const QByteArray &state)
{
    QDataStream in(state);
    qint32 version = 0;
    QList<QByteArray> parts;
    in >> version >> parts;
    if (in.status() != QDataStream::Ok || version != layoutVersion || parts.size() != m_stack->count() + 1)
        return;
    restoreGeometry(parts.first());
    for (int page = 0; page < m_stack->count(); ++page)
        static_cast<Page *>(m_stack->widget(page))->restoreLayout(parts.at(page + 1));
}

QByteArray MainWindow::place() const
{
    QList<QByteArray> pages;
    for (int page = 0; page < m_stack->count(); ++page)
        pages.append(static_cast<Page *>(m_stack->widget(page))->place());
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << int(m_current) << int(m_cameFrom) << int(m_beforeSettings) << pages;
    return state;
}

void MainWindow::restorePlace(const QByteArray &place)
{
    int current = int(Command::GoQueue);
    int cameFrom = current;
    int beforeSettings = current;
    QList<QByteArray> pages;
    QDataStream in(place);
    in >> current >> cameFrom >> beforeSettings >> pages;
    m_cameFrom = Command(cameFrom);
    goTo(Command(current));
    m_beforeSettings = Command(beforeSettings);
    for (int page = 0; page < qMin(m_stack->count(), int(pages.size())); ++page)
        static_cast<Page *>(m_stack->widget(page))->restorePlace(pages.at(page));
    updateCommands();
}

} // namespace widgets
