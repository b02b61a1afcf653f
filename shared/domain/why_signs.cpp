#include "shared/domain/why_signs.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "shared/domain/phrase_list.h"

namespace aandacht::domain {
namespace {

constexpr long kFewWords = 4;
constexpr long kShortLine = 7;
constexpr std::string_view kPrefix = "why.";
constexpr std::string_view kBegins = "\\S*";
constexpr std::array<const char*, 8> kLists = {"doubt",  "modal", "subject", "rule",
                                               "reason", "acts",  "pointer", "bare"};

using Phrases = std::vector<std::string>;

const Phrases& phrases_of(const Lexicon& lexicon, std::string_view list) {
  static const auto* none = new Phrases();
  const auto found = lexicon.phrases.find(std::string(kPrefix).append(list));
  return found == lexicon.phrases.end() ? *none : found->second;
}

std::string spaced(std::string_view text) { return std::string(" ").append(text).append(" "); }

/// Where the phrase stands as whole words from `from` on; npos: nowhere. The line has a space at both ends.
std::size_t find_words(std::string_view line, std::string_view phrase, std::size_t from) {
  const bool begins = phrase.ends_with(kBegins);
  if (begins) phrase.remove_suffix(kBegins.size());
  for (std::size_t at = line.find(phrase, from); at != std::string_view::npos; at = line.find(phrase, at + 1)) {
    if (at > 0 && line[at - 1] == ' ' && (begins || line[at + phrase.size()] == ' ')) return at;
  }
  return std::string_view::npos;
}

long words_in(std::string_view text) { return 1 + std::count(text.begin(), text.end(), ' '); }

}  // namespace

bool WhySigns::has(std::string_view line, std::string_view list) const {
  const Phrases& phrases = phrases_of(lexicon_, list);
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return find_words(line, phrase, 0) != std::string_view::npos; });
}

bool WhySigns::has_inversion(std::string_view line) const {
  const Phrases& subjects = phrases_of(lexicon_, "subject");
  for (const std::string& modal : phrases_of(lexicon_, "modal")) {
    for (std::size_t at = find_words(line, modal, 0); at != std::string_view::npos;
         at = find_words(line, modal, at + 1)) {
      const std::string_view rest = line.substr(at + modal.size());
      if (std::any_of(subjects.begin(), subjects.end(),
                      [&](const std::string& subject) { return find_words(rest, subject, 0) == 1; })) {
        return true;
      }
    }
  }
  return false;
}

bool WhySigns::only_asks_why(std::string_view text) const {
  return words_in(text) <= kFewWords && has(spaced(text), "bare");
}

bool WhySigns::objects(std::string_view text) const {
  const std::string line = spaced(text);
  return has(line, "doubt") || has_inversion(line);
}

bool WhySigns::is_elliptic(std::string_view text) const {
  return words_in(text) <= kShortLine && has(spaced(text), "pointer");
}

bool WhySigns::states_rule(std::string_view text) const {
  const std::string line = spaced(text);
  return has(line, "rule") && !has_inversion(line) && !has(line, "acts") && !has(line, "reason");
}

bool WhySigns::gives_reason(std::string_view text) const { return has(spaced(text), "reason"); }

WhySigns why_signs(const Library& library, std::string_view language) {
  static const auto* none = new Lexicon();
  const auto found = library.lexicons.find(std::string(base_language(language)));
  return WhySigns(found == library.lexicons.end() ? *none : found->second);
}

absl::Status check_why_sign(std::string_view list, std::string_view phrase) {
  if (!list.starts_with(kPrefix)) return absl::OkStatus();
  const std::string_view name = list.substr(kPrefix.size());
  if (std::find(kLists.begin(), kLists.end(), name) == kLists.end()) {
    return absl::InvalidArgumentError(absl::StrCat("there is no list why.", std::string(name), "; write one of why.",
                                                   absl::StrJoin(kLists, ", why.")));
  }
  if (phrase.ends_with(kBegins)) phrase.remove_suffix(kBegins.size());
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == '\'' || static_cast<signed char>(c) < 0;
  };
  if (!phrase.empty() && phrase.front() != ' ' && phrase.back() != ' ' &&
      std::all_of(phrase.begin(), phrase.end(), fits)) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError("must be small letters and spaces, with \\S* at its end for what begins so");
}

}  // namespace aandacht::domain
