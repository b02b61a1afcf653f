// The alerts that supervisors see now, and who looks at them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/alert.h"

namespace aandacht::core {

class AlertWatch;

/// Holds the newest alerts, at most kMost; older ones are in the store only. Safe to use from any thread.
class AlertBoard {
 public:
  static constexpr std::size_t kMost = 2000;

  /// Somebody who watches.
  struct Viewer {
    std::function<bool(const domain::Alert&)> shows;
    std::function<absl::CivilDay()> today;
    /// Writes into the trail of these agents that words of their calls are shown on this day; `done` with whether that
    /// is on disk, from any thread or at once. No lock of the board is held.
    std::function<void(std::vector<std::string> agents, absl::CivilDay day, std::function<void(bool)> done)> note;
  };

  /// Adds or replaces, and tells who watches.
  void put(const std::vector<domain::Alert>& alerts);

  /// Takes off what was raised before `time`; nobody is told.
  void forget_before(absl::Time time);

  /// Tells who watches of alerts that were put aside until `now` or earlier. When the next one comes back;
  /// InfiniteFuture: none does.
  absl::Time bring_back(absl::Time now);

  [[nodiscard]] bool has_call(const std::string& call_id) const;

  /// `ready` as of DeskWatch.
  [[nodiscard]] std::unique_ptr<AlertWatch> watch(Viewer viewer, std::function<void()> ready);

 private:
  friend class AlertWatch;

  struct Entry {
    domain::Alert alert;
    std::int64_t revision = 0;
    bool away = false;  ///< Put aside, and not brought back yet.
  };

  mutable std::mutex mutex_;
  std::int64_t revision_ = 0;
  std::map<std::string, Entry> entries_;
  std::set<std::pair<absl::Time, std::string>> by_time_;
  std::set<AlertWatch*> watches_;
};

/// All that one supervisor sees: first what is not settled, at most kFirst of the newest; then what changed. Words of
/// an agent's calls are given only when the agent's trail says so, on disk; the first news waits for that, later alerts
/// wait alone. When it cannot be written the alert comes without its words. The board must outlive it.
class AlertWatch {
 public:
  static constexpr std::size_t kFirst = 500;

  struct News {
    std::vector<domain::Alert> alerts;  ///< Oldest first.
    bool complete = false;
  };

  AlertWatch(AlertBoard& board, AlertBoard::Viewer viewer, std::function<void()> ready);
  ~AlertWatch();
  AlertWatch(const AlertWatch&) = delete;
  AlertWatch& operator=(const AlertWatch&) = delete;

  /// Absent when there is nothing until `ready` is called.
  [[nodiscard]] std::optional<News> next();

 private:
  friend class AlertBoard;

  enum class Trail { kAsked, kNoted, kFailed };
  /// Of which agents the trail was asked for, and on which day. Outlives the watch in what waits for the writer.
  struct Trails {
    bool watched = true;
    std::map<std::string, std::pair<absl::CivilDay, Trail>> by_agent;
  };

  [[nodiscard]] std::optional<News> take(absl::CivilDay day, std::set<std::string>& to_note);
  void note(std::vector<std::string> agents, absl::CivilDay day);

  AlertBoard& board_;
  const AlertBoard::Viewer viewer_;
  const std::function<void()> ready_;
  const std::shared_ptr<Trails> trails_ = std::make_shared<Trails>();  // Guarded by the board, as what follows.
  std::set<std::string> held_;                                         // Alerts that wait for a trail.
  bool first_ = true;
  std::int64_t taken_ = 0;  // The board's revision.
};

}  // namespace aandacht::core
