// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Our own one-colour drawings (resources/icons), tinted while they are painted, so that one file serves both schemes, all
// tones and every scale. GUI thread.

#include "theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace widgets {

// name: the file's base name, such as u"queue". Direction-bound drawings (back, send, …) are mirrored from right to left.
[[nodiscard]] QIcon icon(const QString &name, Tone tone = Tone::Plain);
[[nodiscard]] QPixmap iconPixmap(const QString &name, int extent, qreal ratio, const QColor &colour, bool mirrored = false);

} // namespace widgets
