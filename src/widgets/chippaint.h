// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tags as chips in one line, in cells. Pure painting. GUI thread.

#include "theme.h"

#include <QRect>
#include <QStringList>

class QPainter;

namespace widgets {

struct Chips {
    QStringList own; // filled
    QStringList foreign; // hollow
    QColor fill; // apart from the ground that they lie on
};

// Those that do not fit are counted: "+3".
void drawChips(QPainter *painter, const QRect &room, const Chips &chips, const QFont &font, Qt::LayoutDirection direction,
               const Colours &colours);

} // namespace widgets
