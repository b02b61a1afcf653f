// The energy of all teams, looked at every quarter of an hour, and of who shares theirs.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "service/core/energy.h"
#include "service/core/mind.h"
#include "service/core/seats.h"
#include "service/core/teams.h"

namespace aandacht::core {

struct TeamBand {
  std::string team;
  EnergyBand band = EnergyBand::kTooFew;
  absl::Time since = absl::InfinitePast();  ///< InfinitePast: nobody looked yet.

  bool operator==(const TeamBand&) const = default;
};

/// An agent who shares how it goes.
struct SharedBand {
  std::string agent_id;
  EnergyBand band = EnergyBand::kCalm;
  absl::Time until;  ///< When it ends by itself, in the service's time.

  bool operator==(const SharedBand&) const = default;
};

/// Only teams of the configuration, with five members or more, have a band: whoever is in no team cannot be counted,
/// for anybody can report calls under any name. Safe to use from any thread. References must outlive it.
class TeamEnergy {
 public:
  /// \param chance  true half of the time, see HeldBand.
  TeamEnergy(const Teams& teams, const Seats& seats, const Mind& mind, std::function<bool()> chance);

  /// Looks at all teams; from one thread at a time.
  void look(absl::Time now);

  /// How often it looked.
  [[nodiscard]] std::int64_t looks() const;

  /// When to look next: the next quarter of an hour.
  [[nodiscard]] static absl::Time next_look(absl::Time now);

  /// As they were looked at last, in the order of their names.
  [[nodiscard]] std::vector<TeamBand> bands() const;

  /// Who shares at `now`, as it is now, in the order of their ids.
  [[nodiscard]] std::vector<SharedBand> shared(absl::Time now) const;

 private:
  const Teams& teams_;
  const Seats& seats_;
  const Mind& mind_;
  const std::function<bool()> chance_;
  mutable std::mutex mutex_;
  std::map<std::string, HeldBand> bands_;
  std::int64_t looks_ = 0;
};

}  // namespace aandacht::core
