#!/bin/bash
# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# private-session.sh [--screen] COMMAND…: runs a command as if it were alone on the machine: with an empty home, a message
# bus of its own and an unlocked keyring on it. Nothing of the person who calls it is read or changed, and all is gone
# afterwards. --screen adds an X server that nobody sees, with a window manager (without one no window becomes active).
set -euo pipefail

screen=no
if [[ ${1:-} == --screen ]]; then
    screen=yes
    shift
fi
(($# > 0)) || { echo "Usage: packaging/private-session.sh [--screen] COMMAND..." >&2; exit 2; }

base=$(mktemp -d /tmp/casemate-XXXXXX)
children=()
# shellcheck disable=SC2317 # called by trap
clean() {
    local child
    for child in "${children[@]}"; do
        kill "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    done
    rm -rf "$base"
}
trap clean EXIT
trap 'exit 130' INT TERM HUP

# An empty home hides where the display of the caller is described.
if [[ $screen == no && -n ${DISPLAY:-} ]]; then
    export XAUTHORITY=${XAUTHORITY:-$HOME/.Xauthority}
fi
if [[ $screen == no && -n ${WAYLAND_DISPLAY:-} && $WAYLAND_DISPLAY != /* ]]; then
    export WAYLAND_DISPLAY=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$WAYLAND_DISPLAY
fi
export HOME=$base/home XDG_RUNTIME_DIR=$base/run
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

# Waits until a file has content, for at most 20 s.
await() {
    local tries
    for ((tries = 0; tries < 400; ++tries)); do
        [[ -s $1 ]] && return 0
        sleep 0.05
    done
    echo "private-session.sh: $2 did not start within 20 s:" >&2
    cat "$base/screen.log" >&2
    exit 1
}

if [[ $screen == yes ]]; then
    unset WAYLAND_DISPLAY XAUTHORITY
    Xvfb -displayfd 3 -screen 0 1440x900x24 -dpi 96 -nolisten tcp 3>"$base/display" >"$base/screen.log" 2>&1 &
    children+=($!)
    await "$base/display" "the X server"
    DISPLAY=:$(<"$base/display")
    export DISPLAY
    export QT_QPA_PLATFORM=xcb
    openbox --sm-disable --startup "sh -c 'echo ready >$base/manager'" >>"$base/screen.log" 2>&1 &
    children+=($!)
    await "$base/manager" "the window manager"
fi

# The password is for a keyring that is thrown away; an empty one would make the daemon ask for it in a window.
# shellcheck disable=SC2016 # expanded by the inner shell
inner='
printf keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || true
for ((tries = 0; tries < 200; ++tries)); do
    owned=$(dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>&1) || true
    [[ $owned == *"boolean true"* ]] && break
    sleep 0.05
done
if [[ $owned != *"boolean true"* ]]; then
    echo "private-session.sh: the keyring did not start within 10 s: $owned" >&2
    exit 1
fi
exec "$@"
'
# What the bus and what it starts have to say (as root: that it may not raise a limit) is no word of the command.
printf '#!/bin/sh\nexec dbus-daemon "$@" 2>>"%s"\n' "$base/bus.log" >"$base/bus"
chmod 700 "$base/bus"
code=0
dbus-run-session --dbus-daemon "$base/bus" -- bash -c "$inner" bash "$@" || code=$?
exit "$code"
