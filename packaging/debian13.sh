#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds and tests this tree on Debian 13 in a chroot, from a machine with another release of Debian.
# The chroot with all packages is kept as an archive; what changes in it is made again for each run.
set -Eeuo pipefail

usage() {
    cat <<'TEXT'
Usage: packaging/debian13.sh [--cache DIR] [--fresh] [--prepare] [--package] [-- ARGUMENTS]

  (nothing)     unpack (or make) the chroot, copy this tree into it, and run ./test.sh --quick there
  -- ARGUMENTS  arguments for test.sh instead of --quick; "--" alone runs everything
  --cache DIR   where archive and compiler cache are kept (${XDG_CACHE_HOME:-~/.cache}/casemate)
  --fresh       make the chroot anew
  --prepare     only make and keep the chroot
  --package     instead of test.sh: make the Debian package there, install it, run it, purge it

Needs root, debootstrap, and about 3 GB below ${TMPDIR:-/var/tmp}. Packages come from the archives that apt on this
machine uses. Ends with the times that the steps took.
TEXT
}

release=trixie
root=$(cd "$(dirname "$0")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/casemate
fresh=no
prepare=no
package=no
arguments=(--quick)
while (($# > 0)); do
    case $1 in
        --cache) cache=${2:?--cache needs a folder}; shift ;;
        --fresh) fresh=yes ;;
        --prepare) prepare=yes ;;
        --package) package=yes ;;
        --) shift; arguments=("$@"); break ;;
        -h | --help) usage; exit 0 ;;
        *) echo "debian13.sh: unknown argument '$1' (see --help)" >&2; exit 2 ;;
    esac
    shift
done

fail() {
    echo "debian13.sh: $1" >&2
    exit 1
}

[[ $(id -u) == 0 ]] || fail "making a chroot needs root; run: sudo packaging/debian13.sh"
command -v debootstrap >/dev/null || fail "debootstrap is not installed; run: apt-get install debootstrap"

# In a mount namespace of its own nothing stays mounted, however this ends.
if [[ ${CASEMATE_CHROOT_NAMESPACE:-} != yes ]]; then
    restart=("$0" --cache "$cache")
    [[ $fresh == yes ]] && restart+=(--fresh)
    [[ $prepare == yes ]] && restart+=(--prepare)
    [[ $package == yes ]] && restart+=(--package)
    CASEMATE_CHROOT_NAMESPACE=yes exec unshare --mount --propagation private "${restart[@]}" -- "${arguments[@]}"
fi

mkdir -p "$cache/ccache-$release"
cache=$(cd "$cache" && pwd)
archive=$cache/$release-$(dpkg --print-architecture).tar.zst
command -v zstd >/dev/null || archive=${archive%.zst}.gz
work=$(mktemp -d "${TMPDIR:-/var/tmp}/casemate-$release.XXXXXX")
chroot=$work/root
mkdir "$chroot"
chmod 755 "$work"

# shellcheck disable=SC2317 # called by trap
clean() {
    local point
    for point in root/.cache dev proc sys; do
        umount --recursive "$chroot/$point" 2>/dev/null || true
    done
    if grep -q " $chroot/" /proc/self/mounts; then
        echo "debian13.sh: something is still mounted below $chroot; it is left as it is" >&2
    else
        rm -rf --one-file-system "$work"
    fi
}
trap 'echo "debian13.sh: stopped in line $LINENO: $BASH_COMMAND" >&2' ERR
trap clean EXIT

steps=()
started=$SECONDS
done_with() {
    steps+=("$(printf '%5d s  %s' $((SECONDS - started)) "$1")")
    started=$SECONDS
}

mount_system() {
    mount -t proc proc "$chroot/proc"
    mount --rbind /dev "$chroot/dev"
    mount -t sysfs sysfs "$chroot/sys" 2>/dev/null || true
    cp -L /etc/resolv.conf "$chroot/etc/resolv.conf" 2>/dev/null || true
    cp -L /etc/hosts "$chroot/etc/hosts"
}

inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 CI=true ${http_proxy:+http_proxy="$http_proxy"} \
        ${https_proxy:+https_proxy="$https_proxy"} chroot "$chroot" "$@"
}

# Base addresses of the archives labelled $1 that apt here reads.
archives() {
    # shellcheck disable=SC2016 # apt expands them
    apt-get indextargets --format '$(LABEL)|$(REPO_URI)' 'Created-By: Packages' | sed -n "s/^$1|//p" | sort -u
}

make_chroot() {
    local mirror security
    mirror=$(archives Debian | head -n 1)
    [[ -n $mirror ]] || fail "apt on this machine reads no Debian archive; run apt-get update, or use a Debian machine"
    security=$(archives Debian-Security | head -n 1)
    echo "Making a $release chroot ..."
    debootstrap --variant=minbase --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
        "$release" "$chroot" "$mirror" >"$work/debootstrap.log" 2>&1 \
        || { tail -n 15 "$work/debootstrap.log" >&2; fail "debootstrap failed (its last lines are above)"; }
    {
        echo "deb $mirror $release main"
        echo "deb $mirror $release-updates main"
        [[ -n $security ]] && echo "deb $security $release-security main"
    } >"$chroot/etc/apt/sources.list"
    printf 'APT::Install-Recommends "false";\nAPT::Sandbox::User "root";\n' >"$chroot/etc/apt/apt.conf.d/90casemate"
    rm -f "$chroot/etc/apt/sources.list.d/"*
    done_with "debootstrap"
}

keep_chroot() {
    inside apt-get clean
    tar --create --auto-compress --one-file-system --file "$archive.part.${archive##*.}" --directory "$chroot" \
        --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' --exclude=./casemate .
    mv "$archive.part.${archive##*.}" "$archive"
    done_with "keeping the chroot ($(du -h "$archive" | cut -f1))"
}

if [[ -f $archive && $fresh == no ]]; then
    tar --extract --auto-compress --file "$archive" --directory "$chroot" --numeric-owner
    done_with "unpacking the chroot"
    kept=yes
else
    make_chroot
    kept=no
fi
mount_system

mkdir -p "$chroot/casemate" "$chroot/root/.cache"
copy_tree() {
    # Exit code 1 of tar: a file changed or vanished while it was read, which an editor at work may cause.
    git -C "$root" ls-files --cached --others --exclude-standard -z \
        | (tar --create --directory "$root" --null --files-from=- --ignore-failed-read --warning=no-failed-read || (($? == 1))) \
        | tar --extract --directory "$chroot/casemate" --no-same-owner
}
copy_tree
done_with "copying the tree"

if ! inside /casemate/packaging/install-build-deps.sh --check 2>/dev/null; then
    inside apt-get -qq update
    inside /casemate/packaging/install-build-deps.sh
    done_with "installing packages ($(du -shx "$chroot" | cut -f1) on disk)"
    kept=no
fi
[[ $kept == yes ]] || keep_chroot

code=0
if [[ $prepare == no ]]; then
    mount --bind "$cache/ccache-$release" "$chroot/root/.cache"
    inside sh -c 'cat /etc/debian_version; g++ --version | head -n 1; /usr/lib/qt6/bin/qtpaths --qt-version'
    if [[ $package == yes ]]; then
        inside sh -c 'cd /casemate && packaging/try-package.sh "$(packaging/deb.sh)"' </dev/null || code=$?
        done_with "the package (exit $code)"
    else
        inside sh -c 'cd /casemate && exec ./test.sh "$@"' sh "${arguments[@]}" </dev/null || code=$?
        done_with "test.sh ${arguments[*]} (exit $code)"
    fi
fi
printf '%s\n' "${steps[@]}"
exit "$code"
