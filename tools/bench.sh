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
mapped() { grep -cE "$2" "/proc/$1/maps" || true; } # pid pattern
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
minus() { awk -v a="$1" -v b="$2" 'BEGIN { print a - b }'; }
now_us() { echo "${EPOCHREALTIME/[.,]/}"; }

idle() { # name pid seconds [floor of CPU] [floor of wake-ups]; leaves what it found in idle_cpu and idle_count
  local cpu count
  cpu=$(cpu_ms "$2") count=$(switches "$2")
  sleep "$3"
  idle_cpu=$(awk -v a="$cpu" -v b="$(cpu_ms "$2")" -v s="$3" 'BEGIN { print (b - a) / 1000 * 60 / s }')
  idle_count=$(awk -v a="$count" -v b="$(switches "$2")" -v s="$3" 'BEGIN { print (b - a) / s }')
  figure "$1, CPU" "$idle_cpu" "s/min" "${4:-}"
  figure "$1, wake-ups of all threads" "$idle_count" "1/s" "${5:-}"
}

start_service() {
  "$bin/aandachtd" --listen 127.0.0.1:0 --store "sqlite:$out/bench.db" >"$out/service.out" 2>"$out/service.log" &
  pids+=($!)
  wait_for "the service" 100 grep -q 'listening on' "$out/service.out"
  AANDACHT_SERVER=$(sed -n 's/^listening on //p' "$out/service.out")
  export AANDACHT_SERVER AANDACHT_AGENT=sanne AANDACHT_IDENTITY="$out/identity"
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

# Lines go into a stream that is open already. The customer's feeling turns with each line, so that each line changes the
# picture. Each line's moment is kept in $out/sent.
say_lines() { # call count gap-command…
  local call=$1 count=$2 i words
  shift 2
  mkfifo "$out/words.$call"
  "$bin/aandachtctl" transcript stream --call "$call" --lang nl <"$out/words.$call" >/dev/null &
  local stream=$!
  exec 7>"$out/words.$call"
  : >"$out/sent"
  for ((i = 0; i < count; i++)); do
    words=$((i % 2)) && [ "$words" = 0 ] && words="wat vreselijk slecht en schandalig geregeld is dit" || words="heel fijn dank u wel dat is geweldig"
    now_us >>"$out/sent"
    echo "{\"speaker\":\"customer\",\"text\":\"$words $i\"}" >&7
    "$@"
  done
  exec 7>&-
  wait "$stream"
  rm -f "$out/words.$call"
}
soon() { sleep "0.0$((40 + RANDOM % 50))"; }
every_three_seconds() { sleep 3; }

latencies() { # sent frames → µs, one a line, sorted
  sed -nE 's/.*"at":"[^T]*T([0-9]+):([0-9]+):([0-9.]+)Z".*/\1 \2 \3/p' "$out/frames.jsonl" |
    awk '{ printf "%.0f\n", ($1 * 3600 + $2 * 60 + $3) * 1e6 }' >"$out/shown"
  awk 'NR == FNR { shown[n++] = $1; next } { sent = $1 % 86400000000; while (k < n && shown[k] < sent) k++; if (k < n) print shown[k] - sent }' \
    "$out/shown" "$out/sent" | sort -n
}

bench_start() { # floors first: what a window costs that draws nothing
  local i
  for ((i = 0; i < 5; i++)); do
    build/dev/bench/start_of_window --blank build/dev/bench/bare_window >>"$out/start.bare"
    build/dev/bench/start_of_window "$bin/aandacht" --agent sanne --server "$AANDACHT_SERVER" --scale 1 >>"$out/start.ours"
  done
  column() { awk -v n="$2" '{ print $n }' "$out/start.$1" | median; }
  figure "overlay, start to window visible, median of 5" "$(column ours 1)" ms "$(column bare 1)"
  figure "overlay, start to first frame, median of 5" "$(column ours 2)" ms "$(column bare 1)"
  figure "overlay, start to first frame, CPU of all threads, median of 5" "$(column ours 3)" "ms CPU" "$(column bare 3)"
}

bench_memory() { # window stream
  local kind
  for kind in Rss Pss; do
    figure "overlay in a call with a live stream, $kind" "$(memory "$overlay" $kind)" MB \
      "$(awk -v a="$(memory "$1" $kind)" -v b="$(memory "$2" $kind)" 'BEGIN { print a + b }')"
    figure "  of the floor: bare window, $kind" "$(memory "$1" $kind)" MB
    figure "  of the floor: bare gRPC desk stream, $kind" "$(memory "$2" $kind)" MB
  done
  figure "overlay, threads" "$(find "/proc/$overlay/task" -mindepth 1 -maxdepth 1 | wc -l)" threads \
    "$(find "/proc/$2/task" -mindepth 1 -maxdepth 1 | wc -l)"
  figure "overlay, mappings of libGL and libLLVM" "$(mapped "$overlay" 'libGL|libLLVM')" mappings
}

bench_latency() {
  start_overlay --frame-log "$out/frames.jsonl"
  "$bin/aandachtctl" call answered --id bench2 --from +31600110241 --queue Vaartbaan
  say_lines bench2 5 soon # Warm.
  say_lines bench2 200 soon
  sleep 1
  latencies >"$out/latency"
  figure "transcript line to its pixels in the X server, lines answered" "$(wc -l <"$out/latency")" lines 200
  local floor
  floor=$(build/dev/bench/bench_overlay_live | grep window_message_to_screen)
  of_floor() { sed -E "s/.*\"$1\":([0-9.e-]+).*/\1/" <<<"$floor"; }
  figure "transcript line to its pixels in the X server, p50" "$(awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] / 1000 }' "$out/latency")" ms "$(of_floor p50)"
  figure "transcript line to its pixels in the X server, p99" "$(awk '{ v[NR] = $1 } END { print v[int(NR * 0.99)] / 1000 }' "$out/latency")" ms "$(of_floor p99)"
  stop_overlay
  # Without the log, which reads what is drawn.
  start_overlay
  local before frames=200
  before=$(cpu_ms "$overlay")
  say_lines bench2 $frames soon
  figure "overlay, CPU of all threads a message shown" "$(awk -v a="$before" -v b="$(cpu_ms "$overlay")" -v n=$frames 'BEGIN { print (b - a) / n }')" \
    "ms CPU" "$(of_floor cpu_ms_per_message)"
}

bench_remote() { # without shared memory, through a relay that counts
  stop_overlay
  local local_display=$DISPLAY whole before ticks=10 lines=20
  build/dev/bench/x_relay "${DISPLAY#:}" "$out/bytes" >"$out/relay" &
  pids+=($!)
  wait_for "the relay" 50 grep -q : "$out/relay"
  DISPLAY=$(cat "$out/relay")
  AANDACHT_NO_SHARED_MEMORY=1 start_overlay
  DISPLAY=$local_display
  sleep 2
  whole=$(DISPLAY=$local_display xdotool search --class '^aandacht$' getwindowgeometry --shell %@ | awk -F= '/WIDTH/ { w = $2 } /HEIGHT/ { h = $2 } END { print w * h * 4 }')
  figure "remote X, bytes of the whole window" "$whole" bytes
  before=$(cat "$out/bytes")
  sleep $ticks
  figure "remote X, bytes a tick of the clock" "$(awk -v a="$before" -v b="$(cat "$out/bytes")" -v n=$ticks 'BEGIN { print (b - a) / n }')" bytes "$whole"
  before=$(cat "$out/bytes")
  say_lines bench2 $lines sleep 0.2
  figure "remote X, bytes a line that turns the feeling" "$(awk -v a="$before" -v b="$(cat "$out/bytes")" -v n=$lines 'BEGIN { print (b - a) / n }')" bytes "$whole"
  stop_overlay
}

stop_overlay() {
  kill "$overlay"
  wait "$overlay" 2>/dev/null || true
}

bench_overlay() {
  start_display 1280x800 "$out"
  start_service
  bench_start
  build/dev/bench/bare_window >"$out/window.out" &
  local window=$!
  pids+=("$window")
  build/dev/bench/bare_stream "$AANDACHT_SERVER" "$("$bin/aandachtctl" token create --role agent --id floor)" >"$out/stream.out" &
  local stream=$!
  pids+=("$stream")
  wait_for "the bare window" 50 test -s "$out/window.out"
  wait_for "the bare stream" 50 test -s "$out/stream.out"
  start_overlay
  begin_call
  bench_memory "$window" "$stream"
  idle "  floor: bare gRPC desk stream, idle" "$stream" 20
  local floor_cpu=$idle_cpu floor_count=$idle_count
  idle "overlay in a call, the clock runs" "$overlay" 20 "$floor_cpu" "$floor_count"
  say_lines bench 10 every_three_seconds &
  local speaker=$!
  idle "overlay in a call, the clock runs and 20 lines a minute come" "$overlay" 30 "$floor_cpu" "$floor_count"
  wait "$speaker"
  "$bin/aandachtctl" call ended --id bench
  sleep 62 # The wrap-up ends by itself.
  idle "overlay between calls" "$overlay" 30 "$floor_cpu" "$floor_count"
  stop_overlay
  kill "$window" # Not to be mistaken for the overlay.
  bench_latency
  bench_remote
}

bench_window() { build/dev/bench/bench_overlay_window; }

peak() { awk '/^VmHWM:/ { print $2 / 1024 }' "/proc/$1/status"; } # pid → MB, the most it ever was

forget_peak() { echo 5 >"/proc/$1/clear_refs"; } # pid: what it was before counts no more

own_memory() { awk '/^RssAnon:/ { print $2 / 1024 }' "/proc/$1/status"; } # pid → MB now, without what its files take

million_turns() { # a store with them, and a service on it
  build/dev/bench/bench_reports make "$out/bench.db"
  build/dev/bench/bench_reports floor "$out/bench.db" | tee "$out/floors"
  start_service
}

floor_of() { grep "$1" "$out/floors" | sed 's/.*"figure":\([0-9.e+-]*\).*/\1/'; } # name → its figure

bench_report() {
  million_turns
  local before floor
  floor=$(floor_of 'counts the turns by hour')
  before=$(now_us)
  "$bin/aandachtctl" report sentiment --by hour --from 2026-11-02 --to 2026-12-31 --plot "$out/plot.png" >"$out/report"
  figure "report by hour over $(wc -l <"$out/report") hours: asked, answered, drawn" "$(minus "$(now_us)" "$before" | awk '{ print $1 / 1000 }')" ms "$floor"
  before=$(now_us)
  "$bin/aandachtctl" report sentiment --by team --from 2026-11-02 --to 2026-12-31 >"$out/report"
  figure "report by team" "$(minus "$(now_us)" "$before" | awk '{ print $1 / 1000 }')" ms "$floor"
  figure "service, most it had resident" "$(peak "${pids[-1]}")" MB
}

bench_export() {
  million_turns
  local before floor client used=0 now
  floor=$(awk -v ms="$(floor_of 'reads every turn')" 'BEGIN { print ms / 1000 }')
  figure "the service at its start, most it had resident" "$(peak "${pids[-1]}")" MB
  forget_peak "${pids[-1]}"
  before=$(now_us)
  "$bin/aandachtctl" export turns --from 2026-11-01 --to 2026-12-31 --out "$out/turns.csv" 2>"$out/export.err" &
  client=$!
  while kill -0 "$client" 2>/dev/null; do
    now=$(peak "$client" 2>/dev/null || true)
    used=${now:-$used}
    sleep 0.05
  done
  wait "$client"
  figure "export of $(($(wc -l <"$out/turns.csv") - 1)) turns" "$(minus "$(now_us)" "$before" | awk '{ print $1 / 1e6 }')" s "$floor"
  figure "the client, most it had resident" "$used" MB
  figure "the service while it exports, most it had resident" "$(peak "${pids[-1]}")" MB
  figure "the service, without programs and libraries" "$(own_memory "${pids[-1]}")" MB
}

case "${1:-all}" in
  report) bench_report ;;
  export) bench_export ;;
  overlay) bench_overlay ;;
  window) bench_window ;;
  desk | reading | questions | alerts | library | store | stream | push | floor) "build/dev/bench/bench_$1" ;;
  all)
    for name in desk reading questions alerts library store stream push floor; do "build/dev/bench/bench_$name"; done
    bench_window
    bench_overlay
    ;;
  *) echo "usage: ./dev bench [desk|reading|questions|alerts|library|store|stream|push|floor|report|export|window|overlay]" >&2; exit 2 ;;
esac
