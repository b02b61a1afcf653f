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
  service=$!
  pids+=("$service")
  wait_for "the service" 100 grep -q 'listening on' "$out/aandachtd.out"
  AANDACHT_SERVER=$(sed -n 's/^listening on //p' "$out/aandachtd.out")
  export AANDACHT_SERVER
  export AANDACHT_IDENTITY="$out/identity" # whose key the programs sign their own tokens with
}

start_windows() { # softphone
  "$bin/aandacht" --server "$AANDACHT_SERVER" --agent sanne --softphone "$1" --queue Vaartbaan --lang nl --frame-log "$out/frames.jsonl" 2>"$out/aandacht.log" &
  pids+=($!)
  "$bin/aandacht-supervisor" --server "$AANDACHT_SERVER" --lang nl 2>"$out/supervisor.log" &
  pids+=($!)
  wait_for "the overlay" 100 test -s "$out/frames.jsonl"
}

# A picture of the whole screen each time the overlay comes into a state, or shows a kind of card, for the first time.
take_pictures() {
  local seen=' ' screen card name
  tail -n +1 -f --pid=$$ "$out/frames.jsonl" 2>/dev/null | while read -r line; do
    [[ $line =~ \"screen\":\"([a-z_]+)\",\"card\":\"([a-z]*)\" ]] || continue
    screen=${BASH_REMATCH[1]} card=${BASH_REMATCH[2]}
    name=$screen${card:+-$card}
    [[ $line =~ 'geen verbinding' ]] && continue # after the show; it has a picture of its own
    [[ $seen == *" $name "* ]] && continue
    seen="$seen$name "
    scrot -o "$out/$name.png" 2>/dev/null || true
  done
}

push_prompts() { # a supervisor who says something now and then
  local pause
  pause=$(awk -v speed="$speed" 'BEGIN { print 150 / speed }')
  sleep "$pause"
  "$bin/aandachtctl" push --agent sanne --supervisor Noor --reason "Storing in de wijk, al gemeld" \
    "Er is een storing in Oost; om vier uur is hij opgelost." --for 10m >>"$out/push.log" 2>&1 || true
}

play_calls() {
  "$bin/aandachtctl" replay "$content/demo/calls.jsonl" --agent sanne,bram,yusra --speed "$speed" --timeline "$out/timeline.jsonl"
}

# The calls ring and end on a real softphone; only the words come from the file.
play_calls_by_phone() {
  local id number
  while read -r id number; do
    "$phone" call --sip-port "$sip" --number "$number" --seconds 600 >>"$out/sipp.log" 2>&1 &
    local caller=$!
    "$bin/aandachtctl" replay "$content/demo/calls.jsonl" --only "$id" --agent sanne --no-phone --speed "$speed" --timeline "$out/timeline.part" &
    local words=$!
    sleep 1.5
    "$phone" tell --dir "$out/phone" accept
    wait "$words" || true
    "$phone" tell --dir "$out/phone" hangup
    wait "$caller" || true
    cat "$out/timeline.part" >>"$out/timeline.jsonl"
    sleep 1
  done < <(calls_of_demo)
}

calls_of_demo() { # id and number of every call
  sed -nE 's/^\{"id": ?"([^"]+)".*"phone": ?"([^"]+)".*/\1 \2/p' "$content/demo/calls.jsonl"
}

start_service
"$bin/aandachtctl" customers import "$content/demo/customers.jsonl"
if [ "$softphone" = 1 ]; then
  phone=tests/support/softphone.sh
  "$phone" start --dir "$out/phone" >"$out/phone.facts"
  pids+=("$(sed -n 's/^pid=//p' "$out/phone.facts")")
  sip=$(sed -n 's/^sip=//p' "$out/phone.facts")
  start_windows "baresip:$(sed -n 's/^ctrl=//p' "$out/phone.facts")"
else
  start_windows none
fi

if [ "$headless" = 1 ]; then
  take_pictures &
  pids+=($!)
fi
push_prompts &
pids+=($!)

if [ "$softphone" = 1 ]; then play_calls_by_phone; else play_calls; fi

# The network is down: the desk goes on, and one quiet line says so.
kill "$service"
wait_for "the line that the service is away" 100 grep -q 'geen verbinding' "$out/frames.jsonl" || true
[ "$headless" = 0 ] || scrot -o "$out/offline.png" 2>/dev/null || true

if [ "$headless" = 1 ]; then
  echo
  echo "pictures: $(cd "$out" && echo *.png)"
  echo "timeline: build/run/timeline.jsonl ($(wc -l <"$out/timeline.jsonl") lines)"
fi
