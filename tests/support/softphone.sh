#!/usr/bin/env bash
# A real softphone (baresip, headless) and real callers (sipp) on loopback, for tests and ./dev run --softphone.
#
#   softphone.sh available                       exit 0 when baresip and sipp are installed, else say what is missing
#   softphone.sh start --dir DIR [--ctrl-port N] [--sip-port N] [--cons-port N] [--answer manual|auto]
#                                                prints pid=, ctrl=, sip=, cons=; ports left out are chosen free
#   softphone.sh tell --dir DIR accept|hold|resume|hangup
#                                                does what the agent would click, without the control port
#   softphone.sh call --sip-port N --number +31612345678 [--name 'Jan de Vries'] [--seconds 8] [--give-up 20]
#                                                rings; ends the call --seconds after the answer, or gives up
#   softphone.sh stop --dir DIR
#
# `call` exits 0 when the call was answered and ended, 3 when nobody answered, 4 when it was refused, 1 otherwise.
# It may be sourced: start_softphone, tell_softphone, place_call and stop_softphone take the same arguments.

softphone_available() {
  local missing=()
  command -v baresip >/dev/null || missing+=(baresip-core)
  command -v sipp >/dev/null || missing+=(sip-tester)
  [ ${#missing[@]} -eq 0 ] || { echo "missing: apt-get install --no-install-recommends ${missing[*]}" >&2; return 1; }
}

# Everything on this machine that holds a port, in hexadecimal; looking does not connect.
ports_in_use() { awk 'FNR > 1 { sub(/.*:/, "", $2); print $2 }' /proc/net/{tcp,tcp6,udp,udp6} 2>/dev/null || true; }

free_port() { # an even one, with the next one free too; none of the ports named
  local port used
  used=$(ports_in_use)
  for port in "$@"; do used+=$'\n'$(printf '%04X' "${port:-0}"); done
  for _ in $(seq 200); do
    port=$(( 20000 + (SRANDOM % 5500) * 2 ))
    grep -qE "^($(printf '%04X' $port)|$(printf '%04X' $((port + 1))))$" <<<"$used" || { echo $port; return 0; }
  done
  echo "no free port" >&2
  return 1
}

modules_folder() {
  local folder
  for folder in /usr/lib/baresip/modules /usr/lib/*/baresip/modules; do
    [ -e "$folder/ctrl_tcp.so" ] && { echo "$folder"; return 0; }
  done
  echo "baresip's modules were not found" >&2
  return 1
}

write_settings() { # dir ctrl sip cons answer
  cat >"$1/config" <<CONFIG
poll_method         epoll
sip_listen          127.0.0.1:$3
net_interface       127.0.0.1
call_local_timeout  120
call_max_calls      4
audio_source        aubridge,microphone
audio_player        aubridge,speaker
audio_alert         aubridge,bell
module_path         $(modules_folder)
module              g711.so
module              aubridge.so
module_tmp          uuid.so
module_tmp          account.so
module              cons.so
module_app          menu.so
module_app          ctrl_tcp.so
ctrl_tcp_listen     127.0.0.1:$2
cons_listen         127.0.0.1:$4
menu_bell           no
statmode_default    off
CONFIG
  echo "<sip:agent@127.0.0.1:$3>;regint=0;answermode=$5;audio_codecs=pcmu,pcma" >"$1/accounts"
  : >"$1/contacts"
}

start_softphone() {
  local dir="" ctrl="" sip="" cons="" answer=manual pid
  while [ $# -gt 0 ]; do
    case $1 in
      --dir) dir=$2 ;; --ctrl-port) ctrl=$2 ;; --sip-port) sip=$2 ;; --cons-port) cons=$2 ;; --answer) answer=$2 ;;
      *) echo "start: unknown argument $1" >&2; return 2 ;;
    esac
    shift 2
  done
  [ -n "$dir" ] || { echo "start: --dir is required" >&2; return 2; }
  softphone_available || return 1
  mkdir -p "$dir"
  ctrl=${ctrl:-$(free_port "$sip" "$cons")}
  sip=${sip:-$(free_port "$ctrl" "$cons")}
  cons=${cons:-$(free_port "$ctrl" "$sip")}
  write_settings "$dir" "$ctrl" "$sip" "$cons" "$answer"
  setsid baresip -f "$dir" </dev/null >"$dir/log" 2>&1 &
  pid=$!
  echo $pid >"$dir/pid"
  echo "$cons" >"$dir/cons"
  for _ in $(seq 100); do
    kill -0 $pid 2>/dev/null || { echo "baresip ended:" >&2; tail -n 5 "$dir/log" >&2; return 1; }
    # Connecting to see would throw out a client that is there already.
    if grep -qs 'baresip is ready' "$dir/log" && ports_in_use | grep -q "^$(printf '%04X' "$ctrl")$"; then
      printf 'pid=%s\nctrl=127.0.0.1:%s\nsip=%s\ncons=%s\n' "$pid" "$ctrl" "$sip" "$cons"
      return 0
    fi
    sleep 0.05
  done
  echo "baresip did not come up in 5 seconds:" >&2
  tail -n 5 "$dir/log" >&2
  kill $pid
  return 1
}

tell_softphone() { # --dir DIR COMMAND
  local dir=$2 command=$3
  printf '/%s\n' "$command" >"/dev/udp/127.0.0.1/$(cat "$dir/cons")"
}

stop_softphone() { # --dir DIR
  local pid
  pid=$(cat "$2/pid" 2>/dev/null) || return 0
  kill "$pid" 2>/dev/null || return 0
  for _ in $(seq 40); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.05
  done
  kill -9 "$pid" 2>/dev/null || true   # A call whose far end is gone keeps baresip for half a minute.
}

session_description() { # version port
  cat <<SDP
v=0
o=caller 1 $1 IN IP4 127.0.0.1
s=-
c=IN IP4 127.0.0.1
t=0 0
m=audio $2 RTP/AVP 0
a=rtpmap:0 PCMU/8000
SDP
}

write_scenario() { # target number name talk_ms ring_ms port media
  local target=$1 number=$2 quoted="" talk=$4 ring=$5 port=$6 media=$7
  # A bracket would begin one of sipp's keywords.
  [ -z "$3" ] || quoted="\"$(printf %s "$3" | tr -d '[]' | sed 's/[\\"]/\\&/g')\" "
  local branch="z9hG4bK-call-$port-$RANDOM"   # INVITE, CANCEL and the ACK of a refusal are one transaction.
  local from="From: $quoted<sip:$number@127.0.0.1:$port>;tag=t[call_number]"
  local rest="Call-ID: [call_id]
Max-Forwards: 70
Contact: <sip:caller@127.0.0.1:$port>"
  request() { # method cseq branch to_tag [body]
    printf '<![CDATA[\n%s sip:agent@%s SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1:%s;branch=%s\n%s\nTo: <sip:agent@%s>%s\nCSeq: %s %s\n%s\n' \
      "$1" "$target" "$port" "$3" "$from" "$target" "$4" "$2" "$1" "$rest"
    [ -z "${5:-}" ] || printf 'Content-Type: application/sdp\n'
    printf 'Content-Length: [len]\n\n%s\n]]>' "${5:-}"
  }
  reply() { # [body]
    printf '<![CDATA[\nSIP/2.0 200 OK\n[last_Via:]\n[last_From:]\n[last_To:]\n[last_Call-ID:]\n[last_CSeq:]\nContact: <sip:caller@127.0.0.1:%s>\n' "$port"
    [ -z "${1:-}" ] || printf 'Content-Type: application/sdp\n'
    printf 'Content-Length: [len]\n\n%s\n]]>' "${1:-}"
  }
  local wait="timeout=\"$ring\" ontimeout=\"cancel\"" code
  cat <<SCENARIO
<?xml version="1.0" encoding="UTF-8"?>
<scenario name="caller">
<send retrans="500">$(request INVITE 1 "$branch" "" "$(session_description 1 "$media")")</send>
<recv response="100" optional="true" $wait/>
<recv response="180" optional="true" $wait/>
<recv response="183" optional="true" $wait/>
$(for code in 404 480 486 488 503 603; do echo "<recv response=\"$code\" optional=\"true\" next=\"refused\" $wait/>"; done)
<recv response="200" $wait/>
<send>$(request ACK 1 "[branch]" "[peer_tag_param]")</send>
<label id="talk"/>
<recv request="BYE" optional="true" next="byed" timeout="$talk" ontimeout="bye"/>
<recv request="INVITE" timeout="$talk" ontimeout="bye"/>
<send>$(reply "$(session_description 2 "$media")")</send>
<recv request="ACK" next="talk"/>
<label id="bye"/>
<send retrans="500">$(request BYE 2 "[branch]" "[peer_tag_param]")</send>
<recv response="200" next="done"/>
<label id="byed"/>
<send next="done">$(reply)</send>
<label id="cancel"/>
<send retrans="500">$(request CANCEL 1 "$branch" "")</send>
<recv response="200"/>
<recv response="487"/>
<label id="refused"/>
<send next="done">$(request ACK 1 "$branch" "[peer_tag_param]")</send>
<label id="done"/>
<nop/>
</scenario>
SCENARIO
}

run_sipp() { # with place_call's work, sip, port, media and limit
  (cd "$work" && rm -f messages errors && exec timeout -k 2 "$limit" sipp "127.0.0.1:$sip" -sf call.xml -i 127.0.0.1 \
      -p "$port" -mi 127.0.0.1 -mp "$media" -m 1 -l 1 -r 1 -max_invite_retrans 4 -max_non_invite_retrans 3 -nostdin \
      -trace_msg -message_file messages -trace_err -error_file errors </dev/null >screen 2>&1)
}

report_failure() { # with place_call's work
  grep -hm3 -iE 'unexpected|abort|timeout|error' "$work"/errors "$work"/screen >&2 || echo "sipp failed" >&2
}

place_call() {
  local sip="" number=+31201234567 name="" seconds=8 give_up=20 work port media status=0 limit
  while [ $# -gt 0 ]; do
    case $1 in
      --sip-port) sip=$2 ;; --number) number=$2 ;; --name) name=$2 ;; --seconds) seconds=$2 ;; --give-up) give_up=$2 ;;
      *) echo "call: unknown argument $1" >&2; return 2 ;;
    esac
    shift 2
  done
  [ -n "$sip" ] || { echo "call: --sip-port is required" >&2; return 2; }
  softphone_available || return 1
  local talk_ms=$(( $(awk "BEGIN { print int($seconds * 1000) }") )) ring_ms=$(( $(awk "BEGIN { print int($give_up * 1000) }") ))
  limit=$(( (ring_ms + 4 * talk_ms) / 1000 + 15 ))   # sipp itself may wait for ever.
  work=$(mktemp -d)
  # Another program may take a port between the choice and the use: a call that never got through is tried again.
  for _ in 1 2 3; do
    status=0
    port=$(free_port "$sip") media=$(free_port "$sip" "$port")
    write_scenario "127.0.0.1:$sip" "$number" "$name" "$talk_ms" "$ring_ms" "$port" "$media" >"$work/call.xml"
    run_sipp && break
    status=1
    report_failure
    ! grep -qs '^SIP/2.0 ' "$work/messages" || break
  done
  if [ $status -eq 0 ] && grep -q '^CANCEL ' "$work/messages"; then
    status=3
  elif [ $status -eq 0 ] && grep -qE '^SIP/2.0 [456]' "$work/messages"; then
    status=4
  fi
  rm -rf "$work"
  return $status
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -euo pipefail
  command=${1:-}
  [ $# -eq 0 ] || shift
  case $command in
    available) softphone_available ;;
    start) start_softphone "$@" ;;
    tell) tell_softphone "$@" ;;
    call) place_call "$@" ;;
    stop) stop_softphone "$@" ;;
    *) sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
fi
