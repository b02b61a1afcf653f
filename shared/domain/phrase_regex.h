// The phrases of a PhraseSet that are not finite: RE2.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/phrase.h"

namespace aandacht::domain {

/// Immutable after creation and safe to use from any number of threads.
class RegexPhrases {
 public:
  /// `phrases` passed check_phrase(); at least one. INVALID_ARGUMENT: RE2 finds one too large; the message names it.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<RegexPhrases>> create(const std::vector<std::string>& phrases);

  ~RegexPhrases();
  RegexPhrases(const RegexPhrases&) = delete;
  RegexPhrases& operator=(const RegexPhrases&) = delete;

  /// The places in the list of all that occur in `text`, and of some that do not.
  [[nodiscard]] std::vector<std::size_t> possible(std::string_view text) const;

  /// As PhraseSet::locate().
  [[nodiscard]] std::optional<PhraseRange> locate(std::size_t index, std::string_view text) const;

 private:
  struct Compiled;
  explicit RegexPhrases(std::unique_ptr<Compiled> compiled);

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
