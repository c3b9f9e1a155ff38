// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What must hold. Aborts where it does not: a fuzzer takes that for a find, and keeps the bytes. Any thread.

#include <cstdio>
#include <cstdlib>

namespace fuzz {

inline void promise(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

} // namespace fuzz
