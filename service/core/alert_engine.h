// Has the judge of alerts look at what was committed, beside the writer.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "service/bus/bus.h"
#include "service/core/seats.h"
#include "shared/base/clock.h"
#include "shared/domain/alert_state.h"

namespace aandacht::core {

/// One thread, begun with the first rule: the writer only hands over what it published, and nothing without rules.
/// All hooks are called in that thread. References must outlive it.
class AlertEngine {
 public:
  static constexpr std::size_t kMostWaiting = 1024;

  struct Hooks {
    std::function<void(std::vector<domain::AlertFinding>)> found;
    /// A call is over at this desk, in the service's time.
    std::function<void(const std::string& agent_id, const std::string& call_id, absl::Time time)> over;
    /// What is to be looked at after the start, and after more came than may wait: calls that run, and their last
    /// words.
    std::function<std::vector<domain::CallMoment>()> running;
    /// When look() is wanted; InfiniteFuture: not any more.
    std::function<void(absl::Time)> next;
  };

  AlertEngine(bus::Bus& bus, const Seats& seats, const base::Clock& clock, domain::AlertState::TeamOf team_of,
              Hooks hooks);
  ~AlertEngine();

  /// From now on these are the rules. `told` was told by them before; read when the first rules come.
  void set_rules(std::shared_ptr<const domain::AlertRules> rules, const std::vector<domain::AlertFinding>& told);

  /// Time passed.
  void look();

  /// Nothing is looked at any more when this returns. Not from a hook.
  void stop();

 private:
  void take(const std::shared_ptr<const bus::Message>& message);
  void run();
  void see(const domain::CallMoment& moment);
  void see_message(const bus::Message& message);
  void tell(std::vector<domain::AlertFinding> found);

  const Seats& seats_;
  const base::Clock& clock_;
  const domain::AlertState::TeamOf team_of_;
  const Hooks hooks_;
  std::optional<domain::AlertState> state_;  // Of the thread.
  std::mutex mutex_;                         // Guards what follows.
  std::condition_variable changed_;
  std::deque<std::shared_ptr<const bus::Message>> waiting_;
  std::shared_ptr<const domain::AlertRules> rules_;
  std::vector<domain::AlertFinding> told_;
  bool started_ = false;
  bool new_rules_ = false;
  bool missed_ = false;
  bool look_ = false;
  bool stopping_ = false;
  std::mutex joining_;
  std::thread thread_;
  std::unique_ptr<bus::Subscription> subscription_;  // Last: its callback uses the rest.
};

}  // namespace aandacht::core
