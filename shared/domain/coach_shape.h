// How a turn is built, in whatever company: its words by kind ("dat doet DEPARTMENT, daar kan I NOT").
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "shared/base/word_map.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {

/// Kinds of words in a turn, each a letter: 'D' a department, 'I' the agent, …; '_' a word of no kind.
struct TurnShape {
  std::string kinds;                      ///< One for each piece; words that only fill are left out.
  std::vector<std::size_t> begins, ends;  ///< Bytes of each piece in the text.
};

/// The words of a turn, and after them what its shape is made of: runs of one to four kinds, and pairs of kinds near
/// each other, as whole words (see classify::kWhole).
struct ModelWords {
  std::vector<std::string_view> words;  ///< They point into the turn, and into `shape`.
  std::size_t said = 0;                 ///< How many of them the turn has.
  std::vector<char> shape;
};

/// Reads the lists "shape.NAME" of a library's lexicons, its jargon and its known abbreviations. Immutable and safe to
/// use from any number of threads.
class TurnShapes {
 public:
  explicit TurnShapes(const Library& library);

  /// `text`, with its abbreviations marked that the language does not know (see abbreviations.h): `marked` below.
  ///
  /// \param text  folded(normalise(original))
  [[nodiscard]] Normalised marked(const Normalised& text, std::string_view original, std::string_view language) const;

  [[nodiscard]] TurnShape shape(const Normalised& marked, std::string_view language) const;

  /// Fills `model` with what the coach's model reads; it keeps its room and borrows `text`. Only the first words of a
  /// very long turn are taken.
  void model_words(const Normalised& text, const Normalised& marked, std::string_view language,
                   ModelWords& model) const;

  /// What the turn names, for the slots of a better sentence: "department" and "colleague" (see department.h), "term"
  /// and its "plain" word (a term of the jargon, or an unknown abbreviation without a plain word).
  [[nodiscard]] std::map<std::string, std::string> names(const Normalised& marked, std::string_view original,
                                                         std::string_view language) const;

  /// The first trade word or unknown abbreviation, as it was said; empty when there is none.
  [[nodiscard]] std::string_view trade_word(const Normalised& marked, std::string_view original,
                                            std::string_view language) const;

 private:
  struct Kinds {
    base::WordMap<char> words;
    base::WordMap<int> longest;  ///< Words of the longest entry that begins with this word.
    std::vector<std::pair<std::string, char>> endings;
    base::WordSet known_abbreviations;
    absl::flat_hash_map<std::string, std::string> plain_words;  ///< Of jargon.
    bool dutch = true;
  };

  static void add_list(const std::vector<std::string>& list, char kind, Kinds& kinds);
  static void add_word(const std::string& word, char kind, Kinds& kinds);
  [[nodiscard]] const Kinds* kinds_of(std::string_view language) const;
  [[nodiscard]] static char kind_of_unlisted(std::string_view word, const Kinds& kinds);
  [[nodiscard]] static TurnShape shape_of(const Normalised& marked, const Kinds& kinds);

  std::map<std::string, Kinds, std::less<>> by_language_;
};

}  // namespace aandacht::domain
