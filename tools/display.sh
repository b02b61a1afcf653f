# An X display without a screen, with a window manager. Sourced; needs the array `pids`.
# shellcheck shell=bash

wait_for() { # what tenths-of-a-second command…
  local what=$1 left=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "$what did not come up" >&2; return 1; }
    sleep 0.1
  done
}

start_display() { # WIDTHxHEIGHT folder
  # Xvfb takes a free number itself and writes it: choosing one for it races with other programs.
  Xvfb -displayfd 3 -screen 0 "${1}x24" -nolisten tcp 3>"$2/display" >"$2/xvfb.log" 2>&1 &
  pids+=($!)
  wait_for "Xvfb" 100 grep -q '[0-9]' "$2/display"
  DISPLAY=":$(cat "$2/display")"
  export DISPLAY
  openbox >"$2/openbox.log" 2>&1 &
  pids+=($!)
  wait_for "the window manager" 100 bash -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id"'
}
