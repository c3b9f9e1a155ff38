// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Items out of a JSON text as the bytes that stand there, so that what was recorded is served unchanged. Pure; expects a
// text that a parser has accepted.

#include <QByteArray>
#include <QList>

namespace simulator {

[[nodiscard]] QList<QByteArray> arrayElements(const QByteArray &array); // of the outermost array
[[nodiscard]] QByteArray memberText(const QByteArray &object, const QByteArray &name); // of the outermost object

} // namespace simulator
