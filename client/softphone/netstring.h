// Netstrings: "<decimal length>:<bytes>,".
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace aandacht::softphone {

[[nodiscard]] std::string to_netstring(std::string_view payload);

/// Takes bytes in pieces of any size and gives whole payloads.
class NetstringReader {
 public:
  /// Holds at most `longest` bytes of a payload.
  explicit NetstringReader(std::size_t longest = 1 << 20) : longest_(longest) {}

  /// Calls `on_payload` for every payload that is complete; it is valid during the call only.
  ///
  /// INVALID_ARGUMENT: no digits, a leading zero, or a missing colon or comma. RESOURCE_EXHAUSTED: a length over
  /// `longest`, refused before anything of it is kept. There is no way back into step with a sender that broke the
  /// framing: the error stays until reset().
  absl::Status feed(std::string_view bytes, const std::function<void(std::string_view)>& on_payload);

  void reset();

 private:
  absl::Status take_length(char byte);
  std::size_t take_payload(std::string_view bytes);

  enum class Part { kLength, kPayload, kComma };

  std::size_t longest_;
  Part part_ = Part::kLength;
  std::size_t length_ = 0;
  std::size_t digits_ = 0;
  std::string payload_;
  absl::Status failure_;
};

}  // namespace aandacht::softphone
