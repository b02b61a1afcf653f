// Finds whys: those that an utterance names, and those that fit typed letters.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/library.h"
#include "shared/domain/normalise.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// Immutable after creation and safe to use from any number of threads. Keeps a copy of the whys.
class WhyIndex {
 public:
  explicit WhyIndex(std::vector<Why> whys);
  ~WhyIndex();
  WhyIndex(const WhyIndex&) = delete;
  WhyIndex& operator=(const WhyIndex&) = delete;

  /// The whys of `language` and `queue` (and of all queues) that `text` names, best first, at most `limit`.
  ///
  /// Score: how much of the topic or a synonym is said (1: all of it), plus half how much of the rule, plus half how
  /// much of the corners; stems that few whys have weigh more. In Dutch, stems of five letters and more also match
  /// inside longer ones, so that "terugbetalingstermijn" names "terugbetaling". Below 0.1 a why is left out.
  [[nodiscard]] std::vector<WhyMatch> match(const Normalised& text, std::string_view original,
                                            std::string_view language, std::string_view queue, std::size_t limit) const;

  /// The whys that fit typed letters, best first: every typed word must begin a word of the topic, a synonym, the rule
  /// or a corner, in that order of weight. An empty query lists the queue's whys by topic. Borrowed from this index.
  [[nodiscard]] std::vector<const Why*> search(std::string_view query, std::string_view language,
                                               std::string_view queue, std::size_t limit) const;

  struct Entry;  ///< One why, ready to be matched.

 private:
  std::vector<Entry> entries_;
};

}  // namespace aandacht::domain
