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

/// A rule of which a phrase was found.
struct RuleHit {
  std::string rule_id;
  CoachLabel label = CoachLabel::kBlame;
  int priority = 0;
  bool by_supervisor = false;  ///< Written by the company, or of priority 90 and up: it counts above a trained model.
  bool silences = false;       ///< A rule with the label "ok".
  bool cancelled = false;      ///< One of its `unless` was found too.
  std::string evidence;        ///< In the words of the original.
};

/// Immutable after creation and safe to use from any number of threads.
///
/// Phrases are matched on folded normalised text. ACRONYM in a phrase stands for an abbreviation (see abbreviations.h)
/// that is not one of the language's phrases "known-abbreviations".
class PhraseRules {
 public:
  /// Keeps a copy of what it needs. INVALID_ARGUMENT: RE2 refuses a phrase; the message begins with the rule's source.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<PhraseRules>> create(const Library& library);

  ~PhraseRules();

  /// Every rule of `language` ("nl", "en") with a phrase in `text`: the worst label first, then the highest priority,
  /// then the order of the library.
  ///
  /// \param text    folded(normalise(original))
  /// \param marked  mark_abbreviations() of it
  [[nodiscard]] std::vector<RuleHit> hits(const Normalised& text, const Normalised& marked, std::string_view original,
                                          std::string_view language) const;

  /// The hits that are not cancelled and do not silence.
  [[nodiscard]] std::vector<CoachMatch> find(const Normalised& text, std::string_view original,
                                             std::string_view language) const;

 private:
  struct Compiled;
  PhraseRules();

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
