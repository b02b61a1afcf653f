#include "shared/domain/pushed_prompt.h"

#include <algorithm>

namespace aandacht::domain {

bool is_over(PromptState state) {
  switch (state) {
    case PromptState::kWaiting:
    case PromptState::kDelivered:
    case PromptState::kShown:
      return false;
    case PromptState::kUsed:
    case PromptState::kNotNow:
    case PromptState::kDoesNotFit:
    case PromptState::kExpired:
    case PromptState::kRecalled:
      return true;
  }
  return true;
}

PromptState state_at(const PromptDelivery& delivery, absl::Time expires, absl::Time now) {
  if (!is_over(delivery.state) && expires <= now) return PromptState::kExpired;
  const bool unsaid = delivery.state == PromptState::kDelivered && delivery.delivered == absl::InfinitePast();
  return unsaid ? PromptState::kWaiting : delivery.state;
}

std::string fill_slots(std::string_view text, const std::map<std::string, std::string>& fields) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    filled += text.substr(0, open);
    const auto field = fields.find(std::string(text.substr(open + 1, close - open - 1)));
    filled += field == fields.end() ? text.substr(open, close + 1 - open) : std::string_view(field->second);
    text.remove_prefix(close + 1);
  }
  filled += text;
  return filled;
}

std::vector<std::string> open_slots(std::string_view text) {
  std::vector<std::string> slots;
  for (;;) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return slots;
    std::string name(text.substr(open + 1, close - open - 1));
    if (std::find(slots.begin(), slots.end(), name) == slots.end()) slots.push_back(std::move(name));
    text.remove_prefix(close + 1);
  }
}

}  // namespace aandacht::domain
