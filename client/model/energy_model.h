// What the day asks of the agent, as a ring with its causes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/language.h"
#include "shared/domain/fatigue.h"

namespace aandacht::model {

/// Why the ring stands where it stands.
struct CauseRow {
  std::string words;  ///< "vier zware gesprekken achter elkaar"
  int points = 0;     ///< 1 … 100.
  std::string line;   ///< "vier zware gesprekken achter elkaar: +24"

  bool operator==(const CauseRow&) const = default;
};

struct RingModel {
  bool known = false;     ///< There were calls in this shift; otherwise there is nothing but `reason` and `note`.
  int score = 0;          ///< 0 … 100: exactly the sum of the causes' points.
  bool elevated = false;  ///< A reset would do good.
  std::string word;       ///< "rustig"; empty when nothing is known.
  std::string reason;     ///< The heaviest cause, that there is none, or when something will be known.
  std::vector<CauseRow> causes;
  std::string total;  ///< "Samen 36 van 100"; empty when nothing is known.
  std::string note;   ///< All of it, as lines beside the pointer.

  bool operator==(const RingModel&) const = default;
};

/// What one cause is called, without its points: "drie uur zonder echte pauze". `fatigue`: how many calls still weigh
/// at `now` is counted there, for the amount of such a cause has no unit that people use.
[[nodiscard]] std::string cause_text(const domain::CausePoints& cause, const domain::Fatigue& fatigue,
                                     const domain::FatigueRules& rules, absl::Time now, Language language);

/// Pure. `now`: not before the counters' last change.
[[nodiscard]] RingModel make_ring(const domain::Fatigue& fatigue, const domain::FatigueRules& rules, absl::Time now,
                                  Language language);

/// What the ring shows from frame to frame: nothing of it moves while a customer is on the line.
class RingHold {
 public:
  /// `fresh` is what would be shown now; returns what is to be shown.
  [[nodiscard]] RingModel see(const RingModel& fresh, Language language, bool on_the_line);

 private:
  std::optional<RingModel> shown_;
  Language language_ = Language::kDutch;
};

}  // namespace aandacht::model
