// The rules of buf's STANDARD category that can be seen in descriptors; buf itself is not needed to build.
#include <cctype>
#include <filesystem>
#include <map>
#include <set>

#include "google/protobuf/descriptor.pb.h"
#include "tests/contract/proto/contracts.h"
#include "tests/support/catch.h"

namespace aandacht::contracts {
namespace {

bool is_pascal(const std::string& name) {
  return !name.empty() && std::isupper(static_cast<unsigned char>(name[0])) != 0 && name.find('_') == std::string::npos;
}

bool is_snake(const std::string& name, int (*of_case)(int)) {
  if (name.empty() || name.front() == '_' || name.back() == '_' || name.find("__") != std::string::npos) return false;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c != '_' && std::isdigit(byte) == 0 && of_case(byte) == 0) return false;
  }
  return true;
}

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::string upper_snake(const std::string& pascal) {
  std::string made;
  for (const char c : pascal) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isupper(byte) != 0 && !made.empty()) made.push_back('_');
    made.push_back(static_cast<char>(std::toupper(byte)));
  }
  return made;
}

void check_files(const Contracts& contracts, Complaints& complaints) {
  for (const auto* file : contracts.files()) {
    const std::filesystem::path path(file->name());
    if (file->package() != "aandacht.v1") complaints.push_back(file->name() + ": package is not aandacht.v1");
    if (path.parent_path() != "aandacht/v1") complaints.push_back(file->name() + ": folder is not that of its package");
    if (!is_snake(path.stem().string(), std::islower)) complaints.push_back(file->name() + ": not lower_snake_case");
    if (file->public_dependency_count() > 0) complaints.push_back(file->name() + ": public import");
    if (file->weak_dependency_count() > 0) complaints.push_back(file->name() + ": weak import");
    if (file->syntax() != google::protobuf::FileDescriptor::SYNTAX_PROTO3) {
      complaints.push_back(file->name() + ": syntax is not proto3");
    }
  }
}

void check_messages(const Contracts& contracts, Complaints& complaints) {
  for (const auto* message : contracts.messages()) {
    if (!is_pascal(message->name())) complaints.push_back(message->full_name() + ": not PascalCase");
    for (int i = 0; i < message->real_oneof_decl_count(); ++i) {  // Those of `optional` fields come after.
      const auto* choice = message->oneof_decl(i);
      if (!is_snake(choice->name(), std::islower)) complaints.push_back(choice->full_name() + ": not lower_snake_case");
    }
  }
  for (const auto* field : contracts.fields()) {
    if (!is_snake(field->name(), std::islower)) complaints.push_back(field->full_name() + ": not lower_snake_case");
  }
}

void check_enums(const Contracts& contracts, Complaints& complaints) {
  for (const auto* each : contracts.enums()) {
    if (!is_pascal(each->name())) complaints.push_back(each->full_name() + ": not PascalCase");
    if (each->options().allow_alias()) complaints.push_back(each->full_name() + ": allows aliases");
    const std::string prefix = upper_snake(each->name()) + "_";
    for (int i = 0; i < each->value_count(); ++i) {
      const std::string& name = each->value(i)->name();
      if (name.compare(0, prefix.size(), prefix) != 0) complaints.push_back(name + ": does not begin with " + prefix);
      if (!is_snake(name, std::isupper)) complaints.push_back(name + ": not UPPER_SNAKE_CASE");
    }
    if (each->value(0)->number() != 0 || each->value(0)->name() != prefix + "UNSPECIFIED") {
      complaints.push_back(each->full_name() + ": does not begin with " + prefix + "UNSPECIFIED = 0");
    }
  }
}

void check_services(const Contracts& contracts, Complaints& complaints) {
  for (const auto* service : contracts.services()) {
    if (!is_pascal(service->name())) complaints.push_back(service->full_name() + ": not PascalCase");
    if (!ends_with(service->name(), "Service"))
      complaints.push_back(service->full_name() + ": does not end in Service");
  }
  std::map<const void*, int> uses;
  for (const auto* rpc : contracts.rpcs()) {
    if (!is_pascal(rpc->name())) complaints.push_back(rpc->full_name() + ": not PascalCase");
    if (rpc->input_type()->name() != rpc->name() + "Request") complaints.push_back(rpc->full_name() + ": request name");
    if (rpc->output_type()->name() != rpc->name() + "Response") {
      complaints.push_back(rpc->full_name() + ": response name");
    }
    if (++uses[rpc->input_type()] > 1 || ++uses[rpc->output_type()] > 1) {
      complaints.push_back(rpc->full_name() + ": shares a request or response");
    }
  }
}

void add_used(const google::protobuf::FieldDescriptor* field, std::set<const void*>& used) {
  if (field->message_type() != nullptr) used.insert(field->message_type()->file());
  if (field->enum_type() != nullptr) used.insert(field->enum_type()->file());
}

// IMPORT_USED
void check_imports(const Contracts& contracts, Complaints& complaints) {
  std::map<const void*, std::set<const void*>> used;
  for (const auto* field : contracts.fields()) add_used(field, used[field->file()]);
  for (const auto* rpc : contracts.rpcs()) {
    used[rpc->file()].insert(rpc->input_type()->file());
    used[rpc->file()].insert(rpc->output_type()->file());
  }
  for (const auto* file : contracts.files()) {
    for (int i = 0; i < file->dependency_count(); ++i) {
      const auto* import = file->dependency(i);
      if (used[file].count(import) == 0) complaints.push_back(file->name() + ": does not use " + import->name());
    }
  }
}

Complaints names(const Contracts& contracts) {
  Complaints complaints;
  check_files(contracts, complaints);
  check_messages(contracts, complaints);
  check_enums(contracts, complaints);
  check_services(contracts, complaints);
  check_imports(contracts, complaints);
  return complaints;
}

TEST_CASE("the contracts follow the naming rules of buf's STANDARD category", "[proto]") {
  CHECK(names(Contracts::of_build()) == Complaints{});
}

TEST_CASE("names against the rules are noticed", "[proto]") {
  const auto contracts = Contracts::of_text(R"(
    syntax = "proto3";
    package aandacht.v1;
    import "google/protobuf/timestamp.proto";
    enum CallMood { CALL_MOOD_NONE = 0; GOOD = 1; }
    message bad_name { string CamelCase = 1; }
    message GetRequest {}
    service Desks {
      rpc Get(GetRequest) returns (GetRequest);
    }
  )");
  CHECK(names(contracts) ==
        Complaints{"aandacht.v1.bad_name: not PascalCase", "aandacht.v1.bad_name.CamelCase: not lower_snake_case",
                   "GOOD: does not begin with CALL_MOOD_",
                   "aandacht.v1.CallMood: does not begin with CALL_MOOD_UNSPECIFIED = 0",
                   "aandacht.v1.Desks: does not end in Service", "aandacht.v1.Desks.Get: response name",
                   "aandacht.v1.Desks.Get: shares a request or response",
                   "aandacht/v1/example.proto: does not use google/protobuf/timestamp.proto"});
}

TEST_CASE("a field that may be absent is no oneof with a bad name, a real one is", "[proto]") {
  const auto contracts = Contracts::of_text(R"(
    syntax = "proto3";
    package aandacht.v1;
    message Told {
      optional double margin = 1;
      oneof BadName { string word = 2; }
    }
  )");
  CHECK(names(contracts) == Complaints{"aandacht.v1.Told.BadName: not lower_snake_case"});
}

}  // namespace
}  // namespace aandacht::contracts
