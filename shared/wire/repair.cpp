#include "shared/wire/repair.h"

#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"
#include "shared/base/utf8.h"

namespace aandacht::wire {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

void repair_string(Message& message, const Reflection& reflection, const FieldDescriptor* field) {
  std::string scratch;
  if (!field->is_repeated()) {
    const std::string& text = reflection.GetStringReference(message, field, &scratch);
    if (!base::is_valid_utf8(text)) reflection.SetString(&message, field, base::to_valid_utf8(text));
    return;
  }
  for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
    const std::string& text = reflection.GetRepeatedStringReference(message, field, i, &scratch);
    if (!base::is_valid_utf8(text)) reflection.SetRepeatedString(&message, field, i, base::to_valid_utf8(text));
  }
}

void repair_message(Message& message, const Reflection& reflection, const FieldDescriptor* field) {
  if (!field->is_repeated()) return repair_text(*reflection.MutableMessage(&message, field));
  for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
    repair_text(*reflection.MutableRepeatedMessage(&message, field, i));
  }
}

}  // namespace

void repair_text(Message& message) {
  const Reflection& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> present;
  reflection.ListFields(message, &present);
  for (const FieldDescriptor* field : present) {
    if (field->type() == FieldDescriptor::TYPE_STRING) repair_string(message, reflection, field);
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) repair_message(message, reflection, field);
  }
}

}  // namespace aandacht::wire
