// What a supervisor sees of all desks.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "service/bus/bus.h"
#include "service/core/seats.h"

namespace aandacht::core {

/// One desk as the floor shows it.
struct FloorRow {
  std::string agent_id;
  std::optional<domain::CallState> state;   ///< Absent between calls.
  absl::Time since = absl::InfinitePast();  ///< In the service's time; not known when infinite.
  std::string call_id;
  std::string customer_name;
  std::optional<domain::CallPhase> phase;
  std::vector<double> scores;
  std::optional<domain::Feeling> feeling;
  int cards_shown = 0;
  int prompts_waiting = 0;                    ///< 0 between calls: it would tell whether a reset runs.
  std::optional<domain::CardKind> card_kind;  ///< Of a card that belongs to the call on screen.

  bool operator==(const FloorRow&) const = default;
};

/// False for a desk at which nothing happened but what its agent did for themselves.
[[nodiscard]] bool is_on_floor(const Seat& seat);

[[nodiscard]] FloorRow floor_row(const Seat& seat);

/// The rows that differ from what was last taken; a desk that changes faster than it is taken comes once, as it is now.
/// What agents do for themselves changes no row, and so is never seen, not even when. Safe to use from any thread.
class FloorWatch {
 public:
  struct Rows {
    std::vector<FloorRow> rows;
    bool complete = false;  ///< All rows there are.
  };

  /// \param ready  as of DeskWatch.
  FloorWatch(bus::Bus& bus, const Seats& seats, std::function<void()> ready);

  /// All rows the first time, then those that differ; absent when none does.
  [[nodiscard]] std::optional<Rows> next();

 private:
  const Seats& seats_;
  const std::function<void()> ready_;
  std::mutex mutex_;
  std::set<std::string> moved_;           // Desks that were not looked at since.
  std::map<std::string, FloorRow> sent_;  // By agent, as last taken.
  bool complete_due_ = true;
  std::unique_ptr<bus::Subscription> subscription_;  // Last: its callback uses the rest.
};

}  // namespace aandacht::core
