// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a second start brings the first one's window to the front. Main thread.

#include <QStringList>

class QWidget;

namespace app {

[[nodiscard]] QStringList raiseRequest(); // to the owner; not a command of the command line
void raise(QWidget &window);

} // namespace app
