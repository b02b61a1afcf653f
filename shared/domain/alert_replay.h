// What a rule would have said over events of the past.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/domain/alert_state.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// Lets desks go through their events again as far as calls go, and has the one judge look at them. What agents did for
/// themselves is not taken. Holds one desk for each agent and what is known of the calls on them.
class AlertReplay {
 public:
  AlertReplay(AlertState::TeamOf team_of, std::shared_ptr<const AlertRules> rules);

  /// The next event of the log.
  [[nodiscard]] std::vector<AlertFinding> take(const std::string& agent_id, const Event& event);

  /// Nothing happened any more up to `now`.
  [[nodiscard]] std::vector<AlertFinding> finish(absl::Time now) { return state_.pass(now); }

  /// False for events that take() leaves alone; they need not be read.
  [[nodiscard]] static bool is_taken(const Event& event);

 private:
  void step(Desk& desk, const Event& event, std::vector<AlertFinding>& found);

  const Library library_;  // Empty: cards do not matter to alerts.
  AlertState state_;
  std::map<std::string, Desk> desks_;
};

}  // namespace aandacht::domain
