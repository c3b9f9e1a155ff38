// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tags as chips in one line, in cells. Pure painting. GUI thread.

#include "theme.h"

#include <QRect>
#include <QStringList>

class QPainter;

namespace widgets {

// Those that do not fit are counted: "+3". `own` are filled, `foreign` hollow.
void drawChips(QPainter *painter, const QRect &room, const QStringList &own, const QStringList &foreign, const QFont &font,
               Qt::LayoutDirection direction, const Colours &colours);

} // namespace widgets
