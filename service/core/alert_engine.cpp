#include "service/core/alert_engine.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace aandacht::core {

AlertEngine::AlertEngine(const Seats& seats, const base::Clock& clock, domain::AlertState::TeamOf team_of, Hooks hooks,
                         absl::Duration late)
    : seats_(seats), clock_(clock), team_of_(std::move(team_of)), hooks_(std::move(hooks)), late_(late) {}

AlertEngine::~AlertEngine() { stop(); }

void AlertEngine::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_one();
  }
  const std::lock_guard lock(joining_);
  if (thread_.joinable()) thread_.join();
}

void AlertEngine::set_rules(std::shared_ptr<const domain::AlertRules> rules,
                            const std::vector<domain::AlertFinding>& told) {
  const std::lock_guard lock(mutex_);
  if (stopping_) return;
  rules_ = std::move(rules);
  new_rules_ = true;
  if (!started_) {
    if (rules_->all().empty()) return;
    started_ = true;
    told_ = told;
    missed_ = true;  // Calls may run already.
    thread_ = std::thread([this] { run(); });
  }
  changed_.notify_one();
}

void AlertEngine::look() {
  const std::lock_guard lock(mutex_);
  look_ = true;
  changed_.notify_one();
}

void AlertEngine::take(std::vector<Happened> happened) {
  const std::lock_guard lock(mutex_);
  if (!started_ || stopping_) return;
  if (waiting_.size() + happened.size() > kMostWaiting) {
    if (!missed_) spdlog::warn("alerts: more than {} changes wait; running calls are looked at anew", kMostWaiting);
    waiting_.clear();
    missed_ = true;
    changed_.notify_one();
    return;
  }
  const bool first = waiting_.empty();
  std::move(happened.begin(), happened.end(), std::back_inserter(waiting_));
  if (first) changed_.notify_one();
}

void AlertEngine::run() {
  {
    const std::lock_guard lock(mutex_);
    replay_.emplace(team_of_, rules_, late_);
  }
  for (;;) {
    std::vector<Happened> happened;
    std::shared_ptr<const domain::AlertRules> rules;
    std::vector<domain::AlertFinding> told;
    bool missed = false;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !waiting_.empty() || new_rules_ || missed_ || look_ || stopping_; });
      if (stopping_) return;
      happened.swap(waiting_);
      told.swap(told_);
      if (std::exchange(new_rules_, false)) rules = rules_;
      missed = std::exchange(missed_, false);
      look_ = false;
    }
    for (const domain::AlertFinding& each : told) replay_->remember(each);
    if (rules != nullptr) replay_->set_rules(std::move(rules));
    if (missed) begin_again();
    for (const Happened& each : happened) judge_later(each);
    tell(replay_->pass(clock_.now()));
    hooks_.next(replay_->next());
  }
}

void AlertEngine::begin_again() {
  replay_->forget_desks();
  begun_.clear();
  for (const Running& running : hooks_.running()) {
    begun_[running.seat->desk.agent_id] = running.seat->desk.version;
    tell(replay_->begin(running.seat->desk, running.moments));
  }
}

void AlertEngine::judge_later(const Happened& happened) {
  const auto begun = begun_.find(happened.agent_id);
  if (begun != begun_.end() && happened.version <= begun->second) return;  // The desk began with it.
  const std::shared_ptr<const Seat> seat = seats_.find(happened.agent_id);
  replay_->take(happened.agent_id, happened.event, seat == nullptr ? absl::ZeroDuration() : seat->skew);
}

void AlertEngine::tell(domain::AlertReplay::Judged judged) {
  if (!judged.found.empty()) hooks_.found(std::move(judged.found));
  for (const domain::AlertReplay::CallOver& each : judged.over) hooks_.over(each.agent_id, each.call_id, each.time);
}

}  // namespace aandacht::core
