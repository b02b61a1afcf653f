// Ids on writes, pages on lists, times as Timestamp and Duration.
#include <array>
#include <string_view>

#include "tests/contract/proto/contracts.h"
#include "tests/support/catch.h"

namespace aandacht::contracts {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool only_reads(const google::protobuf::MethodDescriptor* rpc) {
  for (const char* verb : {"Get", "List", "Search", "Watch", "Export", "Check", "Try"}) {
    if (begins_with(rpc->name(), verb)) return true;
  }
  return false;
}

// Sets of ids: the same again is the same.
bool tells_how_it_stands(const google::protobuf::MethodDescriptor* rpc) {
  return rpc->full_name() == "aandacht.v1.PromptService.AcknowledgePrompts";
}

Complaints writes_without_id(const Contracts& contracts) {
  Complaints complaints;
  for (const auto* rpc : contracts.rpcs()) {
    if (only_reads(rpc) || tells_how_it_stands(rpc)) continue;
    bool has_id = false;
    for (const char* id : {"event_id", "request_id", "prompt_id", "utterance_id"}) {
      const FieldDescriptor* field = rpc->input_type()->FindFieldByName(id);
      has_id = has_id || (field != nullptr && field->type() == FieldDescriptor::TYPE_STRING);
    }
    if (!has_id) complaints.push_back(rpc->full_name() + " writes without an id");
  }
  return complaints;
}

bool has(const Descriptor* message, const char* name, FieldDescriptor::Type type) {
  const FieldDescriptor* field = message->FindFieldByName(name);
  return field != nullptr && field->type() == type && !field->is_repeated();
}

// Never long: their contracts say how many there are at most.
bool is_short_list(const google::protobuf::MethodDescriptor* rpc) {
  return rpc->full_name() == "aandacht.v1.StoryService.ListStories" ||
         rpc->full_name() == "aandacht.v1.HabitService.ListTeamHabits" || rpc->service()->name() == "SignService";
}

Complaints lists_without_pages(const Contracts& contracts) {
  Complaints complaints;
  for (const auto* rpc : contracts.rpcs()) {
    if (!begins_with(rpc->name(), "List") || is_short_list(rpc)) continue;
    const bool asked = has(rpc->input_type(), "page_size", FieldDescriptor::TYPE_INT32) &&
                       has(rpc->input_type(), "page_token", FieldDescriptor::TYPE_STRING);
    const bool answered = has(rpc->output_type(), "next_page_token", FieldDescriptor::TYPE_STRING);
    if (!asked || !answered) complaints.push_back(rpc->full_name() + " lists without pages");
  }
  return complaints;
}

bool sounds_like_time(const std::string& name) {
  if (name == "time" || name == "date" || name == "day" || name == "duration" || name == "span") return true;
  for (const char* end : {"_ms", "_us", "_ns", "_millis", "_seconds", "_secs", "_minutes", "_hours", "_days", "_time",
                          "_date", "_timestamp", "_at", "_duration", "_to_live"}) {
    if (ends_with(name, end)) return true;
  }
  return false;
}

bool is_well_known_time(const FieldDescriptor* field) {
  return field->message_type() != nullptr && (field->message_type()->full_name() == "google.protobuf.Timestamp" ||
                                              field->message_type()->full_name() == "google.protobuf.Duration");
}

Complaints times_of_other_types(const Contracts& contracts) {
  Complaints complaints;
  for (const auto* field : contracts.fields()) {
    if (sounds_like_time(field->name()) && !is_well_known_time(field)) {
      complaints.push_back(field->full_name() + " is a time but not a Timestamp or Duration");
    }
  }
  return complaints;
}

Complaints services_of_the_log(const Contracts& contracts) {
  Complaints complaints;
  for (const auto* service : contracts.services()) {
    if (ends_with(service->file()->name(), "/events.proto")) complaints.push_back(service->full_name());
  }
  return complaints;
}

TEST_CASE("every request that writes has an id that makes sending it twice harmless", "[proto]") {
  CHECK(writes_without_id(Contracts::of_build()) == Complaints{});
}

TEST_CASE("every list comes in pages", "[proto]") { CHECK(lists_without_pages(Contracts::of_build()) == Complaints{}); }

TEST_CASE("every time is a Timestamp and every span a Duration", "[proto]") {
  CHECK(times_of_other_types(Contracts::of_build()) == Complaints{});
}

TEST_CASE("the event log has no service: stored events are sent by nobody", "[proto]") {
  const Contracts contracts = Contracts::of_build();
  CHECK(services_of_the_log(contracts) == Complaints{});
  CHECK(contracts.files().size() >= 7);
  CHECK(contracts.rpcs().size() >= 15);
}

TEST_CASE("a write without id, a list without pages and a time as a number are noticed", "[proto]") {
  const auto contracts = Contracts::of_text(R"(
    syntax = "proto3";
    package aandacht.v1;
    import "google/protobuf/timestamp.proto";
    message SaveRequest { int32 request_id = 1; int64 wait_ms = 2; string date = 3; }
    message SaveResponse { google.protobuf.Timestamp save_time = 1; int64 update_time = 2; }
    message ListRequest { int32 page_size = 1; }
    message ListResponse { string next_page_token = 1; }
    service SaveService {
      rpc Save(SaveRequest) returns (SaveResponse);
      rpc ListSaved(ListRequest) returns (ListResponse);
    }
  )");
  CHECK(writes_without_id(contracts) == Complaints{"aandacht.v1.SaveService.Save writes without an id"});
  CHECK(lists_without_pages(contracts) == Complaints{"aandacht.v1.SaveService.ListSaved lists without pages"});
  CHECK(times_of_other_types(contracts).size() == 3);
}

}  // namespace
}  // namespace aandacht::contracts
