// Words that mean the same in a customer's question.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/word_map.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// What a list says of a question.
enum class MeaningKind : std::uint8_t {
  kWant,   ///< "question.same.NAME": by itself what is wanted ("refund").
  kAbout,  ///< "question.about.NAME": only what it is about ("bill").
  kAsk     ///< "question.ask.NAME": what is asked of it ("when").
};

/// Made from the phrase lists of one lexicon that MeaningKind names. An entry is a row of plain words; it is found when
/// they stand within eight words of each other, in any order. Immutable after creation and safe to use from any number
/// of threads.
class QuestionMeanings {
 public:
  QuestionMeanings() = default;
  QuestionMeanings(const Lexicon& lexicon, std::string_view language);

  struct Meaning {
    std::uint32_t id = 0;  ///< Hash of the list's name: the same for lists of the same name.
    MeaningKind kind = MeaningKind::kWant;

    bool operator==(const Meaning&) const = default;
  };

  /// Each meaning once. \param carries  set for the stems that a meaning was found in; as long as `stems`.
  [[nodiscard]] std::vector<Meaning> find(std::span<const std::string_view> stems, std::vector<bool>& carries) const;

  /// True when a stem is part of any entry: it is spelled well.
  [[nodiscard]] bool knows(std::string_view stem) const;

 private:
  struct Entry {
    Meaning meaning;
    std::vector<std::string> others;  ///< Besides the stem it is kept under.
  };

  void add(const std::string& phrase, Meaning meaning, std::string_view language);
  [[nodiscard]] const std::vector<Entry>* entries_of(std::string_view stem) const;

  base::WordMap<std::vector<Entry>> entries_;
  base::WordSet stems_;
  bool compounds_ = false;
};

}  // namespace aandacht::domain
