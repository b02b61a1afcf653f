// Reads the fields of a message one by one and remembers the first that is wrong.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/repeated_field.h"
#include "shared/wire/enums.h"
#include "shared/wire/time.h"

namespace aandacht::wire {

/// Every reader returns a usable value also when the field is wrong; result() tells whether one was.
/// The message of the status begins with the path of the field: "calls[2].customer.journey[0].day: is missing".
class Check {
 public:
  /// Notes that a field is wrong, unless one was noted before.
  void fail(absl::string_view field, absl::string_view what);

  /// An enumeration that must be given.
  template <typename Wire>
  auto required(absl::string_view field, Wire value) {
    const auto known = from_proto(value);
    if (!known) fail(field, value == Wire{} ? "is missing" : "is not a known value");
    return known.value_or(typename decltype(known)::value_type{});
  }

  /// An enumeration that may be left out; `unspecified` is taken for it then.
  template <typename Wire, typename Domain>
  Domain optional(absl::string_view field, Wire value, Domain unspecified) {
    return value == Wire{} ? unspecified : static_cast<Domain>(required(field, value));
  }

  /// A time that may be absent; `absent` is taken for it then.
  absl::Time time(absl::string_view field, bool present, const google::protobuf::Timestamp& message, absl::Time absent);

  /// A message within the message.
  template <typename Domain>
  Domain take(absl::string_view field, absl::StatusOr<Domain> value) {
    if (value.ok()) return *std::move(value);
    nest(field, value.status());
    return Domain{};
  }

  /// A list of messages, each read by `convert`.
  template <typename Domain, typename Wire>
  std::vector<Domain> list(absl::string_view field, const google::protobuf::RepeatedPtrField<Wire>& messages,
                           absl::StatusOr<Domain> (*convert)(const Wire&)) {
    std::vector<Domain> values;
    values.reserve(static_cast<std::size_t>(messages.size()));
    for (int i = 0; i < messages.size() && status_.ok(); ++i) {
      absl::StatusOr<Domain> value = convert(messages[i]);
      if (!value.ok()) nest(absl::StrCat(field, "[", i, "]"), value.status());
      if (value.ok()) values.push_back(*std::move(value));
    }
    return values;
  }

  /// The value, or INVALID_ARGUMENT with the first field that is wrong.
  template <typename Domain>
  [[nodiscard]] absl::StatusOr<Domain> result(Domain value) const {
    if (!status_.ok()) return status_;
    return value;
  }

 private:
  void nest(absl::string_view field, const absl::Status& inner);

  absl::Status status_;
};

/// A list of words as a vector.
[[nodiscard]] std::vector<std::string> words(const google::protobuf::RepeatedPtrField<std::string>& messages);

}  // namespace aandacht::wire
