#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# keep.sh [READER...]: takes what a fuzzing run found to widen the coverage into the kept corpus, least first, at most so many
# files a reader, so that the corpus stays small enough to be run with every test.
set -euo pipefail
cd "$(dirname "$0")/../.."
most=60
readers=("$@")
((${#readers[@]} > 0)) || readers=($(ls build/fuzz/corpus))
for reader in "${readers[@]}"; do
    kept=tests/fuzz/corpus/$reader
    merged=$(mktemp -d)
    mkdir -p "$kept"
    CASEMATE_FUZZ_TARGET=$reader build/fuzz/bin/casemate-fuzz -merge=1 -max_len=16384 "$merged" "$kept" "build/fuzz/corpus/$reader" 2>/dev/null
    before=$(ls "$kept" | wc -l)
    ls -Sr "$merged" | while read -r name; do
        (($(ls "$kept" | wc -l) < most)) || break
        [[ -e $kept/$name ]] || cp "$merged/$name" "$kept/$name"
    done
    rm -r "$merged"
    echo "$reader: $before files before, $(ls "$kept" | wc -l) now"
done
