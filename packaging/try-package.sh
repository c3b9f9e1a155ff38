#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# try-package.sh PACKAGE: installs a package on this machine, takes the installed program through the main job on its demo
# tenant, purges it again, and looks for what stayed. Needs root; meant for a chroot or a machine that may be changed.
set -Eeuo pipefail

package=$(readlink -e "${1:?Usage: packaging/try-package.sh PACKAGE}")
here=$(cd "$(dirname "$0")" && pwd)
name=$(dpkg-deb --field "$package" Package)
[[ $(id -u) == 0 ]] || { echo "try-package.sh: installing needs root" >&2; exit 1; }
trap 'echo "try-package.sh: stopped in line $LINENO: $BASH_COMMAND" >&2' ERR

before=$(mktemp)
work=$(mktemp -d)
trap 'rm -rf "$work" "$before"; ! dpkg -s "$name" >/dev/null 2>&1 || apt-get -qq purge "$name" >/dev/null' EXIT
files() { find /usr /etc -xdev \( -name '*casemate*' -o -path '*casemate*' \) ! -path '/casemate*' | sort; }
files >"$before"
echo "Installing $(basename "$package") ..."
DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "$package" >"$work/apt.log" 2>&1 || { tail "$work/apt.log" >&2; exit 1; }
"$name" --version
[[ -s /usr/share/man/man1/$name.1.gz ]] || grep -rqs 'path-exclude.*/usr/share/man' /etc/dpkg/dpkg.cfg.d # minimal systems leave them out
QT_QPA_PLATFORM=offscreen "$here/private-session.sh" "$name" --demo --tour "$work/tour"
echo "Purging it ..."
apt-get -qq purge "$name" >"$work/apt.log" 2>&1 || { tail "$work/apt.log" >&2; exit 1; }
left=$(comm -13 "$before" <(files))
[[ -z $left ]] || { echo "try-package.sh: these stayed: $left" >&2; exit 1; }
echo "Installed, run and purged: nothing stayed"
