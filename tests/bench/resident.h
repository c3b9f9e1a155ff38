// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a process that is measured from outside says about itself, see child.h. Any thread.

#include <cstdio>

#include <unistd.h>

namespace bench {

// KiB in memory now, of this process.
inline long residentMemory()
{
    long pages = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%*s %ld", &pages) != 1)
            pages = 0;
        std::fclose(file);
    }
    return pages * (::sysconf(_SC_PAGESIZE) / 1024);
}

inline void say(const char *word, long number)
{
    std::printf("%s %ld\n", word, number);
    std::fflush(stdout);
}

} // namespace bench
