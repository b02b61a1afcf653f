// The contracts as descriptors with their comments.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"

namespace aandacht::contracts {

/// A set of .proto files and what can be asked about all of them.
class Contracts {
 public:
  /// The files of this project that the build wrote with comments. Throws std::runtime_error when they cannot be read.
  [[nodiscard]] static Contracts of_build();

  /// One file from its text, to show what a check notices. Throws std::runtime_error when it does not parse.
  [[nodiscard]] static Contracts of_text(const std::string& text);

  [[nodiscard]] const std::vector<const google::protobuf::FileDescriptor*>& files() const { return files_; }
  [[nodiscard]] std::vector<const google::protobuf::Descriptor*> messages() const;
  [[nodiscard]] std::vector<const google::protobuf::FieldDescriptor*> fields() const;
  [[nodiscard]] std::vector<const google::protobuf::EnumDescriptor*> enums() const;
  [[nodiscard]] std::vector<const google::protobuf::ServiceDescriptor*> services() const;
  [[nodiscard]] std::vector<const google::protobuf::MethodDescriptor*> rpcs() const;

 private:
  std::unique_ptr<google::protobuf::DescriptorPool> pool_ = std::make_unique<google::protobuf::DescriptorPool>();
  std::vector<const google::protobuf::FileDescriptor*> files_;
};

/// What stands above or beside an element; empty when nothing does.
template <typename Element>
std::string comment(const Element* element) {
  google::protobuf::SourceLocation location;
  if (!element->GetSourceLocation(&location)) return {};
  return location.leading_comments + location.trailing_comments;
}

/// What is wrong, one line each; empty when nothing is.
using Complaints = std::vector<std::string>;

}  // namespace aandacht::contracts
