#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh SIMULATOR FOLDER: fetches the clients of package.json into FOLDER, once for each package-lock.json, and runs the tests
# there. Ends with 77, which ctest takes for skipped, where Node or the network is absent; under CI Node must be there.
set -euo pipefail

(($# == 2)) || { echo "Usage: tests/interop/run.sh SIMULATOR FOLDER" >&2; exit 2; }
simulator=$(realpath "$1")
folder=$2
source=$(cd "$(dirname "$0")" && pwd)

skip() {
    echo "interop: skipped: $1"
    exit 77
}
without_node() {
    [[ ${CI:-} != true ]] || { echo "interop: $1, and CI is no place to go without" >&2; exit 1; }
    skip "$1"
}

command -v node >/dev/null || without_node "there is no node"
command -v npm >/dev/null || without_node "there is no npm"
major=$(node --print 'process.versions.node.split(".")[0]')
((major >= 18)) || without_node "node $major is older than 18"

mkdir -p "$folder"
rm -f "$folder"/*.mjs
cp "$source"/*.mjs "$source/package.json" "$source/package-lock.json" "$folder"
cd "$folder"

# What npm calls the ways in which nobody is reached. Anything else, a wrong checksum for one, is a failure.
unreachable='code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|E407|E429|E5[0-9][0-9])'
if ! cmp -s package-lock.json fetched.json; then
    rm -f fetched.json
    if ! npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --fetch-retries=1 --fetch-retry-mintimeout=2000 \
        >fetch.log 2>&1 </dev/null; then
        cat fetch.log
        grep -Eq "$unreachable" fetch.log && skip "the packages cannot be fetched"
        echo "interop: npm could not install the packages" >&2
        exit 1
    fi
    cp package-lock.json fetched.json
fi
exec node run.mjs "$simulator"
