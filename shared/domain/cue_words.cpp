#include "shared/domain/cue_words.h"

#include <algorithm>
#include <array>
#include <bit>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/base/one_of.h"
#include "shared/domain/cue_graph.h"
#include "shared/domain/cue_phrase.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

// absl's maps look up by absl's own string_view.
absl::string_view key(std::string_view word) { return {word.data(), word.size()}; }

using Ids = absl::InlinedVector<std::uint32_t, 4>;

// Words by their begin or their end.
class Affixes {
 public:
  explicit Affixes(bool at_end) : at_end_(at_end) {}

  std::uint32_t add(std::string_view letters, std::uint32_t fresh) {
    if (!letters.empty()) lengths_[outer(letters)] |= std::uint64_t{1} << std::min<std::size_t>(letters.size(), 63);
    const auto known = ids_.find(key(letters));
    return known != ids_.end() ? known->second : ids_.emplace(std::string(letters), fresh).first->second;
  }

  void find(std::string_view word, Ids& found) const {
    if (word.empty()) return;
    // Mostly none begins, or ends, with that letter.
    for (std::uint64_t left = lengths_[outer(word)]; left != 0; left &= left - 1) {
      const auto length = static_cast<std::size_t>(std::countr_zero(left));
      if (length > word.size() || length == 63) return;
      const auto id = ids_.find(key(at_end_ ? word.substr(word.size() - length) : word.substr(0, length)));
      if (id != ids_.end()) found.push_back(id->second);
    }
  }

 private:
  [[nodiscard]] std::size_t outer(std::string_view letters) const {
    return static_cast<unsigned char>(at_end_ ? letters.back() : letters.front());
  }

  bool at_end_;
  std::array<std::uint64_t, 256> lengths_{};  ///< By the first letter, or the last: bits of how long they are.
  absl::flat_hash_map<std::string, std::uint32_t> ids_;
};

}  // namespace

struct CueWords::Compiled {
  Ids ids_in(std::string_view word) const {
    Ids found;
    if (marks.may_have(word)) {
      if (const auto id = exact.find(key(word)); id != exact.end()) found.push_back(id->second);
    }
    begins.find(word, found);
    ends.find(word, found);
    return found;
  }

  void walk(const std::vector<Ids>& ids, std::size_t first, std::size_t at, std::uint32_t node,
            std::vector<CueHit>& hits) const {
    if (at >= ids.size()) return;
    const auto visit = [&](std::uint32_t next) {
      if (next == 0) return;
      for (const std::uint16_t list : graph.lists(next)) hits.push_back({first, at, list});
      walk(ids, first, at + 1, next, hits);
    };
    for (const std::uint32_t id : ids[at]) visit(graph.next(node, id));
    visit(graph.next_after_any(node));
  }

  absl::flat_hash_map<std::string, std::uint32_t> exact;
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
      const auto known = into_.exact.find(key(word));
      id = known != into_.exact.end() ? known->second : into_.exact.emplace(std::string(word), fresh_).first->second;
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
  std::vector<Ids> ids;
  ids.reserve(words.size());
  for (const Word& word : words) ids.push_back(compiled_->ids_in(text.substr(word.begin, word.end - word.begin)));
  std::vector<CueHit> hits;
  for (std::size_t first = 0; first < ids.size(); ++first) {
    if (!ids[first].empty()) compiled_->walk(ids, first, first, compiled_->graph.root(), hits);
  }
  return hits;
}

}  // namespace aandacht::domain
