#!/usr/bin/env bash
# Figures as JSON lines, each beside its floor of the same run. Called by ./dev bench, which builds first.
set -euo pipefail
cd "$(dirname "$0")/.."

bin=build/bin
out=$(mktemp -d)
export XDG_STATE_HOME="$out/state" XDG_DATA_HOME="$out/data" XDG_CONFIG_HOME="$out/config"
pids=()
finish() { # every process by its own id, newest first
  local i
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do kill "${pids[i]}" 2>/dev/null || true; done
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do wait "${pids[i]}" 2>/dev/null || true; done
  rm -rf "$out"
}
trap finish EXIT
# shellcheck source=tools/display.sh
source tools/display.sh

figure() { # name value unit [floor]
  awk -v name="$1" -v value="$2" -v unit="$3" -v floor="${4:-}" 'BEGIN {
    printf "{\"bench\":\"%s\",\"value\":%.4g,\"unit\":\"%s\"", name, value, unit
    if (floor != "") printf ",\"floor\":%.4g,\"ratio\":%.3g", floor, (floor + 0 == 0 ? 0 : value / floor)
    print "}" }'
}

memory() { awk -v key="$2:" '$1 == key { print $2 / 1024 }' "/proc/$1/smaps_rollup"; } # pid Rss|Pss → MB
cpu_ms() { cat "/proc/$1/task/"*/schedstat | awk '{ sum += $1 } END { print sum / 1e6 }'; }
switches() { cat "/proc/$1/task/"*/status | awk '/^voluntary_ctxt_switches/ { sum += $2 } END { print sum }'; }
now_us() { echo "${EPOCHREALTIME/[.,]/}"; }

idle() { # name pid seconds
  local cpu count
  cpu=$(cpu_ms "$2") count=$(switches "$2")
  sleep "$3"
  figure "$1, CPU" "$(awk -v a="$cpu" -v b="$(cpu_ms "$2")" -v s="$3" 'BEGIN { print (b - a) / 1000 * 60 / s }')" "s/min"
  figure "$1, wake-ups of all threads" "$(awk -v a="$count" -v b="$(switches "$2")" -v s="$3" 'BEGIN { print (b - a) / s }')" "1/s"
}

start_service() {
  "$bin/aandachtd" --listen 127.0.0.1:0 --store "sqlite:$out/bench.db" >"$out/service.out" 2>"$out/service.log" &
  pids+=($!)
  wait_for "the service" 100 grep -q 'listening on' "$out/service.out"
  AANDACHT_SERVER=$(sed -n 's/^listening on //p' "$out/service.out")
  export AANDACHT_SERVER AANDACHT_AGENT=sanne
}

start_overlay() { # further arguments
  "$bin/aandacht" --agent sanne --server "$AANDACHT_SERVER" --lang nl --scale 1 "$@" 2>>"$out/overlay.log" &
  overlay=$!
  pids+=("$overlay")
  wait_for "the overlay's window" 100 xdotool search --class '^aandacht$'
  sleep 1
}

begin_call() {
  "$bin/aandachtctl" customers import service/content/demo/customers.jsonl >/dev/null
  "$bin/aandachtctl" call ringing --id bench --from +31600110241 --queue Vaartbaan
  "$bin/aandachtctl" call answered --id bench --from +31600110241
  echo '{"speaker":"agent","text":"ja dat doet een andere afdeling daar ga ik niet over"}' |
    "$bin/aandachtctl" transcript stream --call bench --lang nl >/dev/null
  sleep 1
}

# A line goes into a stream that is open already; the first frame shown after it is the answer. The customer's feeling
# turns with each line, so that each line changes the picture.
lines_to_frames() { # count
  local i words
  mkfifo "$out/words"
  "$bin/aandachtctl" transcript stream --call bench2 --lang nl <"$out/words" >/dev/null &
  local stream=$!
  exec 7>"$out/words"
  for ((i = 0; i < 5 + $1; i++)); do
    words=$((i % 2)) && [ "$words" = 0 ] && words="wat vreselijk slecht en schandalig geregeld is dit" || words="heel fijn dank u wel dat is geweldig"
    [ "$i" -ge 5 ] && now_us >>"$out/sent"
    echo "{\"speaker\":\"customer\",\"text\":\"$words $i\"}" >&7
    sleep "0.0$((40 + RANDOM % 50))"
  done
  exec 7>&-
  wait "$stream"
}

latencies() { # sent frames → µs, one a line, sorted
  sed -nE 's/.*"at":"[^T]*T([0-9]+):([0-9]+):([0-9.]+)Z".*/\1 \2 \3/p' "$out/frames.jsonl" |
    awk '{ printf "%.0f\n", ($1 * 3600 + $2 * 60 + $3) * 1e6 }' >"$out/shown"
  awk 'NR == FNR { shown[n++] = $1; next } { sent = $1 % 86400000000; while (k < n && shown[k] < sent) k++; if (k < n) print shown[k] - sent }' \
    "$out/shown" "$out/sent" | sort -n
}

bench_overlay() {
  start_display 1280x800 "$out"
  start_service
  build/dev/bench/bare_window >"$out/window.out" &
  local window=$!
  pids+=("$window")
  build/dev/bench/bare_stream "$AANDACHT_SERVER" >"$out/stream.out" &
  local stream=$!
  pids+=("$stream")
  wait_for "the bare window" 50 test -s "$out/window.out"
  wait_for "the bare stream" 50 test -s "$out/stream.out"
  start_overlay
  begin_call
  local kind
  for kind in Rss Pss; do
    figure "overlay in a call with a live stream, $kind" "$(memory "$overlay" $kind)" MB \
      "$(awk -v a="$(memory "$window" $kind)" -v b="$(memory "$stream" $kind)" 'BEGIN { print a + b }')"
    figure "  of the floor: bare window, $kind" "$(memory "$window" $kind)" MB
    figure "  of the floor: bare gRPC desk stream, $kind" "$(memory "$stream" $kind)" MB
  done
  figure "overlay, threads" "$(find "/proc/$overlay/task" -mindepth 1 -maxdepth 1 | wc -l)" threads
  idle "overlay in a call (a clock ticks)" "$overlay" 15
  "$bin/aandachtctl" call ended --id bench
  sleep 62 # The wrap-up ends by itself.
  idle "overlay between calls" "$overlay" 15
  idle "  floor: bare gRPC desk stream" "$stream" 15
  kill "$overlay"
  wait "$overlay" 2>/dev/null || true
  start_overlay --frame-log "$out/frames.jsonl"
  "$bin/aandachtctl" call answered --id bench2 --from +31600110241 --queue Vaartbaan
  sleep 1
  : >"$out/sent"
  lines_to_frames 200
  sleep 1
  latencies >"$out/latency"
  figure "transcript line to frame on screen, lines answered" "$(wc -l <"$out/latency")" lines
  figure "transcript line to frame on screen, p50" "$(awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] / 1000 }' "$out/latency")" ms
  figure "transcript line to frame on screen, p99" "$(awk '{ v[NR] = $1 } END { print v[int(NR * 0.99)] / 1000 }' "$out/latency")" ms
}

bench_window() { build/dev/bench/bench_overlay_window; }

case "${1:-all}" in
  overlay) bench_overlay ;;
  window) bench_window ;;
  desk | reading | questions | store | stream) "build/dev/bench/bench_$1" ;;
  all)
    for name in desk reading questions store stream; do "build/dev/bench/bench_$name"; done
    bench_window
    bench_overlay
    ;;
  *) echo "usage: ./dev bench [desk|reading|store|stream|window|overlay]" >&2; exit 2 ;;
esac
