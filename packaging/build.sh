#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh PRESET [TARGET…]: configures build/PRESET when that is due and builds. Says little: the compiler's own words go
# to build/PRESET/build.log, and to the screen only when it fails.
set -euo pipefail

cd "$(dirname "$0")/.."
preset=${1:?Usage: packaging/build.sh PRESET [TARGET...]}
shift
folder=build/$preset
log=$folder/build.log
mkdir -p "$folder"

started=$SECONDS
fail() {
    grep -E -A 6 '(error|FAILED|CMake Error)' "$log" | head -n 60 >&2 || tail -n 30 "$log" >&2
    echo "Building the preset $preset failed; everything it said is in $log" >&2
    exit 1
}

: >"$log"
if [[ ! -f $folder/build.ninja || CMakePresets.json -nt $folder/build.ninja ]]; then
    cmake --preset "$preset" >>"$log" 2>&1 || fail
    touch "$folder/build.ninja"
fi

build=(cmake --build --preset "$preset")
(($# > 0)) && build+=(--target "$@")
build+=(-- -k 0) # all that is wrong at once
if [[ -t 1 && -z ${CI:-} ]]; then
    # One line that counts the steps.
    set +e
    NINJA_STATUS='[%f/%t] ' "${build[@]}" 2>&1 | tee -a "$log" | while IFS= read -r line; do
        [[ $line =~ ^\[([0-9]+/[0-9]+)\] ]] && printf '\rBuilding (%s) %s ' "$preset" "${BASH_REMATCH[1]}"
    done
    code=${PIPESTATUS[0]}
    set -e
    printf '\r'
    ((code == 0)) || fail
else
    echo "Building ($preset) ..."
    "${build[@]}" >>"$log" 2>&1 || fail
fi
echo "Built ($preset) in $((SECONDS - started)) s          "
