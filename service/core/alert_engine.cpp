#include "service/core/alert_engine.h"

#include <spdlog/spdlog.h>

#include <utility>

namespace aandacht::core {

AlertEngine::AlertEngine(bus::Bus& bus, const Seats& seats, const base::Clock& clock,
                         domain::AlertState::TeamOf team_of, Hooks hooks)
    : seats_(seats),
      clock_(clock),
      team_of_(std::move(team_of)),
      hooks_(std::move(hooks)),
      subscription_(bus.subscribe("", [this](const auto& message) { take(message); })) {}

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

void AlertEngine::take(const std::shared_ptr<const bus::Message>& message) {
  if (!domain::has_moments(message->update)) return;
  const std::lock_guard lock(mutex_);
  if (!started_ || stopping_) return;
  if (waiting_.size() >= kMostWaiting) {
    if (!missed_) spdlog::warn("alerts: more than {} changes wait; running calls are looked at anew", kMostWaiting);
    waiting_.clear();
    missed_ = true;
    return;
  }
  waiting_.push_back(message);
  if (waiting_.size() == 1) changed_.notify_one();
}

void AlertEngine::run() {
  {
    const std::lock_guard lock(mutex_);
    state_.emplace(team_of_, rules_);
  }
  for (;;) {
    std::deque<std::shared_ptr<const bus::Message>> messages;
    std::shared_ptr<const domain::AlertRules> rules;
    std::vector<domain::AlertFinding> told;
    bool missed = false;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !waiting_.empty() || new_rules_ || missed_ || look_ || stopping_; });
      if (stopping_) return;
      messages.swap(waiting_);
      told.swap(told_);
      if (std::exchange(new_rules_, false)) rules = rules_;
      missed = std::exchange(missed_, false);
      look_ = false;
    }
    for (const domain::AlertFinding& each : told) state_->remember(each);
    if (rules != nullptr) state_->set_rules(std::move(rules));
    if (missed) {
      for (const domain::CallMoment& moment : hooks_.running()) see(moment);
    }
    for (const auto& message : messages) see_message(*message);
    tell(state_->pass(clock_.now()));
    hooks_.next(state_->next());
  }
}

void AlertEngine::see_message(const bus::Message& message) {
  const std::shared_ptr<const Seat> seat = seats_.find(message.agent_id);
  for (domain::CallMoment& moment : domain::moments_of(message.desk, message.update)) {
    if (seat != nullptr) moment.skew = seat->skew;
    see(moment);
  }
}

void AlertEngine::see(const domain::CallMoment& moment) {
  const absl::Time time = moment.time + moment.skew;
  tell(state_->pass(time));
  tell(state_->see(moment));
  const bool over = moment.state == domain::CallState::kWrapUp || moment.state == domain::CallState::kEnded;
  if (over) hooks_.over(moment.agent_id, moment.call_id, time);
}

void AlertEngine::tell(std::vector<domain::AlertFinding> found) {
  if (!found.empty()) hooks_.found(std::move(found));
}

}  // namespace aandacht::core
