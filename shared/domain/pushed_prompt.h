// A prompt as its supervisor follows it, and what became of it at each desk.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"

namespace aandacht::domain {

/// What became of a prompt at one desk, as a supervisor may know it. Between calls one that is not urgent stays
/// kDelivered until the next call or its answer: when it came on screen would tell whether the agent took a reset.
enum class PromptState {
  kWaiting,    ///< No window of the agent said yet that it has it: none is open, or it is quiet hours.
  kDelivered,  ///< At the desk; told when a window said that it has it.
  kShown,      ///< A window said that it stands on screen.
  kUsed,
  kNotNow,
  kDoesNotFit,
  kExpired,  ///< Its time was over before it was answered; whether it was seen is not told.
  kRecalled,
};

/// One desk's part of a prompt. Times are the service's; InfinitePast: not, or not told.
struct PromptDelivery {
  std::string agent_id;
  PromptState state = PromptState::kWaiting;
  absl::Time delivered = absl::InfinitePast();
  absl::Time shown = absl::InfinitePast();
  absl::Time ended = absl::InfinitePast();  ///< Answered or recalled.

  bool operator==(const PromptDelivery&) const = default;
};

/// A prompt that was pushed.
struct PushedPrompt {
  std::string id;
  std::string supervisor;  ///< As the agent reads it.
  std::string text;
  std::string reason;
  bool urgent = false;
  std::string template_id;  ///< Empty: free text.
  absl::Time pushed = absl::InfinitePast();
  absl::Time expires = absl::InfiniteFuture();
  absl::Time recalled = absl::InfinitePast();
  std::vector<std::string> team_ids;  ///< As they were named.
  bool everybody = false;
  std::vector<PromptDelivery> deliveries;  ///< By the agents' ids.

  bool operator==(const PushedPrompt&) const = default;
};

/// Nothing can become of it any more but a late answer.
[[nodiscard]] bool is_over(PromptState state);

/// The state to tell at `now`: what was not answered by then is over, and what is at the desk waits until a window said
/// that it has it.
[[nodiscard]] PromptState state_at(const PromptDelivery& delivery, absl::Time expires, absl::Time now);

/// `text` with each {slot} that `fields` names filled in; others stay.
[[nodiscard]] std::string fill_slots(std::string_view text, const std::map<std::string, std::string>& fields);

/// The names of the {slots} in `text`, without braces, each once, in order.
[[nodiscard]] std::vector<std::string> open_slots(std::string_view text);

}  // namespace aandacht::domain
