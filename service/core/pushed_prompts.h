// How many prompts a desk was sent of late.
#pragma once

#include <map>
#include <string>

#include "absl/time/time.h"

namespace aandacht::core {

/// The prompts that are still worth showing, by desk, whether they wait, show or were seen: a limit on those that wait
/// would tell a supervisor whether a reset keeps them waiting. Kept in memory; after a start it begins empty. Not safe
/// to use from several threads.
class PushedPrompts {
 public:
  static constexpr std::size_t kMost = 20;

  [[nodiscard]] bool is_full(const std::string& agent_id, absl::Time now) {
    std::map<std::string, absl::Time>& sent = expires_[agent_id];
    std::erase_if(sent, [now](const auto& each) { return each.second <= now; });
    return sent.size() >= kMost;
  }

  /// The same prompt again changes nothing.
  void add(const std::string& agent_id, const std::string& prompt_id, absl::Time expires) {
    expires_[agent_id].emplace(prompt_id, expires);
  }

 private:
  std::map<std::string, std::map<std::string, absl::Time>> expires_;
};

}  // namespace aandacht::core
