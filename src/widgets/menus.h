// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The menu bar, made from the command table: every command is in it, with its key. GUI thread.

#include "commands.h"
#include "theme.h"

class QMenuBar;

namespace widgets {

void buildMenus(QMenuBar *bar, const Commands &commands);
void markScheme(const Commands &commands, SchemeChoice choice);

} // namespace widgets
