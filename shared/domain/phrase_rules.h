// Coach rules, compiled: which of them an agent's line sets off, and with which words.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// Immutable after creation and safe to use from any number of threads.
///
/// Phrases are matched on folded normalised text. ACRONYM in a phrase stands for an abbreviation (see abbreviations.h)
/// that is not one of the language's phrases "known-abbreviations".
class PhraseRules {
 public:
  /// Keeps a copy of what it needs. INVALID_ARGUMENT: RE2 refuses a phrase; the message begins with the rule's source.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<PhraseRules>> create(const Library& library);

  ~PhraseRules();

  /// The rules of `language` ("nl", "en") that `text` sets off, the one that counts first: the worst label, then the
  /// highest priority, then the order of the library. Evidence is in the words of `original`.
  ///
  /// \param text  folded(normalise(original))
  [[nodiscard]] std::vector<CoachMatch> find(const Normalised& text, std::string_view original,
                                             std::string_view language) const;

 private:
  struct Compiled;
  PhraseRules();

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
