#include "shared/domain/phrase_list.h"

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace aandacht::domain {

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
  for (const PhraseHit& hit : phrases.find_all(text.substr(part.begin, part.end - part.begin))) {
    ranges.push_back({part.begin + hit.range.begin, part.begin + hit.range.end});
  }
  std::sort(ranges.begin(), ranges.end(), [](const PhraseRange& a, const PhraseRange& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return ranges;
}

std::string_view base_language(std::string_view language) { return language.starts_with("en") ? "en" : "nl"; }

}  // namespace aandacht::domain
