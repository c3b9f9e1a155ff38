// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "raise.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace app {

QStringList raiseRequest()
{
    return {u"--raise"_s};
}

void raise(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.raise();
    window.activateWindow();
}

} // namespace app
