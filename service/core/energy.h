// What a supervisor may see of how much a team has left: bands, held, of teams that are large enough.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/fatigue.h"

namespace aandacht::core {

enum class EnergyBand { kTooFew, kCalm, kBusy, kHeavy };

/// One person's, by the thresholds of the score; never kTooFew.
[[nodiscard]] EnergyBand band_of(int score, const domain::FatigueRules& rules);

/// Somebody of a team in one moment.
struct TeamMate {
  std::string agent_id;
  EnergyBand level = EnergyBand::kCalm;  ///< Their own.
  bool active = true;                    ///< Worked in the last hour.
  bool shares = false;                   ///< Lets everybody see their own band now.
};

/// The band of one team, as it is told.
///
/// What is told follows these rules, so that nobody can be told apart by watching it:
/// - The team is looked at in fixed moments only, fifteen minutes apart, whoever asks and however often.
/// - A band is told only with five people or more who are active; otherwise that there are too few, and nothing
/// changes.
/// - Counted is a picture of the team: who is active, and each one's own level. It is taken anew only when three people
/// or
///   more differ from it (came, went, or changed their level), all of them at once; those who share do not count among
///   the three. What one or two do is therefore never seen, however much it is.
/// - The band moves only when more than half of the picture, and one or two more (by chance, drawn anew with each
/// move),
///   are at or beyond the new band themselves. It stays when they are fewer: a team at a border does not flicker.
class HeldBand {
 public:
  static constexpr int kFewest = 5;
  static constexpr int kTogether = 3;

  /// Looks at the team. `mates` in any order, each once. `chance` is asked whether the next move
  /// needs two more than half, or one.
  void look(const std::vector<TeamMate>& mates, absl::Time now, const std::function<bool()>& chance);

  [[nodiscard]] EnergyBand band() const { return enough_ ? band_ : EnergyBand::kTooFew; }
  /// Since when band() is what it is; InfinitePast: nobody looked yet.
  [[nodiscard]] absl::Time since() const { return since_; }

 private:
  struct Pictured {
    EnergyBand level = EnergyBand::kCalm;
    bool shares = false;
  };
  using Picture = std::map<std::string, Pictured>;

  [[nodiscard]] int differing(const Picture& now) const;
  [[nodiscard]] bool moves_to(EnergyBand band) const;

  Picture picture_;
  EnergyBand band_ = EnergyBand::kCalm;
  int margin_ = 1;
  bool enough_ = false;
  absl::Time since_ = absl::InfinitePast();
};

}  // namespace aandacht::core
