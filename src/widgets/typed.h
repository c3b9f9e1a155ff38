// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person has typed and ticked in a form, to be put into the same form when its window is made anew. GUI thread.

#include <QByteArray>

class QWidget;

namespace widgets {

[[nodiscard]] QByteArray typedInto(const QWidget &form);
void typeAgain(const QWidget &form, const QByteArray &typed); // of a form with other fields: nothing happens

} // namespace widgets
