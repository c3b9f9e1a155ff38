// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the runner says: the figures with the machine, the commit and the build they are of, and which promises (budgets.txt)
// they break. Values; main thread.

#include "bench/measure.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace bench {

// Highest ratios by name; gives up on a file that cannot be read.
using Budgets = QHash<QString, double>;
[[nodiscard]] Budgets readBudgets(const QString &file);

// One line for each promise that is broken.
[[nodiscard]] QStringList brokenPromises(const QList<Comparison> &all, const Budgets &budgets);

[[nodiscard]] QByteArray asJson(const QList<Comparison> &all, const Budgets &budgets);
[[nodiscard]] QByteArray asTable(const QList<Comparison> &all, const Budgets &budgets); // Markdown

} // namespace bench
