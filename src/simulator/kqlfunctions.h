// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The scalar functions of the hunting language in SQL. What SQLite has no function for is in huntingfunctions.h. Pure.

#include "kqltranslation.h"

namespace simulator {

// Fails the translation when there is no such function or the arguments do not fit.
[[nodiscard]] SqlExpression writeKqlFunction(KqlTranslation &translation, const QString &name, const std::vector<SqlExpression> &arguments);

// What a column is called after its expression: count() is count_, min(X) is min_X, bin(X, 1d) is X. Empty: nothing.
[[nodiscard]] QString kqlResultName(const KqlExpression &expression);

} // namespace simulator
