// What agents promise.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/customer.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {

/// Immutable after creation and safe to use from any number of threads.
///
/// Phrases of the lexicon: "promise" promises by itself ("ik bel u terug"), "promise.dated" only with a day or time to
/// come in the same clause ("staat het op uw rekening"), "promise.not" cancels a promise whose clause has it; a
/// question promises nothing.
class PromiseFinder {
 public:
  /// Keeps copies of what it needs. INVALID_ARGUMENT: a phrase is not valid; the message names its language and list.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<PromiseFinder>> create(
      const std::map<std::string, Lexicon>& lexicons);

  ~PromiseFinder();

  /// At most three promises, in order, in the words of `original`. A day without a time is due at 00:00 UTC of that
  /// day, a time in `time_zone`.
  ///
  /// \param text      normalise(original) or folded() of it
  /// \param language  "nl…" or "en…"
  [[nodiscard]] std::vector<Promise> find(const Normalised& text, std::string_view original, std::string_view language,
                                          absl::Time said, absl::TimeZone time_zone) const;

 private:
  struct Compiled;
  PromiseFinder();

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
