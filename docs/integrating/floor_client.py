#!/usr/bin/env python3
"""Reads the floor of an Aandacht service and pushes a prompt, with nothing but the published contracts.

Needs Debian's python3-grpcio, python3-protobuf and protobuf-compiler. See docs/integrating.md.

  floor_client.py --server 127.0.0.1:7443 --token-file kim.jwt floor
  floor_client.py --server 127.0.0.1:7443 --token-file kim.jwt push sanne "Zeg dat de storing om twee uur voorbij is" \
      --reason "storing sinds tien uur"
"""

import argparse
import importlib
import json
import pathlib
import subprocess
import sys
import tempfile
import uuid

import grpc


def load_contracts(protos, folder):
    """Generates the messages of the contracts into `folder` and gives (floor, calls, records)."""
    files = sorted(str(file.relative_to(protos)) for file in protos.glob("aandacht/v1/*.proto"))
    subprocess.run(["protoc", f"--proto_path={protos}", f"--python_out={folder}", *files], check=True)
    sys.path.insert(0, str(folder))
    return [importlib.import_module(f"aandacht.v1.{name}_pb2") for name in ("floor", "calls", "records")]


def open_channel(options):
    """The way to the service: encrypted when roots are given, which every service beyond this machine demands."""
    if not options.roots:
        return grpc.insecure_channel(options.server)
    certificate = options.certificate.read_bytes() if options.certificate else None
    key = options.key.read_bytes() if options.key else None
    return grpc.secure_channel(
        options.server, grpc.ssl_channel_credentials(options.roots.read_bytes(), key, certificate)
    )


def metadata(options):
    """The token says who calls; the service looks at nothing else."""
    if not options.token_file:
        return []
    return [("authorization", "Bearer " + options.token_file.read_text().strip())]


def watch_floor(channel, options, floor, calls, records):
    """Prints a JSON object for each row: all desks first, then each that changed."""
    method = channel.unary_stream(
        "/aandacht.v1.FloorService/WatchFloor",
        request_serializer=floor.WatchFloorRequest.SerializeToString,
        response_deserializer=floor.WatchFloorResponse.FromString,
    )
    left = options.messages
    for message in method(floor.WatchFloorRequest(), metadata=metadata(options)):
        for row in message.rows:
            state = calls.CallState.Name(row.state).removeprefix("CALL_STATE_").lower()
            feeling = records.Feeling.Name(row.feeling).removeprefix("FEELING_").lower()
            known = {
                "agent": row.agent_id,
                "state": "between_calls" if state == "unspecified" else state,
                "since": row.since_time.ToJsonString() if row.HasField("since_time") else None,
                "customer": row.customer_name,
                "feeling": None if feeling == "unspecified" else feeling,
                "sentiment": [round(score, 2) for score in row.sentiment_scores],
            }
            print(json.dumps(known, ensure_ascii=False), flush=True)
        left -= 1
        if left == 0:
            return


def push_prompt(channel, options, floor):
    """Pushes once. The id makes it safe to send again: the same id twice changes nothing."""
    method = channel.unary_unary(
        "/aandacht.v1.FloorService/PushPrompt",
        request_serializer=floor.PushPromptRequest.SerializeToString,
        response_deserializer=floor.PushPromptResponse.FromString,
    )
    request = floor.PushPromptRequest(
        prompt_id=options.id or f"python-{uuid.uuid4()}",
        agent_ids=options.agents.split(","),
        text=options.text,
        reason=options.reason,
        supervisor=options.supervisor,
    )
    for attempt in range(3):
        try:
            answer = method(request, metadata=metadata(options), timeout=5)
            print(json.dumps({"prompt": request.prompt_id, "desks": answer.desk_count}))
            return
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.UNAVAILABLE or attempt == 2:
                raise


def parse(arguments):
    parser = argparse.ArgumentParser(description="Reads the floor of Aandacht and pushes prompts.")
    parser.add_argument("--server", default="127.0.0.1:7443")
    parser.add_argument("--protos", type=pathlib.Path, default=pathlib.Path(__file__).parents[2] / "proto")
    parser.add_argument("--token-file", type=pathlib.Path, help="made by: aandachtctl token create")
    parser.add_argument("--roots", type=pathlib.Path, help="PEM of who signed the service's certificate")
    parser.add_argument("--certificate", type=pathlib.Path, help="PEM of this program, for mutual TLS")
    parser.add_argument("--key", type=pathlib.Path, help="its key")
    commands = parser.add_subparsers(dest="command", required=True)
    floor = commands.add_parser("floor")
    floor.add_argument("--messages", type=int, default=0, help="end after so many messages; 0: never")
    push = commands.add_parser("push")
    push.add_argument("agents", help="one or several, with commas")
    push.add_argument("text")
    push.add_argument("--reason", required=True)
    push.add_argument("--id", default="")
    push.add_argument("--supervisor", default="", help="only where the service runs without tokens")
    return parser.parse_args(arguments)


def main(arguments):
    options = parse(arguments)
    with tempfile.TemporaryDirectory() as folder, open_channel(options) as channel:
        floor, calls, records = load_contracts(options.protos, folder)
        try:
            if options.command == "floor":
                watch_floor(channel, options, floor, calls, records)
            else:
                push_prompt(channel, options, floor)
        except grpc.RpcError as error:
            print(f"{error.code().name}: {error.details()}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
