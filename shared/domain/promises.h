// What agents promise.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/customer.h"
#include "shared/domain/dates.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// What is known around the words.
struct PromiseContext {
  absl::Time said;
  absl::TimeZone time_zone;                            ///< Of the call.
  std::optional<SpokenDay> spoken_day = std::nullopt;  ///< The day the call was last about.
};

/// Immutable after creation and safe to use from any number of threads.
///
/// A promise is a few cues that stand together in one stretch of speech: who will do what, and a moment to come (see
/// promise_score.h). The cues are the lexicon's lists "promise.cue.…", written as CueWords wants them. A phrase of
/// "promise" promises by itself, one of "promise.dated" with a moment to come in its clause; one of "promise.not"
/// cancels a promise whose clause has it. A question promises nothing.
class PromiseFinder {
 public:
  /// Keeps copies of what it needs. INVALID_ARGUMENT: a phrase is not valid; the message names its language and list.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<PromiseFinder>> create(
      const std::map<std::string, Lexicon>& lexicons);

  ~PromiseFinder();

  /// At most three promises, in order, in the words of `original`. Due in `time_zone`: at the time that is named, else
  /// at the end of the part of the day (12:00, 18:00, 23:00), else of the day (23:59). "Next week" is its Friday; see
  /// due_mentions() for several days. A time alone is on the day that was named before it in the turn, else on
  /// `spoken_day` when the agent named that or the promise begins with "then". "In a minute" is today.
  ///
  /// \param text      normalise(original) or folded() of it
  /// \param language  "nl…" or "en…"
  [[nodiscard]] std::vector<Promise> find(const Normalised& text, std::string_view original, std::string_view language,
                                          absl::Time said, absl::TimeZone time_zone) const;

  /// The same with what find_dates() gives for the text, which is folded.
  [[nodiscard]] std::vector<Promise> find(const Normalised& text, std::string_view original, std::string_view language,
                                          const PromiseContext& context, const std::vector<DateMention>& dates) const;

 private:
  struct Compiled;
  PromiseFinder();

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
