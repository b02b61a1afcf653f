#include "service/core/energy.h"

#include <algorithm>

namespace aandacht::core {
namespace {

int distance(EnergyBand from, EnergyBand to) { return static_cast<int>(to) - static_cast<int>(from); }

/// Is `level` at or beyond `to`, seen from `from`?
bool reaches(EnergyBand level, EnergyBand from, EnergyBand to) {
  return distance(from, to) > 0 ? distance(to, level) >= 0 : distance(to, level) <= 0;
}

}  // namespace

EnergyBand band_of(int score, const domain::FatigueRules& rules) {
  if (score >= rules.suggest_from) return EnergyBand::kHeavy;
  return score >= rules.calm_below ? EnergyBand::kBusy : EnergyBand::kCalm;
}

int HeldBand::differing(const Picture& now) const {
  int count = 0;
  for (const auto& [id, mate] : now) {
    const auto before = picture_.find(id);
    const bool same = before != picture_.end() && before->second.level == mate.level;
    count += same || mate.shares ? 0 : 1;
  }
  for (const auto& [id, before] : picture_) count += now.contains(id) || before.shares ? 0 : 1;
  return count;
}

bool HeldBand::moves_to(EnergyBand band) const {
  const auto there = std::count_if(picture_.begin(), picture_.end(),
                                   [&](const auto& entry) { return reaches(entry.second.level, band_, band); });
  const auto people = static_cast<std::ptrdiff_t>(picture_.size());
  return there >= std::min(people, people / 2 + 1 + margin_);
}

void HeldBand::look(const std::vector<TeamMate>& mates, absl::Time now, const std::function<bool()>& chance) {
  const EnergyBand told = band();
  const bool first = since_ == absl::InfinitePast();
  if (first) margin_ = chance() ? 2 : 1;
  Picture active;
  for (const TeamMate& mate : mates) {
    if (mate.active) active[mate.agent_id] = {mate.level, mate.shares};
  }
  enough_ = static_cast<int>(active.size()) >= kFewest;
  if (enough_ && differing(active) >= kTogether) {
    picture_ = std::move(active);
    for (const EnergyBand band : {EnergyBand::kHeavy, EnergyBand::kCalm, EnergyBand::kBusy}) {
      if (band == band_ || !moves_to(band)) continue;
      band_ = band;
      margin_ = chance() ? 2 : 1;
      break;
    }
  }
  if (first || band() != told) since_ = now;
}

}  // namespace aandacht::core
