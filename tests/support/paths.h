// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a test finds the tree and the built programs. Functions, not macros: a path on the command line of every test
// source would spoil the compiler cache for any other checkout. Any thread.

#include <QString>

namespace casemate::test {

[[nodiscard]] QString sourceDir(); // root of the tree
[[nodiscard]] QString buildDir(); // root of the build folder
[[nodiscard]] QString programDir(); // holds casemate, casemate-simulator and the tests
[[nodiscard]] QString dataFile(const QString &name); // below tests/data

} // namespace casemate::test
