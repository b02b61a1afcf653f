// Which words a day or a time can begin with: most words of a turn begin none, and need no look at every wording.
#include "shared/base/one_of.h"
#include "shared/domain/dates_detail.h"
#include "shared/domain/number_words.h"

namespace aandacht::domain::dates {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "8:30", "drie", "twaalfde".
bool counts(std::string_view word) {
  return !word.empty() && (is_digit(word.front()) || cardinal(word) || ordinal(word));
}

}  // namespace

bool may_begin_dutch(const Words& words, std::size_t at) {
  static constexpr base::OneOf kLeads{
      "vandaag",   "vanochtend",    "vanmorgen",    "vanvoormiddag", "vanmiddag",   "vannamiddag",
      "vanavond",  "vannacht",      "overmorgen",   "eergisteren",   "eind",        "einde",
      "midden",    "halverwege",    "medio",        "begin",         "later",       "verderop",
      "deze",      "lopende",       "volgende",     "komende",       "aankomende",  "volgend",
      "vorige",    "afgelopen",     "verleden",     "voorbije",      "voor",        "na",
      "tegen",     "rond",          "komend",       "aanstaand",     "aankomend",   "vorig",
      "weekend",   "geef",          "over",         "binnen",        "tussen",      "kwart",
      "sluiting",  "sluitingstijd", "sluitingsuur", "kantoortijd",   "middernacht", "lunch",
      "lunchtijd", "lunchpauze",    "middaguur",    "loop",          "'s"};
  const std::string_view word = words[at];
  const std::string_view next = words[at + 1];
  if (one_of(word, {"het", "dit", "'t"})) return next == "weekend";
  if (word == "in") return next == "de";
  if (word == "de") return counts(next);
  if (word == "van") return counts(next) || next.ends_with("en") || next.starts_with("half") || next == "kwart";
  const bool compound = word.find("dag") != std::string_view::npos || word.starts_with("half") ||
                        word.starts_with("morgen") || word.starts_with("gister") || word.ends_with("en");
  return compound || kLeads.has(word) || may_begin_holiday(word) || counts(word);
}

bool may_begin_english(const Words& words, std::size_t at) {
  static constexpr base::OneOf kLeads{
      "today's", "tonight",   "tomorrow",  "tomorrow's", "yesterday", "this",   "last",    "next",
      "end",     "early",     "beginning", "start",      "mid",       "middle", "late",    "later",
      "week",    "before",    "by",        "after",      "weekend",   "over",   "give",    "in",
      "within",  "half",      "quarter",   "between",    "from",      "noon",   "midday",  "midnight",
      "lunch",   "lunchtime", "teatime",   "cob",        "eod",       "close",  "closing", "first"};
  const std::string_view word = words[at];
  const std::string_view next = words[at + 1];
  if (word == "the") return counts(next) || next == "weekend";
  if (word == "a") return one_of(next, {"week", "weeks", "day", "days"});
  const bool compound = word.ends_with("day") || word.ends_with("day's") || word.ends_with("ish");
  return compound || kLeads.has(word) || english::month(word) > 0 || may_begin_holiday(word) || counts(word);
}

}  // namespace aandacht::domain::dates
