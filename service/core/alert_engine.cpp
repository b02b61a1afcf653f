#include "service/core/alert_engine.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace aandacht::core {
namespace {

constexpr absl::Duration kTryAgain = absl::Seconds(1);

}  // namespace

AlertEngine::AlertEngine(store::Store& store, const Seats& seats, const base::Clock& clock,
                         domain::AlertState::TeamOf team_of, Hooks hooks, absl::Duration late)
    : seats_(seats),
      clock_(clock),
      team_of_(std::move(team_of)),
      hooks_(std::move(hooks)),
      late_(late),
      past_(store, seats) {}

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
    if (!missed_) spdlog::warn("alerts: more than {} changes wait; they are read from the log", kMostWaiting);
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
  bool owes_past = false;  // It could not be read.
  for (;;) {
    std::vector<Happened> happened;
    std::shared_ptr<const domain::AlertRules> rules;
    std::vector<domain::AlertFinding> told;
    bool missed = false;
    bool stopping = false;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !waiting_.empty() || new_rules_ || missed_ || look_ || stopping_; });
      stopping = stopping_;
      happened.swap(waiting_);
      told.swap(told_);
      if (std::exchange(new_rules_, false)) rules = rules_;
      missed = std::exchange(missed_, false) || (owes_past && look_);
      look_ = false;
    }
    if (stopping && (missed || owes_past)) return;  // The next start reads it.
    for (const domain::AlertFinding& each : told) replay_->remember(each);
    if (rules != nullptr) replay_->set_rules(std::move(rules));
    if (missed) owes_past = !begin_again();
    if (!owes_past) {
      for (const Happened& each : happened) judge_later(each);
      tell(stopping ? replay_->finish(clock_.now()) : replay_->pass(clock_.now()));
    }
    if (stopping) return;
    hooks_.next(owes_past ? clock_.now() + kTryAgain : replay_->next());
  }
}

bool AlertEngine::begin_again() {
  replay_->forget_desks();
  const absl::Status given = past_.give(
      *replay_, clock_.now(), [this](domain::AlertReplay::Judged judged) { tell(std::move(judged)); },
      [this] {
        const std::lock_guard lock(mutex_);
        return stopping_;
      });
  if (given.ok()) return true;
  if (!absl::IsCancelled(given)) spdlog::warn("alerts: the log is read again in a second: {}", given.ToString());
  return false;
}

void AlertEngine::judge_later(const Happened& happened) {
  if (past_.has(happened)) return;
  const std::shared_ptr<const Seat> seat = seats_.find(happened.agent_id);
  replay_->take(happened.agent_id, happened.event, seat == nullptr ? absl::ZeroDuration() : seat->skew);
}

void AlertEngine::tell(domain::AlertReplay::Judged judged) {
  if (!judged.found.empty()) hooks_.found(std::move(judged.found));
  for (const domain::AlertReplay::CallOver& each : judged.over) hooks_.over(each);
}

}  // namespace aandacht::core
