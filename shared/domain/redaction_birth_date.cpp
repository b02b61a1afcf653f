// Birth dates, and other days, which later detectors must not take for numbers.
#include <algorithm>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_date.h"
#include "shared/domain/redaction_date_parts.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

using base::is_one_of;

// A complete date of this year or before is long ago for a company's dealings: who says one alone tells a birthday.
constexpr int kLastYearOfLongAgo = 2008;
constexpr std::size_t kMostContentAround = 5;

// "sinds 3 mei 1998": a day of something else.
bool follows_preposition(const Tokens& tokens, std::size_t first) {
  if (first == 0) return false;
  // "ik ben van 3 mei 1967"
  const bool is_of =
      first >= 2 && (tokens[first - 1].key == "van" || tokens[first - 1].key == "from") &&
      (tokens[first - 2].key == "ben" || tokens[first - 2].key == "bent" || tokens[first - 2].key == "i'm");
  if (is_of) return false;
  if (first >= 3 && tokens[first - 1].key == "van" && tokens[first - 2].key == "is") {  // "zij is van 3 mei 1967"
    for (const std::string_view person :
         {"hij",          "zij",        "ze",      "zoon",     "dochter",   "man",        "vrouw",
          "moeder",       "vader",      "partner", "kind",     "kindje",    "kleine",     "baby",
          "opa",          "oma",        "broer",   "zus",      "zoontje",   "dochtertje", "kleinzoon",
          "kleindochter", "jongste",    "oudste",  "tweeling", "middelste", "jongen",     "meisje",
          "echtgenoot",   "echtgenote", "vriend",  "vriendin", "mama",      "papa"}) {
      if (tokens[first - 3].key == person) return false;
    }
  }
  for (const std::string_view word :
       {"op", "on",    "sinds", "since", "van", "from",  "vanaf", "tot",  "until", "voor", "before",
        "na", "after", "per",   "in",    "by",  "dated", "of",    "till", "om",    "rond", "around"}) {
    if (tokens[first - 1].key == word) return true;
  }
  return false;
}

// A year or a day alone says nothing without its cue.
bool is_part_of_birth_date(const Search& search, const SaidDate& date) {
  if (!date.named_month && is_inside_number(search.tokens, date)) return false;
  const Tokens& tokens = search.tokens;
  const Told told = cue_before(tokens, date.first);
  // "ik ben van vierenzestig"
  if (date.year && date.first >= 2 && tokens[date.first - 1].key == "van" &&
      (tokens[date.first - 2].key == "ben" || tokens[date.first - 2].key == "bent")) {
    return told.cue != Cue::kStays;
  }
  if (told.cue == Cue::kBirth) return told.content <= 1 && (date.year.has_value() || !told.dated);
  const bool asked = search.expected.has(Cue::kBirthPart) && !search.expected.has(Cue::kStays);
  return told.cue == Cue::kNone && asked && search.bare();
}

bool tells_other_day(const Token& token) {
  return token.cue == Cue::kStays ||
         is_one_of(token.key,
                   {"sinds",         "since",    "vanaf",    "getrouwd",   "married",  "klant",        "lid",
                    "customer",      "died",     "passed",   "overleden",  "gekocht",  "bought",       "verhuisd",
                    "moved",         "gebouwd",  "built",    "bouwjaar",   "auto",     "huis",         "woning",
                    "house",         "car",      "oldtimer", "trouwdag",   "huwelijk", "wedding",      "gestart",
                    "begonnen",      "started",  "until",    "opgericht",  "founded",  "joined",       "dienst",
                    "gepensioneerd", "retired",  "diploma",  "tot",        "jubileum", "lidmaatschap", "anniversary",
                    "gescheiden",    "divorced", "kever",    "afgesloten", "warranty", "garantie",     "expires",
                    "verloopt",      "vervalt",  "runs"});
}

// "third of the seventh forty nine", "zeven van de zevende negenennegentig"
bool is_in_ordinals(const Tokens& tokens, const SaidDate& date) {
  for (std::size_t at = date.first + 2; at < date.last; ++at) {
    const bool of = is_one_of(tokens[at - 1].key, {"the", "de", "den"}) && is_one_of(tokens[at - 2].key, {"of", "van"});
    if (of && tokens[at].kind == TokenKind::kWord && tokens[at].value < 0 && said_ordinal(tokens[at].key)) return true;
  }
  return false;
}

// "my little girl's the twentieth of the seventh twenty nineteen"
bool is_of_child(const Tokens& tokens, const SaidDate& date) {
  constexpr std::size_t kNear = 4;
  for (std::size_t at = date.first > kNear ? date.first - kNear : 0; at < date.first; ++at) {
    std::string_view key = tokens[at].key;
    if (key.ends_with("'s")) key.remove_suffix(2);
    if (is_one_of(key, {"girl",          "boy",    "lad",       "son",          "daughter", "baby",    "grandson",
                        "granddaughter", "kid",    "child",     "zoon",         "dochter",  "zoontje", "dochtertje",
                        "kind",          "kindje", "kleinzoon", "kleindochter", "jongste",  "oudste",  "middelste"})) {
      return at == 0 || !is_one_of(tokens[at - 1].key, {"voor", "for"});
    }
  }
  return false;
}

// "opa is 27 september 1929", "29 02 1996, ja": a whole day of long ago, and no word of another day near it.
bool is_of_long_ago(const Tokens& tokens, const SaidDate& date) {
  constexpr std::size_t kNear = 5;
  if (!date.year || (*date.year > kLastYearOfLongAgo && !is_of_child(tokens, date))) return false;
  bool written = true;
  for (std::size_t at = date.first; at <= date.last; ++at) written = written && tokens[at].kind == TokenKind::kDigits;
  const bool whole = date.named_month || date.together || (written && date.whole_year);
  if (!whole && !is_in_ordinals(tokens, date)) return false;
  const std::size_t from = date.first > kNear ? date.first - kNear : 0;
  const std::size_t to = std::min(date.last + kNear, tokens.size() - 1);
  for (std::size_t at = from; at <= to; ++at) {
    if (tells_other_day(tokens[at]) || tokens[at].kind == TokenKind::kPlaceholder) return false;
  }
  return true;
}

bool is_birth_date(const Search& search, const SaidDate& date) {
  if (date.part) return is_part_of_birth_date(search, date);
  if (!date.named_month && is_inside_number(search.tokens, date)) return false;
  Told told = cue_before(search.tokens, date.first);
  if (told.cue != Cue::kBirth) {
    const Told after = cue_after(search.tokens, date.last);
    if (after.cue == Cue::kBirth) told = after;
  }
  if (told.cue == Cue::kBirth && told.content <= 4) return !told.dated || date.year.has_value();
  if (date.first > 0 && is_one_of(search.tokens[date.first - 1].key, {"per", "vanaf", "tot"})) return false;
  if (told.cue != Cue::kNone && told.cue != Cue::kPostcode) return false;
  if (search.expected.has(Cue::kBirth) && search.content <= kMostContentAround) return true;
  if (is_of_long_ago(search.tokens, date)) return true;
  const bool plain = date.named_month || date.together;
  if (!plain || !date.year || *date.year > kLastYearOfLongAgo) return false;
  if (search.content > 0 && !date.named_month && !date.whole_year) return false;
  return search.content == 0 ||
         (search.content <= kMostContentAround && !follows_preposition(search.tokens, date.first));
}

// Said alone and not as an answer: other days are said with the month's name.
bool is_bare_day(const Search& search, std::size_t at) {
  const bool asked = !search.expected.empty() || !search.situation.question.empty();
  return search.bare() && !asked && is_day_in_ordinals(search.tokens, at) &&
         search.is_free(at, at + kDayInOrdinals - 1);
}

// "tweede jan steenstraat": a first name that reads as a month.
bool is_in_street_name(const Tokens& tokens, const SaidDate& date) {
  return date.last + 1 < tokens.size() && tokens[date.first].kind == TokenKind::kWord &&
         tokens[date.last].key == "jan" && tokens[date.last + 1].has(kStreet);
}

}  // namespace

void find_birth_dates(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (!may_begin_date(token) || search.taken[at] || follows_currency(tokens, at)) continue;
    if (is_bare_day(search, at)) {
      search.take(at, at + kDayInOrdinals - 1, SpanKind::kBirthDate);
      search.sure.push_back(search.found.back());
      continue;
    }
    const auto date = read_date(tokens, at);
    if (!date || !search.is_free(date->first, date->last)) continue;
    if (is_birth_date(search, *date)) {
      const bool article = at > 0 &&
                           (tokens[at - 1].key == "the" || tokens[at - 1].key == "de" || tokens[at - 1].key == "den") &&
                           !search.taken[at - 1];
      search.take(article ? at - 1 : date->first, date->last, SpanKind::kBirthDate);
    } else if (!date->named_month || date->part || is_in_street_name(tokens, *date)) {
      continue;
    } else {
      search.shield(date->first, date->last);
    }
    at = date->last;
  }
}

}  // namespace aandacht::domain::redaction
