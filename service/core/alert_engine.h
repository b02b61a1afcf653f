// Has the judge of alerts look at what was committed, beside the writer.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "service/core/alert_past.h"
#include "service/core/batch.h"
#include "service/core/seats.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/domain/alert_replay.h"

namespace aandacht::core {

/// One thread, begun with the first rule: the writer only hands over what it committed, and nothing without rules.
/// All hooks are called in that thread. References must outlive it.
class AlertEngine {
 public:
  static constexpr std::size_t kMostWaiting = 1024;

  struct Hooks {
    std::function<void(std::vector<domain::AlertFinding>)> found;
    /// After what was found of the call.
    std::function<void(const domain::AlertReplay::CallOver&)> over;
    /// When look() is wanted; InfiniteFuture: not any more.
    std::function<void(absl::Time)> next;
  };

  AlertEngine(store::Store& store, const Seats& seats, const base::Clock& clock, domain::AlertState::TeamOf team_of,
              Hooks hooks, absl::Duration late = domain::AlertReplay::kLate);
  ~AlertEngine();

  /// From now on these are the rules. `told` was told by them before; read when the first rules come.
  void set_rules(std::shared_ptr<const domain::AlertRules> rules, const std::vector<domain::AlertFinding>& told);

  /// What was committed, in order.
  void take(std::vector<Happened> happened);

  /// Time passed.
  void look();

  /// What was taken is judged before this returns, as if nothing came any more; after it nothing is. What could not be
  /// is in the log, and looked for at the next start. Not from a hook.
  void stop();

 private:
  void run();
  [[nodiscard]] bool begin_again();
  void judge_later(const Happened& happened);
  void tell(domain::AlertReplay::Judged judged);

  const Seats& seats_;
  const base::Clock& clock_;
  const domain::AlertState::TeamOf team_of_;
  const Hooks hooks_;
  const absl::Duration late_;
  std::optional<domain::AlertReplay> replay_;  // Of the thread …
  AlertPast past_;                             // … and so is this.
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
