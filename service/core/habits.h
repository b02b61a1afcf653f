// The tiny habits of a team: put forward, ranked together, once a quarter.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/commands.h"
#include "service/core/desks.h"
#include "service/core/mind.h"
#include "service/core/teams.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/domain/team_habits.h"

namespace aandacht::core {

/// A habit in an agent's words, for the whole team.
struct PutForwardHabit {
  std::string request_id;
  std::string agent_id;
  std::string after;
  std::string will;
  std::string celebrate;
};

/// Best first.
struct VoteHabits {
  std::string request_id;
  std::string agent_id;
  std::vector<std::string> habit_ids;
};

/// Who put a habit forward and how somebody voted is never told. A quarter begins without votes; the habits of the last
/// one stay on the list, and longer those that are voted for. Failures as habits.proto has them, and NOT_FOUND for an
/// agent who is not served here; reads may also answer UNAVAILABLE or INTERNAL for the store. Safe to use from any
/// thread. References must outlive this.
class Habits {
 public:
  Habits(Writer& writer, store::Store& store, const Mind& mind, const Desks& desks, const base::Clock& clock,
         absl::TimeZone time_zone, Teams teams)
      : writer_(writer),
        store_(store),
        mind_(mind),
        desks_(desks),
        clock_(clock),
        time_zone_(time_zone),
        teams_(std::move(teams)) {}

  /// \param language  BCP 47, of the shipped ones; empty: all.
  [[nodiscard]] absl::StatusOr<domain::TeamHabits> list(const std::string& agent_id, const std::string& language) const;

  /// The result is the habit's id on the list.
  void put_forward(PutForwardHabit habit, Done<std::string> done);

  /// In the place of the agent's earlier votes of this quarter; none takes them back. The result is true.
  void vote(VoteHabits votes, Done<bool> done);

 private:
  /// Those who have a desk or stand in the configuration: with invented names nobody makes three of two.
  [[nodiscard]] int count_known(const std::vector<std::string>& voters) const;
  [[nodiscard]] absl::CivilDay today() const { return absl::ToCivilDay(clock_.now(), time_zone_); }

  Writer& writer_;
  store::Store& store_;
  const Mind& mind_;
  const Desks& desks_;
  const base::Clock& clock_;
  const absl::TimeZone time_zone_;
  const Teams teams_;
};

}  // namespace aandacht::core
