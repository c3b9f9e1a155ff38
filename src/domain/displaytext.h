// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one door from untrusted text to the screen, to logs and to the terminal. Control, bidirectional and zero-width
// characters become visible marks such as <U+202E>; runs of combining marks and the length are capped; a first-strong
// isolate keeps the text from reordering its neighbours. Pure; any thread.

#include "untrusted.h"

namespace domain {

inline constexpr qsizetype cellCap = 4096; // characters in a cell or a line; a longer line froze Qt for seconds
inline constexpr qsizetype viewerCap = 100'000; // characters in a viewer, in lines of at most 1,000

// One line, isolated (FSI … PDI). Line breaks become visible marks.
[[nodiscard]] QString display(const Untrusted &text, qsizetype cap = cellCap);

// Several lines for a plain text viewer: line breaks stay, lines are broken at 1,000 characters.
[[nodiscard]] QString displayLines(const Untrusted &text, qsizetype cap = viewerCap);

// One line without isolates, for terminals, logs and exports.
[[nodiscard]] QString displayPlain(const Untrusted &text, qsizetype cap = cellCap);

// hxxps://evil[.]example/path: readable, not clickable. Anything that is no URL passes through display().
[[nodiscard]] QString displayUrl(const Untrusted &url, qsizetype cap = cellCap);

} // namespace domain
