// What can be seen in a line before any model: sums of word lists with negation, punctuation, capitals, smileys.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/classify/features.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// A line's signs. Borrows the names from the SentimentSigns that read them and nothing else.
struct LineSigns {
  std::vector<classify::Extra> extras;  ///< For a linear model; each about -1 … 1. Names carry the language: "nl own".
  double sum = 0;                       ///< Of the lists and patterns, by which lists alone score.
};

/// Reads signs. Immutable after creation and safe to use from any number of threads. Training and scoring both read
/// with it, so that a model meets what it was trained on.
///
/// Reads of a language's lexicon: weights "sentiment" (word, "begin*" or a few words → weight), "sentiment-common" (the
/// same, of a broader list that nobody weighed for calls; for a model only), "sentiment-intensify" (factor for the next
/// words), "sentiment-negate" (factor, usually negative, for the next three words), "sentiment-contrast" ("but": what
/// comes after it counts), "sentiment-patterns" (RE2 → weight) and "sentiment-requests" (RE2 of plain questions and
/// requests → the share of an unpleasant sum that counts there).
class SentimentSigns {
 public:
  /// Keeps a copy of what it needs. INVALID_ARGUMENT: RE2 refuses a pattern.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<SentimentSigns>> create(const Library& library);

  ~SentimentSigns();

  /// True when there is a list for this language.
  [[nodiscard]] bool knows(std::string_view language) const;

  /// \param text  folded normalised text, and its split_words().
  /// \param original  as it was written, for punctuation and smileys; may be empty.
  /// No signs for a language without lists.
  [[nodiscard]] LineSigns read(std::string_view text, std::span<const std::string_view> words,
                               std::string_view original, std::string_view language) const;

 private:
  struct Language;
  SentimentSigns();

  std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace aandacht::domain
