#include "shared/domain/alert_replay.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/domain/apply.h"

namespace aandacht::domain {
namespace {

constexpr int kMostWakeUps = 64;

void append(std::vector<AlertFinding> more, std::vector<AlertFinding>& to) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

AlertReplay::AlertReplay(AlertState::TeamOf team_of, std::shared_ptr<const AlertRules> rules, absl::Duration late)
    : late_(late), state_(std::move(team_of), std::move(rules)) {}

bool AlertReplay::is_taken(const Event& event) {
  return std::holds_alternative<CallReported>(event.what) || std::holds_alternative<UtteranceSaid>(event.what) ||
         std::holds_alternative<WrapUpFinished>(event.what);
}

void AlertReplay::forget_desks() {
  desks_.clear();
  waiting_.clear();
}

AlertReplay::Judged AlertReplay::begin(Desk desk, const std::vector<CallMoment>& moments) {
  const std::string agent_id = desk.agent_id;
  desks_[agent_id] = std::move(desk);
  Judged judged;
  for (const CallMoment& moment : moments) see(moment, judged);
  return judged;
}

void AlertReplay::take(const std::string& agent_id, const Event& event, absl::Duration skew) {
  if (is_taken(event)) waiting_.emplace(event.time + skew, Waiting{agent_id, event, skew});
}

AlertReplay::Judged AlertReplay::pass(absl::Time now) {
  const absl::Time until = now - late_;
  Judged judged;
  while (!waiting_.empty() && waiting_.begin()->first <= until) {
    const auto next = waiting_.extract(waiting_.begin());
    append(state_.pass(next.key()), judged.found);
    judge(next.mapped(), judged);
  }
  append(state_.pass(until), judged.found);
  return judged;
}

absl::Time AlertReplay::next() const {
  const absl::Time next = waiting_.empty() ? absl::InfiniteFuture() : waiting_.begin()->first;
  return std::min(next, state_.next()) + late_;
}

void AlertReplay::judge(const Waiting& waiting, Judged& judged) {
  Desk& desk = desks_[waiting.agent_id];
  desk.agent_id = waiting.agent_id;
  for (int i = 0; i < kMostWakeUps && desk.wake <= waiting.event.time; ++i) {
    const std::int64_t before = desk.version;
    step(desk, {"", desk.wake, WokeUp{}}, waiting.skew, judged);
    if (desk.version == before) break;
  }
  step(desk, waiting.event, waiting.skew, judged);
}

void AlertReplay::step(Desk& desk, const Event& event, absl::Duration skew, Judged& judged) {
  Outcome outcome = apply(std::move(desk), event, library_, event.time);
  desk = std::move(outcome.desk);
  if (outcome.changes.empty()) return;
  const DeskUpdate update{desk.version, desk.time, event.id, std::move(outcome.changes)};
  for (CallMoment& moment : moments_of(desk, update)) {
    moment.skew = skew;
    see(moment, judged);
  }
}

void AlertReplay::see(const CallMoment& moment, Judged& judged) {
  append(state_.see(moment), judged.found);
  if (moment.state == CallState::kWrapUp || moment.state == CallState::kEnded)
    judged.over.push_back({moment.agent_id, moment.call_id, moment.time + moment.skew});
}

}  // namespace aandacht::domain
