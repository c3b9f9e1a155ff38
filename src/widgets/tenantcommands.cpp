// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tenantcommands.h"

#include "aboutdialog.h"
#include "keysheet.h"
#include "tenantdialog.h"

#include "models/wording.h"

namespace widgets {

TenantCommands::TenantCommands(const Materials &materials, QWidget *window)
    : QObject(window)
    , m_materials(materials)
    , m_window(window)
{
}

const CommandSet &TenantCommands::commands()
{
    static const CommandSet all = {Command::Sync,   Command::FullSync, Command::CancelSync,  Command::SignIn,   Command::SignOut,
                                   Command::Undo,   Command::Quit,     Command::AboutTenant, Command::KeySheet, Command::AboutCasemate,
                                   Command::Diagnostics};
    return all;
}

CommandSet TenantCommands::offers() const
{
    CommandSet all = {Command::Quit, Command::AboutTenant, Command::KeySheet, Command::Diagnostics, Command::AboutCasemate};
    if (m_materials.engine.capabilities().fromFiles)
        return all;
    const bool running = m_materials.engine.pullState().phase == domain::PullState::Phase::Running;
    if (running)
        all.insert(Command::CancelSync);
    else
        all += {Command::Sync, Command::FullSync};
    all.insert(m_materials.engine.capabilities().signedIn ? Command::SignOut : Command::SignIn);
    if (m_materials.models.outbox()->newestHeld())
        all.insert(Command::Undo);
    return all;
}

void TenantCommands::carryOut(Command command)
{
    switch (command) {
    case Command::Sync: sync(false); break;
    case Command::FullSync: sync(true); break;
    case Command::CancelSync: m_materials.engine.cancelPull(); break;
    case Command::SignIn: signIn(); break;
    case Command::SignOut: signOut(); break;
    case Command::Undo: undo(); break;
    case Command::Quit: m_window->close(); break;
    case Command::KeySheet: (new KeySheet(m_window))->open(); break;
    case Command::AboutTenant: (new TenantDialog(m_materials, m_window))->open(); break;
    case Command::Diagnostics: Q_EMIT diagnosticsRequested(); break;
    case Command::AboutCasemate: (new AboutDialog(m_window))->open(); break;
    default: break;
    }
}

void TenantCommands::sync(bool full)
{
    // How it went is told by the state of the pull, in the status line and the banner.
    m_materials.engine.pull(full, this, [](const domain::Result<domain::PullState> &) { });
}

void TenantCommands::signIn()
{
    if (m_signingIn)
        return;
    m_signingIn = true;
    Q_EMIT told({Message::Kind::Note, tr("The browser is open for the sign-in. Come back here when it is done."), {}});
    m_materials.engine.signIn(this, [this](const domain::Result<domain::Capabilities> &result) {
        m_signingIn = false;
        if (result)
            Q_EMIT told({Message::Kind::Done, models::sessionSentence(*result), {}});
        else if (result.error().kind != domain::ErrorKind::Cancelled)
            Q_EMIT told({Message::Kind::Error, models::sentence(result.error()), Command::SignIn});
    });
}

void TenantCommands::signOut()
{
    m_materials.engine.signOut(this, [this](const domain::Result<domain::Done> &result) {
        if (result)
            Q_EMIT told({Message::Kind::Done, tr("Signed out. What was read stays here and can be read on."), {}});
        else
            Q_EMIT told({Message::Kind::Error, models::sentence(result.error()), {}});
    });
}

void TenantCommands::undo()
{
    m_materials.desk.undo(this, [this](const domain::Result<domain::Decision> &result) {
        if (result)
            Q_EMIT told({Message::Kind::Note, tr("Taken back: %1").arg(models::whatWasDecided(*result)), {}});
        else
            Q_EMIT told({Message::Kind::Warning, models::sentence(result.error()), {}});
    });
}

} // namespace widgets
