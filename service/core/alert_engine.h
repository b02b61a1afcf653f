// Has the judge of alerts look at what was committed, beside the writer.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "service/core/batch.h"
#include "service/core/seats.h"
#include "shared/base/clock.h"
#include "shared/domain/alert_replay.h"

namespace aandacht::core {

/// One thread, begun with the first rule: the writer only hands over what it committed, and nothing without rules.
/// All hooks are called in that thread. References must outlive it.
class AlertEngine {
 public:
  static constexpr std::size_t kMostWaiting = 1024;

  /// A desk with the calls that run on it, and their last words.
  struct Running {
    std::shared_ptr<const Seat> seat;
    std::vector<domain::CallMoment> moments;
  };

  struct Hooks {
    std::function<void(std::vector<domain::AlertFinding>)> found;
    /// A call is over at this desk, in the service's time.
    std::function<void(const std::string& agent_id, const std::string& call_id, absl::Time time)> over;
    /// What is to be looked at after the start, and after more came than may wait.
    std::function<std::vector<Running>()> running;
    /// When look() is wanted; InfiniteFuture: not any more.
    std::function<void(absl::Time)> next;
  };

  AlertEngine(const Seats& seats, const base::Clock& clock, domain::AlertState::TeamOf team_of, Hooks hooks,
              absl::Duration late = domain::AlertReplay::kLate);
  ~AlertEngine();

  /// From now on these are the rules. `told` was told by them before; read when the first rules come.
  void set_rules(std::shared_ptr<const domain::AlertRules> rules, const std::vector<domain::AlertFinding>& told);

  /// What was committed, in order.
  void take(std::vector<Happened> happened);

  /// Time passed.
  void look();

  /// Nothing is looked at any more when this returns. Not from a hook.
  void stop();

 private:
  void run();
  void begin_again();
  void judge_later(const Happened& happened);
  void tell(domain::AlertReplay::Judged judged);

  const Seats& seats_;
  const base::Clock& clock_;
  const domain::AlertState::TeamOf team_of_;
  const Hooks hooks_;
  const absl::Duration late_;
  std::optional<domain::AlertReplay> replay_;  // Of the thread …
  std::map<std::string, std::int64_t> begun_;  // … and so is this: the version each desk began with.
  std::mutex mutex_;                           // Guards what follows.
  std::condition_variable changed_;
  std::vector<Happened> waiting_;
  std::shared_ptr<const domain::AlertRules> rules_;
  std::vector<domain::AlertFinding> told_;
  bool started_ = false;
  bool new_rules_ = false;
  bool missed_ = false;
  bool look_ = false;
  bool stopping_ = false;
  std::mutex joining_;
  std::thread thread_;
};

}  // namespace aandacht::core
