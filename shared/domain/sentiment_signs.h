// What can be seen in a line before any model: sums of word lists with negation, punctuation, capitals, smileys.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/classify/features.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// A line's signs. Borrows the names from the SentimentSigns that read them and nothing else.
struct LineSigns {
  std::vector<classify::Extra> extras;  ///< For a linear model; each about -1 … 1. Names carry the language: "nl own".
  double sum = 0;                       ///< Of the list "sentiment", by which lists alone score.
};

/// Reads signs. Immutable after creation and safe to use from any number of threads. Training and scoring both read
/// with it, so that a model meets what it was trained on.
///
/// Reads of a language's lexicon: weights "sentiment" (word, "begin*" or a few words → weight), "sentiment-common" (the
/// same, of a broader list that nobody weighed for calls; for a model only), "sentiment-intensify" (factor for the next
/// words), "sentiment-negate" (factor, usually negative, for the next three words) and "sentiment-contrast" ("but":
/// what comes after it counts).
class SentimentSigns {
 public:
  /// Keeps a copy of what it needs.
  explicit SentimentSigns(const Library& library);
  ~SentimentSigns();

  /// True when there is a list for this language.
  [[nodiscard]] bool knows(std::string_view language) const;

  /// \param words  split_words() of folded normalised text.
  /// \param original  as it was written, for punctuation and smileys; may be empty.
  /// No signs for a language without lists.
  [[nodiscard]] LineSigns read(std::span<const std::string_view> words, std::string_view original,
                               std::string_view language) const;

 private:
  struct Language;

  std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace aandacht::domain
