// What no contract may ever carry.
#include <algorithm>
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

/// The photo of a customer who agreed to be shown to agents, with a purpose and an end (stories.proto): on its way in
/// as a file, and on its way to an overlay as pixels. It is never of an agent, and nothing is read out of it.
bool is_agreed_photo(const std::string& field) {
  return field == "aandacht.v1.PutStoryRequest.picture" || field == "aandacht.v1.GetStoryPhotoResponse.pixels";
}

Complaints forbidden_fields(const Contracts& contracts) {
  Complaints complaints;
  for (const auto* field : contracts.fields()) {
    for (const std::string& hint : hints_in(field->name()))
      complaints.push_back(field->full_name() + " hints at " + hint);
    // Bytes could hold anything; a picture or a recording would travel as bytes.
    if (field->type() == google::protobuf::FieldDescriptor::TYPE_BYTES && !is_agreed_photo(field->full_name())) {
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

// What an agent's own desk and the agent's own rpcs may carry, and nobody else's.
constexpr std::array kOwnMessages = {
    "BusySpan",      "WeighedCall",  "Fatigue",         "CausePoints",   "FatigueScore",   "Reset",
    "ResetBook",     "ChosenHabit",  "Routine",         "HabitBook",     "OwnAct",         "AskReset",
    "AnswerReset",   "TellFullness", "SetSensitivity",  "ShareEnergy",   "ChooseHabit",    "TickHabit",
    "AnswerRoutine", "DropHabit",    "GuessExperience", "ForgetOwnSide", "FatigueChanged", "ResetsChanged",
    "HabitsChanged", "TeamLoad",     "ExperienceRow",   "StoredRow"};
constexpr std::array kOwnFields = {"guess",          "heavy",       "full_before",
                                   "full_after",     "sensitivity", "repetition_count",
                                   "share_end_time", "score_total", "own_rank"};

bool is_own(const google::protobuf::MethodDescriptor& rpc) {
  return rpc.full_name() == "aandacht.v1.DeskService.WatchDesk" || rpc.service()->name() == "OwnService";
}

Reached reached_by(const google::protobuf::MethodDescriptor& rpc) {
  Reached reached;
  reach(rpc.input_type(), reached);
  reach(rpc.output_type(), reached);
  return reached;
}

/// The agent marks their own call, guesses, and sees their own votes: to the agent only, who is named in the request.
bool is_agents_own(const std::string& rpc, const std::string& field) {
  return (rpc == "MarkHeavy" && field == "heavy") || (rpc == "ListTeamHabits" && field == "own_rank");
}

Complaints leaks(const Contracts& contracts) {
  Complaints found;
  for (const auto* rpc : contracts.rpcs()) {
    if (is_own(*rpc)) continue;
    for (const auto* message : reached_by(*rpc)) {
      for (const std::string own : kOwnMessages) {
        if (message->name() == own) found.push_back(rpc->name() + " carries " + own);
      }
      for (const std::string field : kOwnFields) {
        const bool carries = message->FindFieldByName(field) != nullptr;
        if (carries && !is_agents_own(rpc->name(), field)) found.push_back(rpc->name() + " carries " + field);
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST_CASE("fatigue, resets, habits and guesses travel on the agent's own rpcs only", "[proto][privacy]") {
  CHECK(leaks(Contracts::of_build()) == Complaints{});
}

TEST_CASE("every message and field that is kept to the agent is really in the contracts", "[proto][privacy]") {
  // A name that was changed would make the test before this one look away.
  const auto contracts = Contracts::of_build();
  std::set<std::string> messages;
  for (const auto* message : contracts.messages()) messages.insert(message->name());
  for (const std::string own : kOwnMessages) {
    INFO(own);
    CHECK(messages.count(own) == 1);
  }
  std::set<std::string> reached;
  for (const auto* rpc : contracts.rpcs()) {
    if (!is_own(*rpc)) continue;
    for (const auto* message : reached_by(*rpc)) reached.insert(message->name());
  }
  for (const std::string own : kOwnMessages) {
    INFO(own);
    CHECK(reached.count(own) == 1);
  }
}

TEST_CASE("a supervisor's rpc that carries a person's fatigue is noticed, however deep it lies", "[proto][privacy]") {
  const auto contracts = Contracts::of_text(R"(
    syntax = "proto3";
    package aandacht.v1;
    message Fatigue { int32 calls = 1; }
    message Desk { Fatigue fatigue = 1; bool heavy = 2; }
    message Row { repeated Desk desks = 1; }
    message WatchFloorRequest {}
    message WatchFloorResponse { repeated Row rows = 1; }
    message WatchDeskResponse { Desk desk = 1; }
    service FloorService { rpc WatchFloor(WatchFloorRequest) returns (stream WatchFloorResponse); }
    service DeskService { rpc WatchDesk(WatchFloorRequest) returns (stream WatchDeskResponse); }
  )");
  CHECK(leaks(contracts) == Complaints{"WatchFloor carries Fatigue", "WatchFloor carries heavy"});
}

TEST_CASE("what is told of a team's energy has no number in it, and names only who shares", "[proto][privacy]") {
  for (const auto* rpc : Contracts::of_build().rpcs()) {
    if (rpc->service()->name() != "EnergyService") continue;
    CHECK(rpc->input_type()->field_count() == 0);  // Nothing to ask for a part of a team with.
    for (const auto* message : reached_by(*rpc)) {
      if (message->name() == "Timestamp") continue;
      for (int i = 0; i < message->field_count(); ++i) {
        const auto* field = message->field(i);
        INFO(field->full_name());
        const bool named = field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_STRING;
        const bool band = field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_ENUM;
        CHECK((named || band || field->message_type() != nullptr));
        if (field->name() == "agent_id") CHECK(message->name() == "SharedEnergy");
      }
    }
  }
}

TEST_CASE("a team's habits tell of no habit that an agent chose", "[proto][privacy]") {
  for (const auto* rpc : Contracts::of_build().rpcs()) {
    if (rpc->service()->name() != "HabitService") continue;
    Complaints fields;
    Reached reached;
    reach(rpc->output_type(), reached);
    for (const auto* message : reached) {
      for (int i = 0; i < message->field_count(); ++i) fields.push_back(message->field(i)->name());
    }
    for (const std::string& field : fields) {
      INFO(rpc->name() << " " << field);
      CHECK(field != "agent_id");
      CHECK(field.find("chosen") == std::string::npos);
      CHECK(field.find("repetition") == std::string::npos);
    }
  }
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
