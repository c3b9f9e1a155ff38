#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint.sh [format|tidy|clazy]…: what the compiler does not see. Without arguments, all three. Exit code 1 on a finding.
set -euo pipefail
cd "$(dirname "$0")/.."

(($# > 0)) || set -- format tidy clazy
packaging/install-build-deps.sh --lint
mapfile -t sources < <(git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'tests/*.h')
code=0
for part in "$@"; do
    echo "== $part"
    case $part in
        format) clang-format --dry-run -Werror "${sources[@]}" || code=1 ;;
        tidy)
            packaging/build.sh dev # the generated sources and compile_commands.json
            run-clang-tidy -p build/dev -quiet "$PWD/src/.*\.cpp" >build/tidy.log 2>&1 || code=1
            if grep -E '(warning|error): ' build/tidy.log | sort -u; then code=1; fi
            ;;
        clazy)
            rm -rf build/clazy # a file that is not compiled again says nothing
            packaging/build.sh clazy
            if grep -E '\[-Wclazy-' build/clazy/build.log | sort -u; then code=1; fi
            ;;
        *) echo "Usage: packaging/lint.sh [format|tidy|clazy]..." >&2; exit 2 ;;
    esac
done
exit "$code"
