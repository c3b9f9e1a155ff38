#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: ./test.sh [--quick] [-- ARGUMENTS]

  ./test.sh          installs what is missing, builds, and runs every test, then all of them once more under the address
                     and undefined behaviour sanitizers. No display is needed; tests get a message bus and a keyring of
                     their own, and an empty home.
  --quick            without the sanitizers
  -- ARGUMENTS       for ctest, e.g. ./test.sh --quick -- -R store

Ends with the closing lines of ctest. Exit code 0 when all tests passed.
One class or function by hand: build/dev/bin/tst_store CLASS [FUNCTION]
TEXT
}

cd "$(dirname "$0")"
presets=(dev asan)
arguments=()
while (($# > 0)); do
    case $1 in
        --quick) presets=(dev) ;;
        --) shift; arguments=("$@"); break ;;
        -h | --help) usage; exit 0 ;;
        *) echo "test.sh: unknown argument '$1' (see ./test.sh --help)" >&2; exit 2 ;;
    esac
    shift
done

packaging/install-build-deps.sh
for preset in "${presets[@]}"; do
    packaging/build.sh "$preset"
    packaging/private-session.sh ctest --preset "$preset" --parallel "$(nproc)" "${arguments[@]}"
done
