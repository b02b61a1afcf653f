#include "tests/contract/proto/contracts.h"

#include <google/protobuf/compiler/parser.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/duration.pb.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/timestamp.pb.h>

#include <fstream>
#include <stdexcept>

namespace aandacht::contracts {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::FileDescriptorProto;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

class Throws final : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int /*column*/, const std::string& message) override {
    throw std::runtime_error(std::to_string(line + 1) + ": " + message);
  }
};

void add_nested(const Descriptor* message, std::vector<const Descriptor*>& all) {
  if (message->options().map_entry()) return;
  all.push_back(message);
  for (int i = 0; i < message->nested_type_count(); ++i) add_nested(message->nested_type(i), all);
}

const FileDescriptor* build(google::protobuf::DescriptorPool& pool, const FileDescriptorProto& file) {
  const FileDescriptor* built = pool.BuildFile(file);
  if (built == nullptr) throw std::runtime_error("cannot build " + file.name());
  return built;
}

}  // namespace

Contracts Contracts::of_build() {
  std::ifstream file(AANDACHT_DESCRIPTORS, std::ios::binary);
  google::protobuf::FileDescriptorSet set;
  if (!set.ParseFromIstream(&file)) throw std::runtime_error("cannot read " AANDACHT_DESCRIPTORS);
  Contracts contracts;
  for (const FileDescriptorProto& each : set.file()) {
    const FileDescriptor* built = build(*contracts.pool_, each);
    if (each.package() != "google.protobuf") contracts.files_.push_back(built);
  }
  return contracts;
}

Contracts Contracts::of_text(const std::string& text) {
  google::protobuf::io::ArrayInputStream stream(text.data(), static_cast<int>(text.size()));
  Throws errors;
  google::protobuf::io::Tokenizer tokens(&stream, &errors);
  google::protobuf::compiler::Parser parser;
  parser.RecordErrorsTo(&errors);
  FileDescriptorProto parsed;
  parser.Parse(&tokens, &parsed);
  parsed.set_name("aandacht/v1/example.proto");
  Contracts contracts;
  for (const FileDescriptor* common :
       {google::protobuf::Timestamp::descriptor()->file(), google::protobuf::Duration::descriptor()->file()}) {
    FileDescriptorProto copy;
    common->CopyTo(&copy);
    build(*contracts.pool_, copy);
  }
  contracts.files_.push_back(build(*contracts.pool_, parsed));
  return contracts;
}

std::vector<const Descriptor*> Contracts::messages() const {
  std::vector<const Descriptor*> all;
  for (const FileDescriptor* file : files_) {
    for (int i = 0; i < file->message_type_count(); ++i) add_nested(file->message_type(i), all);
  }
  return all;
}

std::vector<const FieldDescriptor*> Contracts::fields() const {
  std::vector<const FieldDescriptor*> all;
  for (const Descriptor* message : messages()) {
    for (int i = 0; i < message->field_count(); ++i) all.push_back(message->field(i));
  }
  return all;
}

std::vector<const EnumDescriptor*> Contracts::enums() const {
  std::vector<const EnumDescriptor*> all;
  for (const FileDescriptor* file : files_) {
    for (int i = 0; i < file->enum_type_count(); ++i) all.push_back(file->enum_type(i));
  }
  for (const Descriptor* message : messages()) {
    for (int i = 0; i < message->enum_type_count(); ++i) all.push_back(message->enum_type(i));
  }
  return all;
}

std::vector<const ServiceDescriptor*> Contracts::services() const {
  std::vector<const ServiceDescriptor*> all;
  for (const FileDescriptor* file : files_) {
    for (int i = 0; i < file->service_count(); ++i) all.push_back(file->service(i));
  }
  return all;
}

std::vector<const MethodDescriptor*> Contracts::rpcs() const {
  std::vector<const MethodDescriptor*> all;
  for (const ServiceDescriptor* service : services()) {
    for (int i = 0; i < service->method_count(); ++i) all.push_back(service->method(i));
  }
  return all;
}

}  // namespace aandacht::contracts
