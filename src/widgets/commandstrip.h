// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A row of buttons for some of the commands, each with its icon, and its key in the tool tip. GUI thread.

#include "commands.h"

#include <QWidget>

namespace widgets {

class CommandStrip : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    // The object name of a button is "do" and the command's number.
    void setCommands(const Commands &commands, const QList<Command> &list, bool withText);
};

} // namespace widgets
