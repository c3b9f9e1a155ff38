// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program that libFuzzer drives (https://llvm.org/docs/LibFuzzer.html): the target is named by $CASEMATE_FUZZ_TARGET,
// the rest of the command line is libFuzzer's.

#include "fuzz/targets.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

fuzz::Target target = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    target = fuzz::targetNamed(qgetenv("CASEMATE_FUZZ_TARGET"));
    if (!target) {
        std::fprintf(stderr, "CASEMATE_FUZZ_TARGET must be one of:");
        for (const fuzz::NamedTarget &one : fuzz::targets())
            std::fprintf(stderr, " %s", one.name);
        std::fprintf(stderr, "\n");
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    target(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
