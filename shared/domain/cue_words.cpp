#include "shared/domain/cue_words.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

constexpr std::uint32_t kAnyWord = 0;  // the id of "\S+" alone
constexpr std::uint32_t kRoot = 0;

// absl's maps look up by absl's own string_view.
absl::string_view key(std::string_view word) { return {word.data(), word.size()}; }

using Ids = absl::InlinedVector<std::uint32_t, 4>;

// Words by their begin or their end.
class Affixes {
 public:
  explicit Affixes(bool at_end) : at_end_(at_end) {}

  std::uint32_t add(std::string_view letters, std::uint32_t fresh) {
    lengths_ |= std::uint64_t{1} << std::min<std::size_t>(letters.size(), 63);
    const auto known = ids_.find(key(letters));
    return known != ids_.end() ? known->second : ids_.emplace(std::string(letters), fresh).first->second;
  }

  void find(std::string_view word, Ids& found) const {
    for (std::size_t length = 1; length <= word.size() && length < 63; ++length) {
      if ((lengths_ >> length & 1U) == 0) continue;
      const auto id = ids_.find(key(at_end_ ? word.substr(word.size() - length) : word.substr(0, length)));
      if (id != ids_.end()) found.push_back(id->second);
    }
  }

 private:
  bool at_end_;
  std::uint64_t lengths_ = 0;
  absl::flat_hash_map<std::string, std::uint32_t> ids_;
};

}  // namespace

struct CueWords::Compiled {
  struct Node {
    std::uint32_t any = 0;  // where any word leads
    absl::InlinedVector<std::uint16_t, 2> lists;
  };

  std::uint32_t id_of(std::string_view word) {
    if (word.size() == 1 && word[0] == kAnyLetters) return kAnyWord;
    std::uint32_t id = 0;
    if (word.front() == kAnyLetters) {
      id = ends.add(word.substr(1), fresh);
    } else if (word.back() == kAnyLetters) {
      id = begins.add(word.substr(0, word.size() - 1), fresh);
    } else {
      const auto known = exact.find(key(word));
      id = known != exact.end() ? known->second : exact.emplace(std::string(word), fresh).first->second;
    }
    fresh += id == fresh ? 1 : 0;
    return id;
  }

  std::uint32_t child(std::uint32_t node, std::uint32_t id) {
    const auto next = static_cast<std::uint32_t>(nodes.size());
    std::uint32_t& edge = id == kAnyWord ? nodes[node].any : edges[std::uint64_t{node} << 32U | id];
    if (edge != 0) return edge;
    edge = next;
    nodes.emplace_back();
    return next;
  }

  bool add(std::string_view expression, std::size_t list) {
    std::uint32_t node = kRoot;
    for (const absl::string_view part : absl::StrSplit(absl::string_view(expression.data(), expression.size()), ' ',
                                                       absl::SkipEmpty())) {
      const std::uint32_t id = id_of({part.data(), part.size()});
      if (node == kRoot && id == kAnyWord) return false;
      node = child(node, id);
    }
    if (node == kRoot) return false;
    auto& lists = nodes[node].lists;
    const auto value = static_cast<std::uint16_t>(list);
    if (std::find(lists.begin(), lists.end(), value) == lists.end()) lists.push_back(value);
    return true;
  }

  Ids ids_in(std::string_view word) const {
    Ids found;
    if (const auto id = exact.find(key(word)); id != exact.end()) found.push_back(id->second);
    begins.find(word, found);
    ends.find(word, found);
    return found;
  }

  void walk(const std::vector<Ids>& ids, std::size_t first, std::size_t at, std::uint32_t node,
            std::vector<CueHit>& hits) const {
    if (at >= ids.size()) return;
    const auto visit = [&](std::uint32_t next) {
      for (const std::uint16_t list : nodes[next].lists) hits.push_back({first, at, list});
      walk(ids, first, at + 1, next, hits);
    };
    for (const std::uint32_t id : ids[at]) {
      if (const auto edge = edges.find(std::uint64_t{node} << 32U | id); edge != edges.end()) visit(edge->second);
    }
    if (nodes[node].any != 0) visit(nodes[node].any);
  }

  absl::flat_hash_map<std::string, std::uint32_t> exact;
  Affixes begins{false};
  Affixes ends{true};
  std::uint32_t fresh = kAnyWord + 1;
  std::vector<Node> nodes{1};
  absl::flat_hash_map<std::uint64_t, std::uint32_t> edges;
};

CueWords::CueWords() : compiled_(std::make_unique<Compiled>()) {}
CueWords::~CueWords() = default;

absl::StatusOr<std::unique_ptr<CueWords>> CueWords::create(const Lexicon& lexicon,
                                                           const std::vector<std::string_view>& lists) {
  auto cues = std::unique_ptr<CueWords>(new CueWords());
  for (std::size_t list = 0; list < lists.size(); ++list) {
    const auto entries = lexicon.phrases.find(std::string(lists[list]));
    if (entries == lexicon.phrases.end()) continue;
    for (const std::string& entry : entries->second) {
      const auto wrong = [&](absl::string_view why) {
        return absl::InvalidArgumentError(absl::StrCat(std::string(lists[list]), ": \"", entry, "\": ", why));
      };
      const auto texts = expand_finite(fold(entry));
      if (!texts.ok()) return wrong(texts.status().message());
      for (const std::string& text : *texts) {
        if (!cues->compiled_->add(text, list)) return wrong("it begins with any word; begin with one that says something");
      }
    }
  }
  return cues;
}

std::vector<CueHit> CueWords::find(std::string_view text, const std::vector<Word>& words) const {
  std::vector<Ids> ids;
  ids.reserve(words.size());
  for (const Word& word : words) ids.push_back(compiled_->ids_in(text.substr(word.begin, word.end - word.begin)));
  std::vector<CueHit> hits;
  for (std::size_t first = 0; first < ids.size(); ++first) {
    if (!ids[first].empty()) compiled_->walk(ids, first, first, kRoot, hits);
  }
  return hits;
}

}  // namespace aandacht::domain
