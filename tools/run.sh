#!/usr/bin/env bash
# The demo: a working hour on the product's real path. Called by ./dev run, which builds first.
set -euo pipefail
cd "$(dirname "$0")/.."

speed='' softphone=0
while [ $# -gt 0 ]; do
  case "$1" in
    --softphone) softphone=1; shift ;;
    --speed) speed=${2:?--speed takes a number}; shift 2 ;;
    *) echo "usage: ./dev run [--softphone] [--speed X]" >&2; exit 2 ;;
  esac
done

bin=build/bin
out=build/run
content=build/share/aandacht/content
rm -rf "$out"
mkdir -p "$out"
out=$(cd "$out" && pwd)
export XDG_STATE_HOME="$out/state" XDG_DATA_HOME="$out/data" XDG_CONFIG_HOME="$out/config"

pids=()
stop() { # every process by its own id, newest first
  local i
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do kill "${pids[i]}" 2>/dev/null || true; done
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do wait "${pids[i]}" 2>/dev/null || true; done
}
trap stop EXIT

# shellcheck source=tools/display.sh
source tools/display.sh

if [ -n "${DISPLAY:-}" ]; then
  : "${speed:=1}"
  headless=0
else
  : "${speed:=20}"
  headless=1
  start_display 1600x900 "$out"
fi

start_service() {
  "$bin/aandachtd" --listen 127.0.0.1:0 --store "sqlite:$out/demo.db" --content "$content" >"$out/aandachtd.out" 2>"$out/aandachtd.log" &
  pids+=($!)
  wait_for "the service" 100 grep -q 'listening on' "$out/aandachtd.out"
  server=$(sed -n 's/^listening on //p' "$out/aandachtd.out")
  export AANDACHT_SERVER=$server
}

start_windows() { # softphone-address
  "$bin/aandacht" --server "$server" --agent sanne --softphone "$1" --lang nl --frame-log "$out/frames.jsonl" 2>"$out/aandacht.log" &
  pids+=($!)
  "$bin/aandacht-supervisor" --server "$server" --lang nl 2>"$out/supervisor.log" &
  pids+=($!)
  wait_for "the overlay" 100 test -s "$out/frames.jsonl"
}

# One picture of the whole screen for each state the overlay comes into.
take_pictures() {
  local seen=' ' state
  tail -n +1 -f "$out/frames.jsonl" 2>/dev/null | while read -r line; do
    state=$(sed -n 's/.*"screen":"\([a-z_]*\)".*/\1/p' <<<"$line")
    grep -q '"card":"[a-z]' <<<"$line" && state="$state-$(sed -n 's/.*"card":"\([a-z]*\)".*/\1/p' <<<"$line")"
    [[ -z $state || $seen == *" $state "* ]] && continue
    seen="$seen$state "
    scrot -o -q 90 "$out/$state.png" || true
  done
}

play() {
  local options=(--agent sanne,bram,yusra,lars --speed "$speed" --json --timeline "$out/timeline.jsonl")
  [ "$softphone" = 1 ] && options+=(--no-phone)
  "$bin/aandachtctl" replay "$content/demo/calls.jsonl" --agent sanne --speed "$speed" --timeline "$out/timeline.jsonl"
}

start_service
"$bin/aandachtctl" customers import "$content/demo/customers.jsonl"
