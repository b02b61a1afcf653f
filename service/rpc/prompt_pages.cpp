#include "service/rpc/prompt_pages.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace aandacht::rpc {

absl::StatusOr<PromptPlace> place_from_token(const std::string& token) {
  const std::size_t colon = token.find(':');
  std::int64_t nanoseconds = 0;
  int told = 0;
  if (colon == std::string::npos || !absl::SimpleAtoi(token.substr(0, colon), &nanoseconds) ||
      !absl::SimpleAtoi(token.substr(colon + 1), &told) || told < 1 || told > 100000) {
    return absl::InvalidArgumentError("page_token is not one that this list gave; begin at the first page");
  }
  return PromptPlace{absl::FromUnixNanos(nanoseconds), told};
}

std::string to_token(const PromptPlace& place) {
  return absl::StrCat(absl::ToUnixNanos(place.pushed), ":", place.told);
}

void drop_told(const PromptPlace& place, std::vector<domain::PushedPrompt>& prompts) {
  int left = place.told;
  std::erase_if(prompts, [&](const domain::PushedPrompt& each) { return each.pushed == place.pushed && left-- > 0; });
}

PromptPlace place_after(const std::vector<domain::PushedPrompt>& prompts, const PromptPlace& before) {
  const absl::Time last = prompts.back().pushed;
  const auto same = std::count_if(prompts.begin(), prompts.end(),
                                  [&](const domain::PushedPrompt& each) { return each.pushed == last; });
  return {last, static_cast<int>(same) + (last == before.pushed ? before.told : 0)};
}

}  // namespace aandacht::rpc
