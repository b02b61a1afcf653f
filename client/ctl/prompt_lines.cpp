#include "client/ctl/prompt_lines.h"

#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/ctl/json_out.h"

namespace aandacht::ctl {
namespace {

absl::Time moment_of(const domain::PushedPrompt& prompt, const domain::PromptDelivery& desk) {
  if (desk.state == domain::PromptState::kExpired) return prompt.expires;
  for (const absl::Time time : {desk.ended, desk.shown, desk.delivered}) {
    if (time != absl::InfinitePast()) return time;
  }
  return prompt.pushed;
}

std::string counts_of(const domain::PushedPrompt& prompt) {
  std::map<domain::PromptState, int> counts;
  for (const domain::PromptDelivery& desk : prompt.deliveries) ++counts[desk.state];
  std::vector<std::string> words;
  for (const auto& [state, count] : counts) words.push_back(absl::StrCat(count, " ", std::string(word(state))));
  return absl::StrJoin(words, ", ");
}

}  // namespace

std::string_view word(domain::PromptState state) {
  switch (state) {
    case domain::PromptState::kWaiting:
      return "waiting";
    case domain::PromptState::kDelivered:
      return "delivered";
    case domain::PromptState::kShown:
      return "shown";
    case domain::PromptState::kUsed:
      return "used";
    case domain::PromptState::kNotNow:
      return "not_now";
    case domain::PromptState::kDoesNotFit:
      return "does_not_fit";
    case domain::PromptState::kExpired:
      return "expired";
    case domain::PromptState::kRecalled:
      return "recalled";
  }
  return "unknown";
}

std::vector<std::string> prompt_lines(const domain::PushedPrompt& prompt, bool json, absl::TimeZone zone) {
  std::vector<std::string> lines;
  if (!json) {
    lines.push_back(absl::StrCat(absl::FormatTime("%H:%M:%S", prompt.pushed, zone), "  ", prompt.id, "  ",
                                 prompt.supervisor, ": ", prompt.text, "  (", counts_of(prompt), ")"));
    return lines;
  }
  for (const domain::PromptDelivery& desk : prompt.deliveries) {
    lines.push_back(to_line({{"prompt", prompt.id},
                             {"agent", desk.agent_id},
                             {"state", std::string(word(desk.state))},
                             {"at", moment_json(moment_of(prompt, desk), zone)},
                             {"supervisor", prompt.supervisor},
                             {"text", prompt.text},
                             {"reason", prompt.reason},
                             {"urgent", prompt.urgent},
                             {"template", prompt.template_id},
                             {"pushed", moment_json(prompt.pushed, zone)},
                             {"expires", moment_json(prompt.expires, zone)}}));
  }
  return lines;
}

}  // namespace aandacht::ctl
