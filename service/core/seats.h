// The desks as they were last committed.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/time/time.h"
#include "service/core/teams.h"
#include "shared/domain/desk.h"

namespace aandacht::core {

/// From when to when a call was on hold, in the desk's time.
struct HoldSpan {
  absl::Time from;
  absl::Time to;
};

/// A desk and what core keeps beside it.
struct Seat {
  domain::Desk desk;
  /// The service's time minus the desk's: a desk lives in the time of its events, which may be another day.
  absl::Duration skew;
  /// Since when the call on screen is in its state (or there is none), in the service's time; infinite: not known. What
  /// agents do for themselves never moves it.
  absl::Time since = absl::InfinitePast();
  /// Holds of running calls that are over, by call: words said then must not be stored when they come late.
  std::map<std::string, std::vector<HoldSpan>> holds;
};

/// A seat for a desk as it was stored. A desk whose time is near `now` goes on in real time; another stands still from
/// its last event until the next.
///
/// \param free_since  when its last call left it, in the desk's time; infinite: not known.
[[nodiscard]] Seat seat_for(domain::Desk desk, absl::Time free_since, absl::Time now);

/// All seats, by agent. Safe to use from any thread; a seat that was taken out never changes.
class Seats {
 public:
  /// \param teams  of the agents; must outlive this. nullptr: all are in none.
  explicit Seats(const Teams* teams = nullptr) : teams_(teams) {}

  /// The team of an agent now; empty: none.
  [[nodiscard]] std::string team_of(const std::string& agent_id) const {
    return teams_ == nullptr ? std::string() : teams_->of(agent_id);
  }

  /// nullptr: this agent has no desk yet.
  [[nodiscard]] std::shared_ptr<const Seat> find(const std::string& agent_id) const;

  /// The seat of the agent whose this call is, as long as it is on their desk; nullptr: it is on none, or nobody's.
  [[nodiscard]] std::shared_ptr<const Seat> find_by_call(const std::string& call_id) const;

  /// In the order of the agents' ids.
  [[nodiscard]] std::vector<std::shared_ptr<const Seat>> all() const;

  /// \param owners  by call: whose it is by its record. Of calls that are not named it stays as it was.
  void put(const std::vector<std::shared_ptr<const Seat>>& seats, const std::map<std::string, std::string>& owners);

 private:
  const Teams* teams_;
  mutable std::mutex mutex_;
  absl::flat_hash_map<std::string, std::shared_ptr<const Seat>> seats_;
  absl::flat_hash_map<std::string, std::string> agent_by_call_;  // Of calls that are on their owner's desk.
};

}  // namespace aandacht::core
