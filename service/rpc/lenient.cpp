#include "service/rpc/lenient.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/unknown_field_set.h>
#include <grpcpp/support/slice.h>

#include <string>
#include <vector>

#include "shared/base/utf8.h"

namespace aandacht::rpc {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::UnknownField;
using google::protobuf::UnknownFieldSet;

// Without a schema any wire format can be read; the schema then tells which bytes are text.
std::string repair(const std::string& bytes, const Descriptor& descriptor) {
  UnknownFieldSet fields;
  if (!fields.ParseFromString(bytes)) return bytes;
  for (int i = 0; i < fields.field_count(); ++i) {
    UnknownField* field = fields.mutable_field(i);
    const FieldDescriptor* known = descriptor.FindFieldByNumber(field->number());
    if (known == nullptr || field->type() != UnknownField::TYPE_LENGTH_DELIMITED) continue;
    std::string* content = field->mutable_length_delimited();
    if (known->type() == FieldDescriptor::TYPE_STRING) *content = base::to_valid_utf8(*content);
    if (known->type() == FieldDescriptor::TYPE_MESSAGE) *content = repair(*content, *known->message_type());
  }
  std::string repaired;
  return fields.SerializeToString(&repaired) ? repaired : bytes;
}

}  // namespace

bool parse_lenient(const grpc::ByteBuffer& buffer, google::protobuf::Message& message) {
  std::vector<grpc::Slice> slices;
  if (!buffer.Dump(&slices).ok()) return false;
  std::string bytes;
  bytes.reserve(buffer.Length());
  for (const grpc::Slice& slice : slices) bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  return message.ParseFromString(bytes) || message.ParseFromString(repair(bytes, *message.GetDescriptor()));
}

grpc::ByteBuffer to_bytes(const google::protobuf::Message& message) {
  const grpc::Slice slice(message.SerializeAsString());
  return {&slice, 1};
}

}  // namespace aandacht::rpc
