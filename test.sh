#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: ./test.sh [--quick | --fuzz SECONDS] [-- ARGUMENTS]

  ./test.sh          installs what is missing, builds, and runs every test, then all of them once more under the address
                     and undefined behaviour sanitizers. No display is needed; tests get a message bus and a keyring of
                     their own, and an empty home.
                     The tests with clients of others fetch these from npm; without network they are skipped.
  --quick            without the sanitizers
  --fuzz SECONDS     instead of the tests: bytes that a fuzzer invents for every reader of what comes from outside, so
                     long each; a find fails, and is kept in build/fuzz/finds
  -- ARGUMENTS       for ctest, e.g. ./test.sh --quick -- -R store

Ends with the closing lines of ctest. Exit code 0 when all tests passed.
One class or function by hand: build/dev/bin/tst_store CLASS [FUNCTION]
TEXT
}

cd "$(dirname "$0")"
presets=(dev asan)
packages=(--interop)
seconds=
arguments=()
while (($# > 0)); do
    case $1 in
        --quick) presets=(dev) ;;
        --fuzz)
            [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || { echo "test.sh: --fuzz needs a number of seconds" >&2; exit 2; }
            presets=(fuzz)
            packages=(--fuzz)
            seconds=$2
            shift
            ;;
        --) shift; arguments=("$@"); break ;;
        -h | --help) usage; exit 0 ;;
        *) echo "test.sh: unknown argument '$1' (see ./test.sh --help)" >&2; exit 2 ;;
    esac
    shift
done

packaging/install-build-deps.sh "${packages[@]}"
[[ -z $seconds ]] || cmake --preset fuzz "-DCASEMATE_FUZZ_SECONDS=$seconds" >/dev/null
for preset in "${presets[@]}"; do
    packaging/build.sh "$preset"
    packaging/private-session.sh ctest --preset "$preset" --parallel "$(nproc)" "${arguments[@]}"
done
