// What may come in from outside. Every message says what is wrong and what to do.
#pragma once

#include <cstddef>
#include <string>

#include "absl/status/status.h"

namespace aandacht::core {

/// INVALID_ARGUMENT: empty, longer than `most` bytes, or with control characters or ill-formed UTF-8.
[[nodiscard]] absl::Status check_id(const std::string& name, const std::string& id, std::size_t most);

/// An id that a sender chose for an event or request: 1 to 128 bytes, and not one of the service's own ("wake-…").
[[nodiscard]] absl::Status check_event_id(const std::string& name, const std::string& id);

/// 1 to 64 letters, digits, '.', '-', '_' or '@'.
[[nodiscard]] absl::Status check_agent_id(const std::string& id);

/// INVALID_ARGUMENT: more than `most` characters, or missing when `required`.
[[nodiscard]] absl::Status check_text(const std::string& name, const std::string& text, std::size_t most,
                                      bool required);

/// Text that a person will read: repaired UTF-8 without control characters, cut at `most` bytes.
[[nodiscard]] std::string presentable(const std::string& text, std::size_t most);

/// Takes page sizes as the contracts tell: 0 means 50, above 500 is taken as 500. INVALID_ARGUMENT: negative.
[[nodiscard]] absl::Status check_page_size(int& page_size);

/// The first that is not OK.
template <typename... Status>
[[nodiscard]] absl::Status first_failure(Status... statuses) {
  absl::Status first;
  ((first.ok() && !statuses.ok() ? void(first = statuses) : void()), ...);
  return first;
}

}  // namespace aandacht::core
