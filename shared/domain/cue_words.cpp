#include "shared/domain/cue_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/base/one_of.h"
#include "shared/base/word_map.h"
#include "shared/domain/cue_graph.h"
#include "shared/domain/cue_phrase.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

using Ids = std::vector<std::uint32_t>;

// What was said, word by word: a word may be in a list, and begin or end as another says. Keeps its room from turn to
// turn.
struct Said {
  Ids ids;
  Ids ends;  // Of each word, where its ids end.

  void clear() {
    ids.clear();
    ends.clear();
  }

  [[nodiscard]] std::span<const std::uint32_t> ids_at(std::size_t word) const {
    const std::size_t begin = word == 0 ? 0 : ends[word - 1];
    return std::span(ids).subspan(begin, ends[word] - begin);
  }
};

// Words by their begin or their end.
class Affixes {
 public:
  explicit Affixes(bool at_end) : at_end_(at_end) {}

  std::uint32_t add(std::string_view letters, std::uint32_t fresh) {
    if (!letters.empty()) note(letters);
    ids_.try_emplace(letters, fresh);
    return *ids_.find(letters);
  }

  void find(std::string_view word, Ids& found) const {
    if (word.empty()) return;
    // Mostly none begins, or ends, with those two letters.
    if (const std::uint16_t lengths = lengths_[place_of(word)]; lengths != 0) find_of(lengths, word, found);
  }

 private:
  static constexpr std::size_t kLongest = 15;  // Of the lengths that are told apart.

  void find_of(unsigned lengths, std::string_view word, Ids& found) const {
    const bool longer = (lengths & 1U) != 0;
    for (lengths &= ~1U; lengths != 0; lengths &= lengths - 1) {
      const auto length = static_cast<std::size_t>(std::countr_zero(lengths));
      if (length > word.size()) return;
      find_whole(word, length, found);
    }
    for (std::size_t length = kLongest + 1; longer && length <= word.size(); ++length) find_whole(word, length, found);
  }

  void find_whole(std::string_view word, std::size_t length, Ids& found) const {
    const auto* id = ids_.find(at_end_ ? word.substr(word.size() - length) : word.substr(0, length));
    if (id != nullptr) found.push_back(*id);
  }

  void note(std::string_view letters) {
    const auto length = static_cast<std::uint16_t>(letters.size() > kLongest ? 1U : 1U << letters.size());
    if (letters.size() > 1) {
      lengths_[place_of(letters)] |= length;
      return;
    }
    for (std::size_t next = 0; next < kLetters; ++next)
      lengths_[place_of(letters) / kLetters * kLetters + next] |= length;
  }

  // Of its two outer letters; a word of one letter has the first of the places of that letter.
  [[nodiscard]] std::size_t place_of(std::string_view word) const {
    const auto letter = [&](std::size_t i) {
      return static_cast<unsigned char>(word[at_end_ ? word.size() - 1 - i : i]) % kLetters;
    };
    return letter(0) * kLetters + (word.size() > 1 ? letter(1) : 0);
  }

  static constexpr std::size_t kLetters = 32;

  bool at_end_;
  std::array<std::uint16_t, kLetters * kLetters> lengths_{};  ///< Bits of how long they are; the first: longer ones.
  base::WordMap<std::uint32_t> ids_;
};

}  // namespace

struct CueWords::Compiled {
  void add_ids_of(std::string_view word, Said& said) const {
    if (marks.may_have(word)) {
      if (const auto* id = exact.find(word); id != nullptr) said.ids.push_back(*id);
    }
    begins.find(word, said.ids);
    ends.find(word, said.ids);
    said.ends.push_back(static_cast<std::uint32_t>(said.ids.size()));
  }

  void walk(const Said& said, CueHit path, std::uint32_t node, std::vector<CueHit>& hits) const {
    for (const std::uint16_t list : graph.lists(node)) hits.push_back({path.first, path.last, list});
    if (graph.is_end(node) || ++path.last >= said.ends.size()) return;
    for (const std::uint32_t id : said.ids_at(path.last)) {
      if (const std::uint32_t next = graph.next(node, id); next != 0) walk(said, path, next, hits);
    }
    if (const std::uint32_t next = graph.next_after_any(node); next != 0) walk(said, path, next, hits);
  }

  base::WordMap<std::uint32_t> exact;
  base::WordMarks<13> marks;  ///< Of `exact`: most words are in few lists.
  Affixes begins{false};
  Affixes ends{true};
  CueGraph graph;
};

namespace {

// Where an expression has come, told from its end: what follows, and the letters of the word that has begun.
struct Place {
  CueGraphBuilder::Rest rest = 0;
  std::string word;
};
using Places = std::vector<Place>;

}  // namespace

// Adds phrases to a graph, each step for all the ways in which the phrase can go on.
class CueWords::Builder {
 public:
  explicit Builder(Compiled& into) : into_(into) {}

  [[nodiscard]] absl::Status add_list(std::size_t list, const std::string& name,
                                      const std::vector<std::string>& entries);

  void finish() { into_.graph = graph_.graph(); }

 private:
  /// False when the phrase may say nothing, or begin with any word.
  bool add(const CueChoice& phrase) {
    const auto feed = [&](std::string letters, Places& places) {
      std::replace(letters.begin(), letters.end(), kSomeLetters, kAnyLetters);
      go_back(letters, places);
    };
    const auto merge = [](const Places& from, Places& into) { into.insert(into.end(), from.begin(), from.end()); };
    Places places = walk_finite<Places>(backwards(phrase), {{end_, ""}}, feed, merge);
    begin_word(places);
    for (const Place& place : places) {
      if (place.rest == end_ || graph_.leads(place.rest, kAnyWord)) return false;
      graph_.begin(place.rest);
    }
    return true;
  }

  void go_back(std::string_view letters, Places& places) {
    for (std::size_t space = letters.rfind(' '); space != std::string_view::npos; space = letters.rfind(' ')) {
      for (Place& place : places) place.word.insert(0, letters.substr(space + 1));
      begin_word(places);
      letters = letters.substr(0, space);
    }
    for (Place& place : places) place.word.insert(0, letters);
  }

  // All words that begin here are one step back, into one place.
  void begin_word(Places& places) {
    std::vector<CueGraphBuilder::Step> steps;
    for (const Place& place : places) {
      if (!place.word.empty()) steps.push_back({id_of(place.word), place.rest});
    }
    if (steps.empty()) return;
    std::erase_if(places, [](const Place& place) { return !place.word.empty(); });
    places.push_back({graph_.any_of(steps), ""});
  }

  std::uint32_t id_of(std::string_view word) {
    if (word.size() == 1 && word[0] == kAnyLetters) return kAnyWord;
    std::uint32_t id = 0;
    if (word.front() == kAnyLetters) {
      id = into_.ends.add(word.substr(1), fresh_);
    } else if (word.back() == kAnyLetters) {
      id = into_.begins.add(word.substr(0, word.size() - 1), fresh_);
    } else {
      into_.marks.add(word);
      into_.exact.try_emplace(word, fresh_);
      id = *into_.exact.find(word);
    }
    fresh_ += id == fresh_ ? 1 : 0;
    return id;
  }

  Compiled& into_;
  CueGraphBuilder graph_;
  CueGraphBuilder::Rest end_ = 0;  ///< Of the list that is being added.
  std::uint32_t fresh_ = kAnyWord + 1;
};

absl::Status CueWords::Builder::add_list(std::size_t list, const std::string& name,
                                         const std::vector<std::string>& entries) {
  end_ = graph_.end(static_cast<std::uint16_t>(list));
  for (const std::string& entry : entries) {
    const auto wrong = [&](absl::string_view why) {
      return absl::InvalidArgumentError(absl::StrCat(name, ": \"", entry, "\": ", why));
    };
    const auto phrase = parse_finite(fold(entry));
    if (!phrase.ok()) return wrong(phrase.status().message());
    if (!add(*phrase)) return wrong("it begins with any word; begin with one that says something");
  }
  return absl::OkStatus();
}

CueWords::CueWords() : compiled_(std::make_unique<Compiled>()) {}
CueWords::~CueWords() = default;

absl::StatusOr<std::unique_ptr<CueWords>> CueWords::create(const Lexicon& lexicon,
                                                           const std::vector<std::string_view>& lists) {
  auto cues = std::unique_ptr<CueWords>(new CueWords());
  Builder builder(*cues->compiled_);
  for (std::size_t list = 0; list < lists.size(); ++list) {
    const auto entries = lexicon.phrases.find(std::string(lists[list]));
    if (entries == lexicon.phrases.end()) continue;
    if (absl::Status status = builder.add_list(list, entries->first, entries->second); !status.ok()) return status;
  }
  builder.finish();
  return cues;
}

absl::StatusOr<std::unique_ptr<CueWords>> CueWords::create(const std::vector<std::vector<std::string>>& lists) {
  auto cues = std::unique_ptr<CueWords>(new CueWords());
  Builder builder(*cues->compiled_);
  for (std::size_t list = 0; list < lists.size(); ++list) {
    if (lists[list].empty()) continue;
    if (absl::Status status = builder.add_list(list, absl::StrCat("list ", list), lists[list]); !status.ok()) {
      return status;
    }
  }
  builder.finish();
  return cues;
}

std::vector<CueHit> CueWords::find(std::string_view text, const std::vector<Word>& words) const {
  thread_local Said said;
  said.clear();
  for (const Word& word : words) compiled_->add_ids_of(text.substr(word.begin, word.end - word.begin), said);
  std::vector<CueHit> hits;
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (const std::uint32_t id : said.ids_at(first)) {
      if (const std::uint32_t node = compiled_->graph.begin(id); node != 0)
        compiled_->walk(said, {first, first, 0}, node, hits);
    }
  }
  return hits;
}

}  // namespace aandacht::domain
