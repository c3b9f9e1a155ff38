#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: packaging/deb.sh [--lint]

Builds the release preset and makes the Debian package of it in build/release. The same source gives the same package on
the same release of Debian: what is generated bears the time of the last commit, or of VERSION outside a checkout
(SOURCE_DATE_EPOCH overrules both).
  --lint   lintian, desktop-file-validate and appstreamcli have their say too, and an objection fails
Prints the path of the package.
TEXT
}

lint=no
for argument in "$@"; do
    case $argument in
        --lint) lint=yes ;;
        -h | --help) usage; exit 0 ;;
        *) echo "deb.sh: unknown argument '$argument' (see --help)" >&2; exit 2 ;;
    esac
done

cd "$(dirname "$0")/.."
needs=(--package)
[[ $lint == yes ]] && needs+=(--package-lint)
packaging/install-build-deps.sh "${needs[@]}" >&2

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat --format=%Y VERSION)}
export SOURCE_DATE_EPOCH
cmake --preset release >/dev/null # what is generated takes the time from here
packaging/build.sh release casemate casemate-simulator casemate-documents >&2

rm -f build/release/*.deb
(cd build/release && umask 022 && cpack -G DEB >cpack.log 2>&1) || { tail -n 20 build/release/cpack.log >&2; exit 1; }
package=$(echo build/release/*.deb)

if [[ $lint == yes ]]; then
    desktop-file-validate packaging/linux/casemate.desktop >&2
    appstreamcli validate --no-net packaging/linux/casemate.metainfo.xml >&2
    lintian --fail-on error,warning --allow-root "$package" >&2
fi
echo "$package"
