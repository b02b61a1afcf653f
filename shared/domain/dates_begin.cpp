// Which words a day or a time can begin with: most words of a turn begin none, and need no look at every wording.
#include <array>
#include <cstdint>
#include <span>

#include "shared/base/word_map.h"
#include "shared/domain/dates_detail.h"
#include "shared/domain/number_words.h"

namespace aandacht::domain::dates {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "8:30", "drie", "twaalfde".
bool counts(std::string_view word) {
  return !word.empty() && (is_digit(word.front()) || cardinal(word) || ordinal(word));
}

// How a day or a time goes on after its first word: most words are none, and one look-up tells.
enum class First : std::uint8_t {
  kAny,      // in any way
  kWeekend,  // only with "weekend"
  kPart,     // "in de middag"
  kNumber,   // "de derde"
  kFrom      // "van twaalven", "van half negen"
};
using Firsts = base::WordMap<First>;

Firsts firsts_of(std::span<const std::string_view> leads) {
  Firsts firsts;
  for (const std::string_view word : leads) firsts[word] = First::kAny;
  for_each_holiday([&](std::string_view word) { firsts[word] = First::kAny; });
  return firsts;
}

const Firsts& dutch_firsts() {
  static constexpr auto kLeads = std::to_array<std::string_view>(
      {"vandaag",   "vanochtend",    "vanmorgen",    "vanvoormiddag", "vanmiddag",   "vannamiddag",
       "vanavond",  "vannacht",      "overmorgen",   "eergisteren",   "eind",        "einde",
       "midden",    "halverwege",    "medio",        "begin",         "later",       "verderop",
       "deze",      "lopende",       "volgende",     "komende",       "aankomende",  "volgend",
       "vorige",    "afgelopen",     "verleden",     "voorbije",      "voor",        "na",
       "tegen",     "rond",          "komend",       "aanstaand",     "aankomend",   "vorig",
       "weekend",   "geef",          "over",         "binnen",        "tussen",      "kwart",
       "sluiting",  "sluitingstijd", "sluitingsuur", "kantoortijd",   "middernacht", "lunch",
       "lunchtijd", "lunchpauze",    "middaguur",    "loop",          "'s"});
  static const auto* firsts = [] {
    auto* made = new Firsts(firsts_of(kLeads));
    for (const std::string_view word : {"het", "dit", "'t"}) (*made)[word] = First::kWeekend;
    (*made)["in"] = First::kPart;
    (*made)["de"] = First::kNumber;
    (*made)["van"] = First::kFrom;
    return made;
  }();
  return *firsts;
}

const Firsts& english_firsts() {
  static constexpr auto kLeads = std::to_array<std::string_view>(
      {"today's", "tonight",   "tomorrow",  "tomorrow's", "yesterday", "this",   "last",    "next",
       "end",     "early",     "beginning", "start",      "mid",       "middle", "late",    "later",
       "week",    "before",    "by",        "after",      "weekend",   "over",   "give",    "in",
       "within",  "half",      "quarter",   "between",    "from",      "noon",   "midday",  "midnight",
       "lunch",   "lunchtime", "teatime",   "cob",        "eod",       "close",  "closing", "first"});
  static const auto* firsts = [] {
    auto* made = new Firsts(firsts_of(kLeads));
    (*made)["the"] = First::kNumber;
    (*made)["a"] = First::kPart;
    return made;
  }();
  return *firsts;
}

}  // namespace

bool may_begin_dutch(const Words& words, std::size_t at) {
  const std::string_view word = words[at];
  const std::string_view next = words[at + 1];
  if (const First* first = dutch_firsts().find(word); first != nullptr) {
    switch (*first) {
      case First::kAny:
        return true;
      case First::kWeekend:
        return next == "weekend";
      case First::kPart:
        return next == "de";
      case First::kNumber:
        return counts(next);
      case First::kFrom:
        return counts(next) || dutch::plural_hour(next) || next.starts_with("half") || next == "kwart";
    }
  }
  return word.find("dag") != std::string_view::npos || word.starts_with("half") || word.starts_with("morgen") ||
         word.starts_with("gister") || dutch::plural_hour(word) || counts(word);
}

bool may_begin_english(const Words& words, std::size_t at) {
  const std::string_view word = words[at];
  const std::string_view next = words[at + 1];
  if (const First* first = english_firsts().find(word); first != nullptr) {
    if (*first == First::kNumber) return counts(next) || next == "weekend";
    return *first == First::kAny || one_of(next, {"week", "weeks", "day", "days"});
  }
  return word.ends_with("day") || word.ends_with("day's") || word.ends_with("ish") || english::month(word) > 0 ||
         counts(word);
}

}  // namespace aandacht::domain::dates
