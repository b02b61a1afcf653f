// The inverted index of one language's whys. Used by why_index*.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "shared/base/word_map.h"
#include "shared/domain/library.h"
#include "shared/domain/question_meanings.h"
#include "shared/domain/why_index.h"

namespace aandacht::domain {

struct WhyIndex::Shelf {
  /// A word of the whys by one of its forms, and how well that form names it, 0 … 1.
  struct Naming {
    std::uint32_t word = 0;
    float strength = 1;
    bool part = false;  ///< Parts of a compound add up.
  };
  enum class Field : std::uint8_t { kName, kRule, kCorner };
  /// Where a word stands.
  struct Posting {
    std::uint32_t slot = 0;  ///< Of `names` for kName, else of `entries`.
    Field field = Field::kName;
    float weight = 1;
  };
  /// Topic or synonym.
  struct Name {
    std::uint32_t entry = 0;
    float total = 0;   ///< Weight of its words.
    float worth = 1;   ///< Less when small words were most of it: "on hold" is more than "hold".
    std::string text;  ///< Folded, between spaces.
  };
  struct Entry {
    const Why* why = nullptr;
    bool shipped = false;                               ///< Of no company: steps behind one's own.
    std::vector<std::pair<std::string, double>> typed;  ///< Folded words with the weight of their field.
  };

  base::WordMap<std::vector<Naming>> forms;    ///< Rising by word.
  std::vector<std::vector<Posting>> postings;  ///< By word.
  std::vector<Name> names;
  std::vector<Entry> entries;
  absl::flat_hash_set<std::string> queues;  ///< That have whys of their own.
  bool has_own = false;                     ///< Not all are shipped.
  QuestionMeanings meanings;
  bool english = false;
};

/// The shelf of the whys that `language` ("nl" or "en") reads with; they must outlive it.
[[nodiscard]] std::unique_ptr<WhyIndex::Shelf> make_why_shelf(const std::vector<Why>& whys, std::string_view language,
                                                              const std::map<std::string, Lexicon>& lexicons);

/// The form under which all words of a meaning are found; no word looks like it.
[[nodiscard]] std::string why_meaning_form(std::uint32_t meaning);

[[nodiscard]] bool is_for_queue(const Why& why, std::string_view queue);

}  // namespace aandacht::domain
