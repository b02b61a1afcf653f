// Finds whys: those that an utterance names, and those that fit typed letters.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/library.h"
#include "shared/domain/normalise.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// Immutable after creation and safe to use from any number of threads. Keeps a copy of the whys. An inverted index:
/// what an utterance costs depends on its words and the whys they name, not on how many whys there are.
class WhyIndex {
 public:
  /// \param lexicons  whose words of one meaning name each other, see question_meanings.h; may be empty.
  explicit WhyIndex(std::vector<Why> whys, const std::map<std::string, Lexicon>& lexicons = {});
  ~WhyIndex();
  WhyIndex(const WhyIndex&) = delete;
  WhyIndex& operator=(const WhyIndex&) = delete;

  /// The whys of `language` and `queue` (and of all queues) that `text` names, best first, at most `limit`.
  ///
  /// Score: how much of the topic or a synonym is said (1: all of it), plus half how much of the rule, plus half how
  /// much of the corners. Words weigh less when they fit any call (see word_forms.h) or many of the whys. Other forms
  /// of a word count ("getekend" names "tekenen"), and in Dutch so do parts: "terugbetalingstermijn" names
  /// "terugbetaling", "kosten voor verzenden" names "verzendkosten", "betaal … terug" names "terugbetalen". Words of
  /// one meaning name each other by 0.6 in topics, synonyms and rules. A why of
  /// all queues counts 0.4 where the queue has whys of its own, and else one that ships 0.8 where a company has its
  /// own. Below 0.1 a why is left out.
  ///
  /// \param text  folded(normalise(original))
  [[nodiscard]] std::vector<WhyMatch> match(const Normalised& text, std::string_view original,
                                            std::string_view language, std::string_view queue, std::size_t limit) const;

  /// The whys that fit typed letters, best first: every typed word must begin a word of the topic, a synonym, the rule
  /// or a corner, in that order of weight. When none does, one wrong, missing, extra or swapped letter is forgiven in
  /// words of four letters and more. An empty query lists the queue's whys by topic. Borrowed from this index.
  [[nodiscard]] std::vector<const Why*> search(std::string_view query, std::string_view language,
                                               std::string_view queue, std::size_t limit) const;

  struct Shelf;  ///< The whys of one language, ready to be matched.

 private:
  [[nodiscard]] const Shelf& shelf(std::string_view language) const;

  std::vector<Why> whys_;
  std::unique_ptr<Shelf> dutch_;
  std::unique_ptr<Shelf> english_;
};

}  // namespace aandacht::domain
