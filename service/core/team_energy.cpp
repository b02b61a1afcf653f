#include "service/core/team_energy.h"

#include <utility>

namespace aandacht::core {
namespace {

constexpr absl::Duration kBetweenLooks = absl::Minutes(15);
constexpr absl::Duration kActive = absl::Hours(1);

EnergyBand level_of(const Seat& seat, const domain::FatigueRules& rules, absl::Time now) {
  return band_of(domain::fatigue_score(seat.desk.fatigue, rules, now - seat.skew).total, rules);
}

bool shares(const Seat& seat, absl::Time now) { return seat.desk.fatigue.shared_until > now - seat.skew; }

TeamMate mate_of(const Seat& seat, const domain::FatigueRules& rules, absl::Time now) {
  const domain::Fatigue& fatigue = seat.desk.fatigue;
  const bool busy = fatigue.busy_since != absl::InfinitePast();
  const bool active = busy || fatigue.free_since > now - seat.skew - kActive;
  return {seat.desk.agent_id, level_of(seat, rules, now), active, shares(seat, now)};
}

}  // namespace

TeamEnergy::TeamEnergy(const Teams& teams, const Seats& seats, const Mind& mind, std::function<bool()> chance)
    : teams_(teams), seats_(seats), mind_(mind), chance_(std::move(chance)) {
  for (const auto& [team, size] : teams_.sizes()) {
    if (size >= HeldBand::kFewest) bands_[team];
  }
}

void TeamEnergy::look(absl::Time now) {
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  std::map<std::string, std::vector<TeamMate>> mates;
  for (const std::shared_ptr<const Seat>& seat : seats_.all()) {
    mates[teams_.of(seat->desk.agent_id)].push_back(mate_of(*seat, knowledge->library.fatigue, now));
  }
  const std::lock_guard lock(mutex_);
  for (auto& [team, band] : bands_) band.look(mates[team], now, chance_);
  ++looks_;
}

std::int64_t TeamEnergy::looks() const {
  const std::lock_guard lock(mutex_);
  return looks_;
}

absl::Time TeamEnergy::next_look(absl::Time now) {
  return absl::UnixEpoch() + absl::Floor(now - absl::UnixEpoch(), kBetweenLooks) + kBetweenLooks;
}

std::vector<TeamBand> TeamEnergy::bands() const {
  const std::lock_guard lock(mutex_);
  std::vector<TeamBand> all;
  for (const auto& [team, band] : bands_) all.push_back({team, band.band(), band.since()});
  return all;
}

std::vector<SharedBand> TeamEnergy::shared(absl::Time now) const {
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  std::vector<SharedBand> all;
  for (const std::shared_ptr<const Seat>& seat : seats_.all()) {
    if (!shares(*seat, now)) continue;
    all.push_back({seat->desk.agent_id, level_of(*seat, knowledge->library.fatigue, now),
                   seat->desk.fatigue.shared_until + seat->skew});
  }
  return all;
}

}  // namespace aandacht::core
