#include "service/core/checks.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "shared/base/utf8.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kLongestEventId = 128;
constexpr std::size_t kLongestAgentId = 64;
constexpr int kUsualPage = 50;
constexpr int kLargestPage = 500;

bool fits_agent_id(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == '_' || c == '@';
}

}  // namespace

absl::Status check_id(const std::string& name, const std::string& id, std::size_t most) {
  if (id.empty()) return absl::InvalidArgumentError(absl::StrCat(name, " is missing; send one"));
  if (id.size() > most)
    return absl::InvalidArgumentError(absl::StrCat(name, " is ", id.size(), " bytes; at most ", most, " are taken"));
  if (!base::is_printable(id)) {
    return absl::InvalidArgumentError(
        absl::StrCat(name, " has control characters or is not UTF-8; send printable text"));
  }
  return absl::OkStatus();
}

absl::Status check_event_id(const std::string& name, const std::string& id) {
  if (absl::StartsWith(id, "wake-")) {
    return absl::InvalidArgumentError(
        absl::StrCat(name, " begins with \"wake-\", which is kept for the service; choose another"));
  }
  return check_id(name, id, kLongestEventId);
}

absl::Status check_agent_id(const std::string& id) {
  if (id.empty()) return absl::InvalidArgumentError("agent_id is missing; send one");
  if (id.size() <= kLongestAgentId && std::all_of(id.begin(), id.end(), fits_agent_id)) return absl::OkStatus();
  return absl::InvalidArgumentError("agent_id must be 1 to 64 letters, digits, '.', '-', '_' or '@'");
}

absl::Status check_text(const std::string& name, const std::string& text, std::size_t most, bool required) {
  if (required && text.empty()) return absl::InvalidArgumentError(absl::StrCat(name, " is missing; send one"));
  const std::size_t length = base::count_code_points(text);
  if (length <= most) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(name, " is ", length, " characters; at most ", most, " are taken"));
}

std::string presentable(const std::string& text, std::size_t most) {
  std::string valid = base::to_valid_utf8(text);
  std::replace_if(
      valid.begin(), valid.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return std::string(base::truncate_utf8(valid, most));
}

absl::Status check_page_size(int& page_size) {
  if (page_size < 0) return absl::InvalidArgumentError("page_size is negative; send 0 for the usual 50");
  page_size = page_size == 0 ? kUsualPage : std::min(page_size, kLargestPage);
  return absl::OkStatus();
}

}  // namespace aandacht::core
