// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be told of a drawn window without eyes: text that does not fit its place or that is too faint, controls that a
// screen reader could not name, text that could be taken for markup. Each returns one line per fault. GUI thread.

#include <QStringList>

class QWidget;

namespace gallery {

[[nodiscard]] QStringList clippedTexts(const QWidget *root);
[[nodiscard]] QStringList namelessControls(const QWidget *root);
[[nodiscard]] QStringList richTextSinks(const QWidget *root);
// Text of enabled labels, buttons and cells against what is drawn behind it: a contrast below 4.5 (WCAG 2.1, 1.4.3).
[[nodiscard]] QStringList faintTexts(QWidget *root);

} // namespace gallery
