#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what Casemate needs to be built, run and tested on Debian 12 and 13 (and systems made from them), with apt.
# Asks nothing. When everything is there it looks at the package database once and is done.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: packaging/install-build-deps.sh [--print | --check] [--interop] [--fuzz] [--lint] [--package] [--package-lint]

  (nothing)  install what is missing; needs root, or sudo that asks for no password
  --print    list the packages, one a line; install nothing
  --check    name what is missing and exit 1; install nothing
With any of these, more packages:
  --interop       Node and npm, for the tests with clients of others
  --fuzz          clang and its fuzzer
  --lint          clang-format, clang-tidy and clazy
  --package       what makes the Debian package
  --package-lint  what judges it
TEXT
}

# "a|b": names of the same thing in different releases; the first known to this release is taken.
build=(
    g++ cmake ninja-build ccache mold
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools 'qt6-svg-dev|libqt6svg6-dev'
    libqt6sql6-sqlite libqt6svg6 'qtkeychain-qt6-dev|qt6keychain-dev'
    libssl-dev libsqlite3-dev zlib1g-dev libsimdjson-dev libkeyutils-dev 'libgl-dev|libgl1-mesa-dev'
)
# A display, a window manager, a message bus and a keyring, for tests and for the tour on a machine without a screen.
# libsecret is loaded at run time, so no other package pulls it in.
run=(
    libsecret-1-0 qt6-translations-l10n dbus 'dbus-daemon|dbus' gnome-keyring
    xvfb openbox qt6-wayland fonts-dejavu-core fonts-noto-core
    ca-certificates curl git
)
interop=(nodejs npm)
fuzz=(clang 'libclang-rt-14-dev|libclang-rt-19-dev')
lint=(clang-format clang-tidy clazy)
package=(dpkg-dev file gzip)
package_lint=(lintian desktop-file-utils appstream)

mode=install
wanted=("${build[@]}" "${run[@]}")
for argument in "$@"; do
    case $argument in
        --print) mode=print ;;
        --check) mode=check ;;
        --interop) # what is not from Debian may bring npm along, and then refuses Debian's
            if [[ $mode == print ]] || ! command -v node >/dev/null || ! command -v npm >/dev/null; then
                wanted+=("${interop[@]}")
            fi
            ;;
        --fuzz) wanted+=("${fuzz[@]}") ;;
        --lint) wanted+=("${lint[@]}") ;;
        --package) wanted+=("${package[@]}") ;;
        --package-lint) wanted+=("${package_lint[@]}") ;;
        -h | --help) usage; exit 0 ;;
        *) echo "install-build-deps.sh: unknown argument '$argument' (see --help)" >&2; exit 2 ;;
    esac
done

fail() {
    echo "install-build-deps.sh: $1" >&2
    exit 1
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    [[ $mode == print ]] && { printf '%s\n' "${wanted[@]}"; exit 0; }
    fail "this is not a Debian system: there is no apt. Install the equivalents of these, then run again: ${wanted[*]}"
fi

declare -A installed=()
read_installed() {
    installed=()
    local status name names
    mapfile -t names < <(printf '%s\n' "${wanted[@]}" | tr '|' '\n')
    while read -r status name; do
        if [[ $status == installed ]]; then installed[$name]=1; fi
    done < <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${names[@]}" 2>/dev/null || true)
}

# Entries of `wanted` of which no name is installed.
missing() {
    local entry name
    for entry in "${wanted[@]}"; do
        for name in ${entry//|/ }; do
            [[ -n ${installed[$name]:-} ]] && continue 2
        done
        printf '%s\n' "$entry"
    done
}

has_candidate() {
    local policy
    policy=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null)
    [[ $policy == *"Candidate: "* && $policy != *"Candidate: (none)"* ]]
}

# The first name of the entry that this release has; nothing when apt knows none of them.
name_here() {
    local name
    for name in ${1//|/ }; do
        if has_candidate "$name"; then
            printf '%s\n' "$name"
            return
        fi
    done
}

read_installed
if [[ $mode == print ]]; then
    for entry in "${wanted[@]}"; do
        name=$(name_here "$entry")
        printf '%s\n' "${name:-${entry%%|*}}"
    done | sort -u
    exit 0
fi

mapfile -t absent < <(missing)
((${#absent[@]} == 0)) && exit 0
if [[ $mode == check ]]; then
    echo "missing: ${absent[*]}" >&2
    exit 1
fi

as_root=()
if [[ $(id -u) != 0 ]]; then
    by_hand="Run once as root: $(cd "$(dirname "$0")" && pwd)/install-build-deps.sh"
    command -v sudo >/dev/null || fail "packages are missing (${absent[*]}) and there is no sudo. $by_hand"
    sudo -n true 2>/dev/null || fail "packages are missing (${absent[*]}) and sudo would ask for a password. $by_hand"
    as_root=(sudo -n)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -q -y -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Use-Pty=0 "$@" </dev/null >>"$log" 2>&1
}
explain() {
    tail -n 15 "$log" >&2
    fail "$1"
}
refresh() {
    echo "Reading the package lists ..."
    apt update || explain "apt could not read its package lists (the last lines are above). Is the network reachable?"
}
resolve() {
    names=()
    unknown=()
    local entry name
    for entry in "${absent[@]}"; do
        name=$(name_here "$entry")
        if [[ -n $name ]]; then names+=("$name"); else unknown+=("$entry"); fi
    done
}

resolve
fresh=no
if ((${#unknown[@]} > 0)); then
    refresh
    fresh=yes
    resolve
fi
((${#unknown[@]} == 0)) || fail "apt knows no package called ${unknown[*]}. Casemate needs Debian 12 or newer with its 'main' archive."

echo "Installing ${names[*]} ..."
if ! apt install --no-install-recommends "${names[@]}"; then
    # A list that is some days old names files which the archive has replaced.
    [[ $fresh == yes ]] && explain "apt could not install the packages (the last lines are above)."
    refresh
    apt install --no-install-recommends "${names[@]}" || explain "apt could not install the packages (the last lines are above)."
fi
read_installed
mapfile -t absent < <(missing)
((${#absent[@]} == 0)) || fail "apt said it was done, but these are still missing: ${absent[*]}"
