// What an agent's turn does to the customer: rules that a person wrote and a trained model, together.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/coach_shape.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"
#include "shared/domain/phrase_rules.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// Begins the rule id of what the model found: "model:coach-2026-11-22.1/blame".
inline constexpr std::string_view kModelRule = "model:";

/// Immutable after creation and safe to use from any number of threads.
///
/// A supervisor's rule decides: its phrase shows the label, its phrase with its `unless` silences the label, and a rule
/// with the label "ok" silences every label. Otherwise the model's probabilities decide, to which a shipped rule adds.
/// How much a rule and a label must weigh stands in the lexicon's weights "coach": "rule" and "margin".
/// A library without the model "coach" is read with rules alone.
class Coach {
 public:
  /// Keeps a copy of what it needs. INVALID_ARGUMENT: as PhraseRules::create(), or the model has other labels.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Coach>> create(const Library& library);

  /// What hurts, the one that counts first; empty for a turn that is fine. Every match shows the words that made it.
  ///
  /// \param text  folded(normalise(original))
  [[nodiscard]] std::vector<CoachMatch> find(const Normalised& text, std::string_view original,
                                             std::string_view language) const;

 private:
  struct Weighed;

  struct Figures {
    double rule;    ///< What a shipped rule adds to the probability of its label.
    double margin;  ///< How much more likely than "ok" a label must be, so that a fine turn is seldom disturbed.
  };

  Coach(std::unique_ptr<PhraseRules> rules, TurnShapes shapes, std::shared_ptr<const classify::LinearModel> model);

  [[nodiscard]] std::vector<CoachMatch> judge(const Normalised& text, const Normalised& marked,
                                              std::string_view original, std::string_view language) const;
  [[nodiscard]] std::vector<CoachMatch> weigh(const Normalised& text, const Normalised& marked,
                                              std::string_view original, std::string_view language,
                                              const std::vector<RuleHit>& hits) const;

  std::unique_ptr<PhraseRules> rules_;
  TurnShapes shapes_;
  std::shared_ptr<const classify::LinearModel> model_;
  std::map<std::string, Figures, std::less<>> figures_;  ///< By language.
  std::vector<int> places_;  ///< Of the labels in the model, by CoachLabel; the last is "ok".
};

}  // namespace aandacht::domain
