// How busy each team is, from its own calls of the last hour.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/time/time.h"
#include "service/core/seats.h"
#include "service/core/teams.h"
#include "shared/domain/reset.h"

namespace aandacht::core {

/// What the calls of one team added up to in the last hour, minute by minute. Every step takes the same time however
/// many calls there were.
class HourOfCalls {
 public:
  /// What was added and counted so far is forgotten when the clock was set back by more than an hour since: it would
  /// neither grow nor age until the clock is there again.
  void set_clock(absl::Time now);

  /// One stretch in which calls kept an agent busy is over at `now`.
  ///
  /// \param calls  that ended in it.
  /// \param gap    since the agent's last one; absent: not known, or the agent was away.
  void add(absl::Time now, absl::Duration busy, int calls, std::optional<absl::Duration> gap);

  /// An agent who was counted in the minute of `before` is counted in that of `now` instead.
  void count_agent(absl::Time now, absl::Time before);

  /// Absent below five calls, and below five gaps: not known yet.
  [[nodiscard]] std::optional<domain::TeamLoad> load(absl::Time now);

 private:
  struct Minute {
    std::int64_t number = -1;  ///< Since 1970.
    int calls = 0;
    int gaps = 0;
    int agents = 0;             ///< Whose last stretch ended then.
    absl::Duration busy;        ///< Of all stretches.
    absl::Duration busy_known;  ///< Of those with a gap before them …
    absl::Duration gap;         ///< … and the gaps.
  };
  static constexpr int kMinutes = 60;

  void move_on(absl::Time now);

  /// The minute of `time`; nullptr: over an hour ago.
  Minute* at(absl::Time time);

  std::array<Minute, kMinutes> minutes_;
  std::int64_t newest_ = -1;
  Minute sum_;
};

/// The loads of all teams. Kept in memory; after a start it is what the desks still know of the last hour. Safe to use
/// from any thread.
class TeamLoads {
 public:
  /// `teams` must outlive it.
  explicit TeamLoads(const Teams& teams) : teams_(teams) {}

  /// Takes what ended at this desk since it was last seen.
  void note(const Seat& seat, absl::Time now);

  /// Of the agent's team; absent: not known yet.
  [[nodiscard]] std::optional<domain::TeamLoad> of_team_of(const std::string& agent_id, absl::Time now);

 private:
  struct Seen {
    absl::Time latest = absl::InfinitePast();   ///< End of the latest stretch, in the desk's time.
    absl::Time counted = absl::InfinitePast();  ///< When the agent was last counted, in the service's.
    int calls_in_shift = 0;
  };

  const Teams& teams_;
  std::mutex mutex_;
  absl::flat_hash_map<std::string, Seen> seen_;
  std::map<std::string, HourOfCalls> hours_;
};

}  // namespace aandacht::core
