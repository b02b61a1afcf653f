// Everything in the contracts says what it is.
#include <array>

#include "tests/contract/proto/contracts.h"
#include "tests/support/catch.h"

namespace aandacht::contracts {
namespace {

constexpr std::array kErrorCodes = {"CANCELLED",      "INVALID_ARGUMENT",  "DEADLINE_EXCEEDED",  "NOT_FOUND",
                                    "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
                                    "ABORTED",        "OUT_OF_RANGE",      "UNIMPLEMENTED",      "INTERNAL",
                                    "UNAVAILABLE",    "DATA_LOSS",         "UNAUTHENTICATED"};

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

template <typename Elements>
void note_silent(const Elements& elements, Complaints& complaints) {
  for (const auto* element : elements) {
    if (is_blank(comment(element))) complaints.push_back(element->full_name() + " has no comment");
  }
}

// A choice among messages is told by the comment above the choice and by the messages themselves.
bool is_told_by_its_type(const google::protobuf::FieldDescriptor* field) {
  return field->real_containing_oneof() != nullptr && !is_blank(comment(field->real_containing_oneof())) &&
         field->message_type() != nullptr && !is_blank(comment(field->message_type()));
}

Complaints silent_elements(const Contracts& contracts) {
  Complaints complaints;
  note_silent(contracts.messages(), complaints);
  note_silent(contracts.enums(), complaints);
  note_silent(contracts.services(), complaints);
  note_silent(contracts.rpcs(), complaints);
  for (const auto* field : contracts.fields()) {
    if (is_blank(comment(field)) && !is_told_by_its_type(field)) {
      complaints.push_back(field->full_name() + " has no comment");
    }
  }
  return complaints;
}

Complaints rpcs_without_error_codes(const Contracts& contracts) {
  Complaints complaints;
  for (const auto* rpc : contracts.rpcs()) {
    const std::string text = comment(rpc);
    bool named = false;
    for (const char* code : kErrorCodes) named = named || text.find(code) != std::string::npos;
    if (!named) complaints.push_back(rpc->full_name() + " names no error code");
  }
  return complaints;
}

TEST_CASE("every message, field, enum, service and rpc has a comment", "[proto]") {
  CHECK(silent_elements(Contracts::of_build()) == Complaints{});
}

TEST_CASE("every rpc's comment names its error codes", "[proto]") {
  CHECK(rpcs_without_error_codes(Contracts::of_build()) == Complaints{});
}

TEST_CASE("an element without a comment and an rpc without error codes are noticed", "[proto]") {
  const auto contracts = Contracts::of_text(R"(
    syntax = "proto3";
    package aandacht.v1;
    // Told.
    message Told {
      // Told.
      string told = 1;
      string silent = 2;
      //
      string blank = 3;
      // One of these.
      oneof kind {
        Told by_type = 4;
        Silent not_by_type = 5;
        string not_a_message = 6;
      }
    }
    message Silent {}
    // Told.
    service ToldService {
      // Tells, and NOT_FOUND: nothing to tell.
      rpc Tell(Told) returns (Told);
      // Says nothing about failing.
      rpc Hush(Told) returns (Told);
    }
  )");
  CHECK(silent_elements(contracts) ==
        Complaints{"aandacht.v1.Silent has no comment", "aandacht.v1.Told.silent has no comment",
                   "aandacht.v1.Told.blank has no comment", "aandacht.v1.Told.not_by_type has no comment",
                   "aandacht.v1.Told.not_a_message has no comment"});
  CHECK(rpcs_without_error_codes(contracts) == Complaints{"aandacht.v1.ToldService.Hush names no error code"});
}

}  // namespace
}  // namespace aandacht::contracts
