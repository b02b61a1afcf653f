#include "shared/wire/check.h"

namespace aandacht::wire {
namespace {

// "is missing" stands right after its field; a path that goes on is joined by a dot.
bool goes_on(absl::string_view message) {
  const std::size_t colon = message.find(": ");
  return colon != absl::string_view::npos && message.substr(0, colon).find(' ') == absl::string_view::npos;
}

}  // namespace

void Check::fail(absl::string_view field, absl::string_view what) {
  if (status_.ok()) status_ = absl::InvalidArgumentError(absl::StrCat(field, ": ", what));
}

void Check::nest(absl::string_view field, const absl::Status& inner) {
  if (!status_.ok()) return;
  status_ = absl::InvalidArgumentError(absl::StrCat(field, goes_on(inner.message()) ? "." : ": ", inner.message()));
}

absl::Time Check::time(absl::string_view field, bool present, const google::protobuf::Timestamp& message,
                       absl::Time absent) {
  if (!present) return absent;
  return take(field, from_proto(message));
}

std::vector<std::string> words(const google::protobuf::RepeatedPtrField<std::string>& messages) {
  return {messages.begin(), messages.end()};
}

}  // namespace aandacht::wire
