#include "shared/domain/alert_replay.h"

#include <iterator>
#include <utility>

#include "shared/domain/apply.h"

namespace aandacht::domain {
namespace {

constexpr int kMostWakeUps = 64;

}  // namespace

AlertReplay::AlertReplay(AlertState::TeamOf team_of, std::shared_ptr<const AlertRules> rules)
    : state_(std::move(team_of), std::move(rules)) {}

bool AlertReplay::is_taken(const Event& event) {
  return std::holds_alternative<CallReported>(event.what) || std::holds_alternative<UtteranceSaid>(event.what) ||
         std::holds_alternative<WrapUpFinished>(event.what);
}

std::vector<AlertFinding> AlertReplay::take(const std::string& agent_id, const Event& event) {
  std::vector<AlertFinding> found = state_.pass(event.time);
  if (!is_taken(event)) return found;
  Desk& desk = desks_[agent_id];
  desk.agent_id = agent_id;
  for (int i = 0; i < kMostWakeUps && desk.wake <= event.time; ++i) {
    const std::int64_t before = desk.version;
    step(desk, {"", desk.wake, WokeUp{}}, found);
    if (desk.version == before) break;
  }
  step(desk, event, found);
  return found;
}

void AlertReplay::step(Desk& desk, const Event& event, std::vector<AlertFinding>& found) {
  Outcome outcome = apply(std::move(desk), event, library_, event.time);
  desk = std::move(outcome.desk);
  if (outcome.changes.empty()) return;
  const DeskUpdate update{desk.version, desk.time, event.id, std::move(outcome.changes)};
  if (!has_moments(update)) return;
  for (const CallMoment& moment : moments_of(desk, update)) {
    for (std::vector<AlertFinding> more : {state_.pass(moment.time), state_.see(moment)}) {
      found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
  }
}

}  // namespace aandacht::domain
