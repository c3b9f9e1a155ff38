#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: tests/long/kill.sh ROUNDS [PRESET]

The kill -9 rounds of tests/scenarios, any number of times. Each round is another tenant and other moments: the program is
killed ten times during a pull and ten times while it sends decisions, each time started again, and then client, outbox and
the tenant's own record of effects have to agree. PRESET (dev) must be built.
  CASEMATE_KILL_SEED=N   the seed of the first round (any, at random, without it); the next ones count on from there
Stops at the first disagreement and names the folder that is left, with databases, the tenant's side and the log. Prints
what was done, in one line.
TEXT
}

[[ ${1:-} == -h || ${1:-} == --help ]] && { usage; exit 0; }
[[ ${1:-} =~ ^[1-9][0-9]*$ ]] || { usage >&2; exit 2; }
cd "$(dirname "$0")/../.."
rounds=$1
program=build/${2:-dev}/bin/tst_scenarios
[[ -x $program ]] || { echo "kill.sh: $program is not there; packaging/build.sh ${2:-dev} tst_scenarios makes it" >&2; exit 2; }

seed=${CASEMATE_KILL_SEED:-$((RANDOM * 32768 + RANDOM))}
folder=$(mktemp -d /tmp/casemate-kill-XXXXXX)
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=UTC TMPDIR=$folder CASEMATE_KEEP_FAILED=1

done=0 pulling=0 transactions=0 requests=0 effects=0
counted() { grep -c -E "$1" "$log" || true; }
figures() {
    echo "rounds: $done, in $SECONDS s; $pulling kills during a pull, $((transactions + requests - pulling)) while sending;" \
        "$transactions of all inside a transaction, $requests with a request in flight; $effects effects, none twice"
}

while ((done < rounds)); do
    log=$folder/$seed.log
    if ! CASEMATE_KILL_SEED=$seed "$program" SyncKills >"$log" 2>&1 || ! CASEMATE_KILL_SEED=$seed "$program" SendKills >>"$log" 2>&1; then
        grep -E -A 2 '^(FAIL!|QFATAL)' "$log" >&2 || tail -n 5 "$log" >&2
        figures
        echo "kill.sh: the round with CASEMATE_KILL_SEED=$seed failed; all of it is in $folder" >&2
        exit 1
    fi
    done=$((done + 1))
    pulling=$((pulling + $(counted '^QINFO.* killed with +[0-9]+ incidents stored')))
    transactions=$((transactions + $(counted '^QINFO.*--die-(at-commit|in-statement).* killed with')))
    requests=$((requests + $(counted '^QINFO.*--die-(on-arrival|at-request|after-answer).* killed with')))
    effects=$((effects + $(grep -o -E '[0-9]+ effects$' "$log" | tail -n 1 | cut -d ' ' -f 1)))
    rm -f "$log"
    seed=$((seed + 1))
done
figures
rm -rf "$folder"
