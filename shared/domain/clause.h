// The clause around a few words, in speech that may have no punctuation.
#pragma once

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/base/word_map.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"
#include "shared/domain/phrase.h"

namespace aandacht::domain {

/// What stands between a word and the one before it.
enum class Break { kNone, kComma, kStop, kQuestion };

/// One word of a normalised text.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  Break before = Break::kNone;

  bool operator==(const Word&) const = default;
};

/// The words between spaces; of punctuation nothing is known.
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// The words of `text`, which normalise(original) or folded() made, with the punctuation between them.
[[nodiscard]] std::vector<Word> words_of(const Normalised& text, std::string_view original);

/// The parts of the text between stops, between commas too when asked; none of an empty text.
[[nodiscard]] std::vector<PhraseRange> parts_of(const std::vector<Word>& words, bool at_commas);

/// How far a clause may reach.
struct ClauseReach {
  std::size_t words_left = 8;
  std::size_t words = 22;   ///< Of the whole clause.
  bool over_commas = true;  ///< To the right.
};

/// Cuts clauses by punctuation and by the lexicon's words: "clause.end" (literal words that begin something else, such
/// as "want"), "clause.subject" (a clause that begins with one is whole to the left), "clause.filler" (trimmed at both
/// ends).
class Clauses {
 public:
  /// \param ends  the list to take for "clause.end", when the lexicon has it
  explicit Clauses(const Lexicon& lexicon, const std::string& ends = "clause.end");

  /// The clause around `core`, which is bytes of `text`.
  [[nodiscard]] PhraseRange around(const Normalised& text, const std::vector<Word>& words, PhraseRange core,
                                   const ClauseReach& reach) const;

  /// For each word the number of the stretch it is in, rising: a stretch ends at a stop and before a "clause.end"; a
  /// "clause.tag" ("you know") is one by itself.
  [[nodiscard]] std::vector<std::size_t> stretches(const Normalised& text, const std::vector<Word>& words) const;

 private:
  using Set = base::WordSet;

  [[nodiscard]] bool ends_before(const Normalised& text, const std::vector<Word>& words, std::size_t at) const;

  /// How many words of a tag begin here; 0: none.
  [[nodiscard]] std::size_t tag_at(const Normalised& text, const std::vector<Word>& words, std::size_t at) const;

  Set end_starts_;  ///< The first words of `ends_`.
  Set ends_;
  Set subjects_;
  Set fillers_;
  Set tag_starts_;  ///< The first words of `tags_`.
  Set tags_;
};

}  // namespace aandacht::domain
