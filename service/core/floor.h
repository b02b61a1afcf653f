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
#include "service/core/presence.h"
#include "service/core/seats.h"
#include "service/core/teams.h"

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
  int prompts_waiting = 0;                    ///< 0 between calls and in a wrap-up: it would tell of a reset.
  std::optional<domain::CardKind> card_kind;  ///< Of a card of the call on screen, or, but in a wrap-up, of a prompt.
  std::string team;                           ///< "" for who is in none.
  bool away = false;                          ///< As Presence tells.
  std::vector<std::string> watchers;          ///< Names of who follows the call on screen.

  bool operator==(const FloorRow&) const = default;
};

/// False for a desk at which nothing happened but what its agent did for themselves.
[[nodiscard]] bool is_on_floor(const Seat& seat);

/// `team` and `away` are left as they are.
[[nodiscard]] FloorRow floor_row(const Seat& seat);

/// What rows are made of. References must outlive the watch.
struct FloorSources {
  bus::Bus& bus;
  const Seats& seats;
  const Teams& teams;
  Presence& presence;
  const base::Clock& clock;
};

/// Which part of the floor, and how often.
struct FloorScope {
  /// Whether desks of this team are shown; empty: all are.
  std::function<bool(const std::string& team)> shows;
  /// Nothing is given sooner after the last; what changed meanwhile comes together. Zero: at once.
  absl::Duration pace = absl::ZeroDuration();
  /// Asked to have `ready` called at this time, when something waits for the pace.
  std::function<void(absl::Time)> call_at;
};

/// Desks at which calls were, and everybody who is in a team, with or without a desk. The rows that differ from what
/// was last taken; a desk that changes faster than it is taken comes once, as it is now. What agents do for themselves
/// changes no row, and so is never seen, not even when. Safe to use from any thread.
class FloorWatch {
 public:
  struct Rows {
    std::vector<FloorRow> rows;
    bool complete = false;  ///< All rows there are.
  };

  /// \param ready  as of DeskWatch.
  FloorWatch(const FloorSources& sources, FloorScope scope, std::function<void()> ready);

  /// All rows the first time, then those that differ; absent when none does, or it is not time yet.
  [[nodiscard]] std::optional<Rows> next();

 private:
  using Moved = std::set<std::string>;

  void note(const std::string& agent_id);
  void take(const std::string& agent_id, std::vector<FloorRow>& rows);

  const FloorSources sources_;
  const FloorScope scope_;
  const std::function<void()> ready_;
  std::mutex mutex_;
  Moved moved_;                           // Desks that were not looked at since.
  bool all_moved_ = true;                 // All of them were not.
  std::map<std::string, FloorRow> sent_;  // By agent, as last taken.
  bool complete_due_ = true;
  absl::Time given_ = absl::InfinitePast();           // When something was given last.
  std::unique_ptr<Presence::Subscription> presence_;  // Last two: their callbacks use the rest.
  std::unique_ptr<bus::Subscription> subscription_;
};

}  // namespace aandacht::core
