// What customers tell about their situation: events, plans, people, feelings, constraints.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/dates.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// Immutable after creation and safe to use from any number of threads.
///
/// A fact is a few cues that stand together in one stretch of speech: somebody and what happens to them, a relative and
/// how they live, "not" and something one cannot do (see heard_score.h). The cues are the lexicon's lists
/// "heard.cue.…", written as CueWords wants them. A phrase of "heard.life-event", "heard.plan", "heard.person",
/// "heard.feeling" or "heard.constraint" is a fact by itself; one of "heard.not" cancels a fact whose clause has it.
/// Clauses are cut as Clauses does.
class HeardFinder {
 public:
  /// Keeps copies of what it needs. INVALID_ARGUMENT: a phrase is not valid; the message names its language and list.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<HeardFinder>> create(
      const std::map<std::string, Lexicon>& lexicons);

  ~HeardFinder();

  /// At most three facts, in order of telling, in the words of `original`; `day` is the first exact day they name, or
  /// that a few words beside them name. A weekday is the one before when the fact is past (list "heard.cue.past").
  ///
  /// \param text      normalise(original) or folded() of it
  /// \param language  "nl…" or "en…"
  [[nodiscard]] std::vector<HeardFact> find(const Normalised& text, std::string_view original,
                                            std::string_view language, absl::Time said, absl::TimeZone time_zone) const;

  /// The same with what find_dates() gives for the text, which is folded.
  [[nodiscard]] std::vector<HeardFact> find(const Normalised& text, std::string_view original,
                                            std::string_view language, absl::Time said, absl::TimeZone time_zone,
                                            const std::vector<DateMention>& dates) const;

 private:
  struct Compiled;
  HeardFinder();

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
