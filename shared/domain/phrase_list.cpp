#include "shared/domain/phrase_list.h"

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace aandacht::domain {
namespace {

constexpr int kMostTimes = 16;

}  // namespace
absl::StatusOr<std::unique_ptr<PhraseSet>> compile_phrases(const Lexicon& lexicon, std::string_view name) {
  const auto list = lexicon.phrases.find(std::string(name));
  auto set = PhraseSet::create(list == lexicon.phrases.end() ? std::vector<std::string>() : list->second);
  if (!set.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(std::string(name), ": ", std::string(set.status().message())));
  }
  return set;
}

std::vector<PhraseRange> find_phrases(const PhraseSet& phrases, std::string_view text, PhraseRange part) {
  std::vector<PhraseRange> ranges;
  const std::string_view inside = text.substr(0, part.end);
  for (const std::size_t index : phrases.find(inside.substr(part.begin))) {
    std::size_t from = part.begin;
    for (int times = 0; times < kMostTimes && from < part.end; ++times) {
      const auto range = phrases.locate(index, inside.substr(from));
      if (!range) break;
      ranges.push_back({from + range->begin, from + range->end});
      const std::size_t space = inside.find(' ', from + range->begin);
      from = space == std::string_view::npos ? part.end : space + 1;
    }
  }
  std::sort(ranges.begin(), ranges.end(), [](const PhraseRange& a, const PhraseRange& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return ranges;
}

std::string_view base_language(std::string_view language) { return language.starts_with("en") ? "en" : "nl"; }

}  // namespace aandacht::domain
