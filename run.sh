#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: ./run.sh [--release] [--tour DIR | -- ARGUMENTS]

  ./run.sh               installs what is missing, builds, starts the demo tenant and opens the window signed in to it
  ./run.sh --tour DIR    takes the same program through the main job in a real window: sync, open an incident, take, tag,
                         classify and comment it, approve one pending mail action, reject another, watch the outbox drain,
                         see the outcome proved. One picture per step goes to DIR, and a table with times and checks to
                         the screen. Uses your display, or a hidden one when there is none; your own keyring and files
                         are left alone. Exit code 1 when a step's effect is not in the demo tenant's own ledger.
  ./run.sh -- ARGUMENTS  runs the built program with these arguments, e.g. ./run.sh -- incidents --json
  --release              the optimised and hardened build instead of the one that ./test.sh uses too

Without a display (neither DISPLAY nor WAYLAND_DISPLAY is set) plain ./run.sh runs the tour into build/tour.

Packages come from apt; nothing is asked, so it runs as root or with a sudo that asks for no password. What would be
installed: packaging/install-build-deps.sh --print. The demo tenant is a program on this machine that listens on
127.0.0.1 only; no account is needed and nothing leaves the machine. Tests: ./test.sh
TEXT
}

root=$(cd "$(dirname "$0")" && pwd)
preset=dev
tour=
arguments=(--demo)
while (($# > 0)); do
    case $1 in
        --tour)
            [[ -n ${2:-} ]] || { echo "run.sh: --tour needs a folder for the pictures" >&2; exit 2; }
            tour=$(realpath -m "$2")
            shift
            ;;
        --release) preset=release ;;
        --) shift; arguments=("$@"); break ;;
        -h | --help) usage; exit 0 ;;
        *) echo "run.sh: unknown argument '$1' (see ./run.sh --help)" >&2; exit 2 ;;
    esac
    shift
done

"$root/packaging/install-build-deps.sh"
"$root/packaging/build.sh" "$preset" casemate casemate-simulator
program=$root/build/$preset/bin/casemate

has_display=no
[[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]] && has_display=yes
if [[ -z $tour && $has_display == no && ${arguments[*]} == --demo ]]; then
    tour=$root/build/tour
    echo "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so this is the tour; its pictures go to $tour"
fi

if [[ -n $tour ]]; then
    mkdir -p "$tour"
    session=("$root/packaging/private-session.sh")
    [[ $has_display == yes ]] || session+=(--screen)
    exec "${session[@]}" "$program" --demo --tour "$tour"
fi
exec "$program" "${arguments[@]}"
