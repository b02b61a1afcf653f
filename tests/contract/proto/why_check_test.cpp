// What teams know of the whys is told without anybody in it.
#include <set>
#include <string>

#include "tests/contract/proto/contracts.h"
#include "tests/support/catch.h"

namespace aandacht::contracts {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using Reached = std::set<const Descriptor*>;

void reach(const Descriptor* message, Reached& reached) {
  if (!reached.insert(message).second) return;
  for (int i = 0; i < message->field_count(); ++i) {
    if (message->field(i)->message_type() != nullptr) reach(message->field(i)->message_type(), reached);
  }
}

/// Fields of what the map answers that name somebody, hold one person's level, a time, or a number other than the
/// rounded one.
Complaints telling_fields(const Contracts& contracts) {
  Complaints found;
  for (const auto* rpc : contracts.rpcs()) {
    if (rpc->name() != "GetWhyMap") continue;
    Reached reached;
    reach(rpc->output_type(), reached);
    for (const Descriptor* message : reached) {
      for (int i = 0; i < message->field_count(); ++i) {
        const FieldDescriptor* field = message->field(i);
        const bool names = field->name().find("agent") != std::string::npos || message->name() == "Timestamp";
        const bool level = field->enum_type() != nullptr && field->enum_type()->name() == "WhyLevel";
        const bool number = field->cpp_type() != FieldDescriptor::CPPTYPE_STRING &&
                            field->cpp_type() != FieldDescriptor::CPPTYPE_ENUM &&
                            field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE &&
                            field->cpp_type() != FieldDescriptor::CPPTYPE_BOOL && field->name() != "least_answer_count";
        if (names || level || number) found.push_back(field->full_name());
      }
    }
  }
  return found;
}

TEST_CASE("the map of whys names nobody and holds no number but the rounded one", "[proto][privacy]") {
  CHECK(telling_fields(Contracts::of_build()) == Complaints{});
}

TEST_CASE("a map with an agent, a level, a count or a time in it is noticed", "[proto][privacy]") {
  const auto contracts = Contracts::of_text(R"(
    syntax = "proto3";
    package aandacht.v1;
    enum WhyLevel { WHY_LEVEL_UNSPECIFIED = 0; }
    message Row { string agent_id = 1; WhyLevel level = 2; int32 answer_count = 3; string topic = 4; }
    message GetWhyMapRequest {}
    message GetWhyMapResponse { repeated Row rows = 1; }
    service WhyCheckService { rpc GetWhyMap(GetWhyMapRequest) returns (GetWhyMapResponse); }
  )");
  CHECK(telling_fields(contracts).size() == 3);
}

}  // namespace
}  // namespace aandacht::contracts
