#include "shared/domain/why_index.h"

#include <algorithm>

#include "absl/strings/str_split.h"
#include "shared/domain/phrase_list.h"
#include "shared/domain/why_index_detail.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kInsideLetters = 4;  // Typed letters that may also stand inside a word.
constexpr std::size_t kTypoLetters = 4;
constexpr double kTypo = 0.4;

/// Whether `letters` becomes a beginning of `word` by changing, adding, leaving out or swapping one letter.
bool begins_but_for_one(std::string_view word, std::string_view letters) {
  std::size_t at = 0;
  while (at < letters.size() && at < word.size() && letters[at] == word[at]) ++at;
  const std::string_view typed = letters.substr(at);
  const std::string_view left = word.substr(at);
  if (typed.empty()) return true;
  const auto begins = [](std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
  };
  const bool changed = !left.empty() && begins(left.substr(1), typed.substr(1));
  const bool extra = begins(left, typed.substr(1));
  const bool missing = !left.empty() && begins(left.substr(1), typed);
  const bool swapped = typed.size() > 1 && left.size() > 1 && typed[0] == left[1] && typed[1] == left[0] &&
                       begins(left.substr(2), typed.substr(2));
  return changed || extra || missing || swapped;
}

/// How well typed letters fit a word of the why; 0: not at all.
double typed_score(const WhyIndex::Shelf::Entry& entry, const std::string& letters, bool forgiving) {
  double best = 0;
  for (const auto& [word, weight] : entry.typed) {
    if (word.starts_with(letters)) {
      best = std::max(best, weight * (word == letters ? 2.0 : 1.0));
    } else if (letters.size() >= kInsideLetters && word.find(letters) != std::string::npos) {
      best = std::max(best, weight * 0.5);
    } else if (forgiving && letters.size() >= kTypoLetters && word.size() >= kTypoLetters &&
               begins_but_for_one(word, letters)) {
      best = std::max(best, weight * kTypo);
    }
  }
  return best;
}

std::vector<std::pair<double, const Why*>> fitting(const WhyIndex::Shelf& shelf, const std::vector<std::string>& typed,
                                                   std::string_view queue, bool forgiving) {
  std::vector<std::pair<double, const Why*>> found;
  for (const WhyIndex::Shelf::Entry& entry : shelf.entries) {
    if (!is_for_queue(*entry.why, queue)) continue;
    double score = 0;
    bool all = true;
    for (const std::string& letters : typed) {
      const double best = typed_score(entry, letters, forgiving);
      all = all && best > 0;
      score += best;
    }
    if (all) found.emplace_back(score, entry.why);
  }
  return found;
}

}  // namespace

WhyIndex::WhyIndex(std::vector<Why> whys, const std::map<std::string, Lexicon>& lexicons)
    : whys_(std::move(whys)),
      dutch_(make_why_shelf(whys_, "nl", lexicons)),
      english_(make_why_shelf(whys_, "en", lexicons)) {}

WhyIndex::~WhyIndex() = default;

const WhyIndex::Shelf& WhyIndex::shelf(std::string_view language) const {
  return base_language(language) == "en" ? *english_ : *dutch_;
}

std::vector<const Why*> WhyIndex::search(std::string_view query, std::string_view language, std::string_view queue,
                                         std::size_t limit) const {
  const std::vector<std::string> typed = absl::StrSplit(folded(normalise(query)).text, ' ', absl::SkipEmpty());
  auto found = fitting(shelf(language), typed, queue, false);
  if (found.empty()) found = fitting(shelf(language), typed, queue, true);
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second->topic < b.second->topic;
  });
  std::vector<const Why*> result;
  for (std::size_t i = 0; i < std::min(limit, found.size()); ++i) result.push_back(found[i].second);
  return result;
}

}  // namespace aandacht::domain
