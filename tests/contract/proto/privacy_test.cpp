// What no contract may ever carry.
#include <array>
#include <cctype>
#include <set>
#include <string>

#include "tests/contract/proto/contracts.h"
#include "tests/support/catch.h"

namespace aandacht::contracts {
namespace {

// Anywhere in a name.
constexpr std::array kHints = {"audio",      "video",      "keystroke", "key_press", "keypress",
                               "mouse",      "camera",     "webcam",    "biometric", "heartbeat",
                               "heart_rate", "screenshot", "speech",    "waveform",  "eye_track"};
// As a whole word, so that an "invoice" is not a "voice" and a "surface" not a "face".
constexpr std::array kWords = {"voice", "face", "sound", "recording", "typing", "cursor", "pointer", "gaze", "pulse"};

Complaints hints_in(std::string name) {
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  Complaints found;
  for (const char* hint : kHints) {
    if (name.find(hint) != std::string::npos) found.emplace_back(hint);
  }
  for (const char* word : kWords) {
    if (("_" + name + "_").find("_" + std::string(word) + "_") != std::string::npos) found.emplace_back(word);
  }
  return found;
}

Complaints forbidden_fields(const Contracts& contracts) {
  Complaints complaints;
  for (const auto* field : contracts.fields()) {
    for (const std::string& hint : hints_in(field->name()))
      complaints.push_back(field->full_name() + " hints at " + hint);
    // Bytes could hold anything; a picture or a recording would travel as bytes.
    if (field->type() == google::protobuf::FieldDescriptor::TYPE_BYTES) {
      complaints.push_back(field->full_name() + " is raw bytes");
    }
  }
  return complaints;
}

TEST_CASE("no field of any contract hints at voice, image, keystrokes, mouse or body", "[proto][privacy]") {
  CHECK(forbidden_fields(Contracts::of_build()) == Complaints{});
}

TEST_CASE("a field for sound, keystrokes or raw bytes is noticed, an invoice and a surface are not",
          "[proto][privacy]") {
  const auto contracts = Contracts::of_text(R"(
    syntax = "proto3";
    package aandacht.v1;
        message Turn {
      bytes content = 1;
      string audio_url = 2;
      int32 keystroke_count = 3;
      string voice = 4;
      string mousemove = 5;
      string camera_id = 6;
      string text = 7;
      string invoice_number = 8;
      string surface = 9;
    }
  )");
  CHECK(forbidden_fields(contracts) ==
        Complaints{"aandacht.v1.Turn.content is raw bytes", "aandacht.v1.Turn.audio_url hints at audio",
                   "aandacht.v1.Turn.keystroke_count hints at keystroke", "aandacht.v1.Turn.voice hints at voice",
                   "aandacht.v1.Turn.mousemove hints at mouse", "aandacht.v1.Turn.camera_id hints at camera"});
}

using Reached = std::set<const google::protobuf::Descriptor*>;

void reach(const google::protobuf::Descriptor* message, Reached& reached) {
  if (!reached.insert(message).second) return;
  for (int i = 0; i < message->field_count(); ++i) {
    if (message->field(i)->message_type() != nullptr) reach(message->field(i)->message_type(), reached);
  }
}

/// The rpcs whose request or response can carry `field`, by full name.
Complaints rpcs_with(const Contracts& contracts, const std::string& field) {
  Complaints found;
  for (const auto* rpc : contracts.rpcs()) {
    Reached reached;
    reach(rpc->input_type(), reached);
    reach(rpc->output_type(), reached);
    for (const auto* message : reached) {
      if (message->FindFieldByName(field) != nullptr) {
        found.push_back(rpc->name());
        break;
      }
    }
  }
  return found;
}

TEST_CASE("that a call was heavy is told to the agent's own desk and to nobody else", "[proto][privacy]") {
  CHECK(rpcs_with(Contracts::of_build(), "heavy") == Complaints{"WatchDesk", "MarkHeavy"});
}

TEST_CASE("an rpc that tells a supervisor of a heavy call is noticed, however deep it lies", "[proto][privacy]") {
  const auto contracts = Contracts::of_text(R"(
    syntax = "proto3";
    package aandacht.v1;
    message Call { bool heavy = 1; }
    message Row { repeated Call calls = 1; }
    message WatchRequest {}
    message WatchResponse { Row row = 1; }
    service FloorService { rpc Watch(WatchRequest) returns (stream WatchResponse); }
  )");
  CHECK(rpcs_with(contracts, "heavy") == Complaints{"Watch"});
}

}  // namespace
}  // namespace aandacht::contracts
