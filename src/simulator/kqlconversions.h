// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Expressions turned into another type, in SQL. Pure.

#include "kqlsql.h"

namespace simulator {

[[nodiscard]] SqlExpression asText(const SqlExpression &value); // tostring
[[nodiscard]] SqlExpression asJson(const SqlExpression &value); // todynamic of what is no string; a string becomes one in JSON
[[nodiscard]] SqlExpression asType(const SqlExpression &value, KqlType type); // NULL when it cannot be read
[[nodiscard]] bool areComparable(KqlType left, KqlType right);
// Both as something that SQLite can compare.
void makeComparable(SqlExpression &left, SqlExpression &right);

} // namespace simulator
