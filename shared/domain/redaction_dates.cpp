// Birth dates, and other days, which later detectors must not take for numbers.
#include <optional>

#include "shared/domain/number_words.h"
#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

// A complete date of this year or before is long ago for a company's dealings: who says one alone tells a birthday.
constexpr int kLastYearOfLongAgo = 2008;
// "zevenentwintig" and up can only be 19..; below, both centuries are possible.
constexpr int kFirstShortYearOfLastCentury = 27;
constexpr int kLastYear = 2039;
constexpr std::size_t kMostContentAround = 5;

struct SaidDate {
  std::size_t first = 0;
  std::size_t last = 0;
  bool named_month = false;
  std::optional<int> year = std::nullopt;  ///< With its century.
  bool whole_year = false;                 ///< With four digits.
  bool part = false;                       ///< A year alone, a month with its year, a day alone.
  bool together = false;                   ///< Written as one: "03-05-1967".
};

int value_of(const std::string& digits) { return digits.empty() || digits.size() > 8 ? -1 : std::stoi(digits); }

bool is_ordinal_ending(std::string_view key) {
  return key == "e" || key == "de" || key == "ste" || key == "th" || key == "st" || key == "nd" || key == "rd";
}

class DateReader {
 public:
  explicit DateReader(const Tokens& tokens) : tokens_(tokens) {}

  std::optional<SaidDate> read(std::size_t first) {
    for (const auto& form :
         {&DateReader::day_first, &DateReader::year_between, &DateReader::month_first, &DateReader::year_first,
          &DateReader::compact, &DateReader::month_and_year, &DateReader::year_alone, &DateReader::day_alone}) {
      at_ = first;
      date_ = {};
      if (!(this->*form)()) continue;
      date_.first = first;
      date_.last = at_ - 1;
      return date_;
    }
    return std::nullopt;
  }

 private:
  bool at_end() const { return at_ >= tokens_.size(); }

  // Over fillers, and over what may stand between the parts of a date.
  void skip(bool words) {
    for (std::size_t steps = 0; !at_end() && steps < 4; ++steps, ++at_) {
      const Token& token = tokens_[at_];
      const std::string& key = token.key;
      const bool mark = key == "-" || key == "/" || key == "." || key == "," || key == "\u2013";
      const bool link = words && (key == "van" || key == "de" || key == "the" || key == "of" || key == "het" ||
                                  key == "in" || key == "streepje" || key == "slash" || key == "punt" || key == "dash");
      if (!mark && !link && !token.has(kFiller)) return;
    }
  }

  // 1 … 31: "3", "03", "3e", "drie", "nul drie", "derde", "twenty first"; 0 when none.
  int day() {
    if (at_end()) return 0;
    const std::size_t begin = at_;
    const Token& token = tokens_[at_];
    if (token.kind == TokenKind::kWord && token.value < 0 && token.key.size() >= 5) {
      if (const auto value = ordinal(token.key); value && *value <= 31) {
        ++at_;
        return *value;
      }
    }
    if ((token.key == "twenty" || token.key == "thirty") && at_ + 1 < tokens_.size()) {
      const std::size_t unit = key_at(tokens_, at_ + 1) == "-" ? at_ + 2 : at_ + 1;
      const auto ones = ordinal(key_at(tokens_, unit));
      if (ones && *ones <= 9) {
        at_ = unit + 1;
        return token.value + *ones;
      }
    }
    std::size_t next = at_;
    std::string digits = digits_at(tokens_, at_, next);
    if (digits.empty() && token.kind == TokenKind::kDigits && touches(tokens_, at_) &&
        is_ordinal_ending(tokens_[at_ + 1].key)) {
      digits = token.key;
      next = at_ + 1;
    }
    if (digits == "0") {
      const std::string unit = digits_at(tokens_, next, next);
      if (unit.size() != 1) return 0;
      digits = unit;
    }
    const int value = digits.size() <= 2 ? value_of(digits) : -1;
    if (value < 1 || value > 31) return 0;
    at_ = next;
    if (token.kind == TokenKind::kDigits && at_ < tokens_.size() && at_ > begin && touches(tokens_, at_ - 1) &&
        is_ordinal_ending(tokens_[at_].key)) {
      ++at_;
    }
    return value;
  }

  int named_month() {
    if (at_end() || tokens_[at_].month == 0) return 0;
    const int month = tokens_[at_++].month;
    if (key_at(tokens_, at_) == "." && touches(tokens_, at_ - 1) && tokens_[at_ - 1].key.size() <= 4 &&
        at_ + 1 < tokens_.size()) {
      ++at_;
    }
    return month;
  }

  // Two digits: "67", "zevenenzestig", "oh four"; -1 when none.
  int two_digits() {
    std::size_t next = at_;
    std::string digits = digits_at(tokens_, at_, next);
    if (digits == "0") {
      const std::string unit = digits_at(tokens_, next, next);
      if (unit.size() != 1) return -1;
      digits += unit;
    }
    if (digits.size() == 1 && next < tokens_.size()) {  // "six seven"
      std::size_t after = next;
      const std::string unit = digits_at(tokens_, next, after);
      if (unit.size() != 1) return -1;
      digits += unit;
      next = after;
    }
    if (digits.size() != 2) return -1;
    at_ = next;
    return value_of(digits);
  }

  std::optional<int> century(int hundreds) {
    const std::size_t begin = at_;
    if (key_at(tokens_, at_) == "en" || key_at(tokens_, at_) == "and") ++at_;
    std::size_t next = at_;
    const std::string digits = digits_at(tokens_, at_, next);
    if (!digits.empty() && digits.size() <= 2) {
      if (digits == "0") {
        const int rest = two_digits();
        if (rest >= 0) return hundreds + rest;
      }
      at_ = next;
      return hundreds + value_of(digits);
    }
    at_ = begin;
    return hundreds;
  }

  std::optional<int> year() {
    if (at_end()) return std::nullopt;
    const std::size_t begin = at_;
    if (tokens_[at_].key == "'" || tokens_[at_].key == "\u2019") ++at_;
    if (at_end()) return std::nullopt;
    const Token& token = tokens_[at_];
    if (token.kind == TokenKind::kDigits && token.key.size() == 4) {
      const int value = value_of(token.key);
      if (value >= 1890 && value <= kLastYear) {
        ++at_;
        return value;
      }
      return std::nullopt;
    }
    if (token.value >= 1890 && token.value <= kLastYear) {
      ++at_;
      return token.value == 1900 || token.value == 2000 ? century(token.value) : std::optional<int>(token.value);
    }
    const std::string_view next = key_at(tokens_, at_ + 1);
    if ((token.value == 2 && (next == "thousand" || next == "duizend")) ||
        (token.value == 19 && (next == "hundred" || next == "honderd"))) {
      at_ += 2;
      return century(token.value == 2 ? 2000 : 1900);
    }
    if (token.value == 19 || token.value == 20 || token.key == "19" || token.key == "20") {
      const std::size_t here = at_;
      const int hundreds = token.value == 19 || token.key == "19" ? 1900 : 2000;
      const bool pair = token.key != "twenty" || key_at(tokens_, at_ + 1) != "-";
      ++at_;
      const int rest = pair ? two_digits() : -1;
      if (rest >= 0) return hundreds + rest;
      at_ = here;
    }
    const int rest = two_digits();
    if (rest < 0) {
      at_ = begin;
      return std::nullopt;
    }
    return rest >= kFirstShortYearOfLastCentury ? 1900 + rest : 2000 + rest;
  }

  void take_year() {
    const std::size_t after = at_;
    skip(true);
    date_.year = year();
    date_.whole_year = date_.year && tokens_[at_ - 1].key.size() == 4;
    if (!date_.year || (at_ < tokens_.size() && tokens_[at_].has(kUnit))) {
      date_.year.reset();
      at_ = after;
    }
  }

  // "3 mei 1967", "de derde van de vijfde zevenenzestig", "03-05-1967"
  bool day_first() {
    const std::size_t begin = at_;
    if (day() == 0) return false;
    skip(true);
    if (named_month() > 0) {
      date_.named_month = true;
      take_year();
      return true;
    }
    const int month = day();
    if (month < 1 || month > 12) return false;
    take_year();
    date_.together = date_.year && at_ - begin == 5 && tokens_[begin].kind == TokenKind::kDigits &&
                     !tokens_[begin + 1].space_before && !tokens_[begin + 2].space_before;
    return date_.year.has_value();
  }

  // "May the third nineteen sixty-seven", "05/13/1967"
  bool month_first() {
    const std::size_t begin = at_;
    if (named_month() > 0) {
      skip(true);
      if (day() == 0) return false;
      date_.named_month = true;
      take_year();
      return true;
    }
    at_ = begin;
    const int month = day();
    if (month < 1 || month > 12) return false;
    skip(false);
    if (day() <= 12) return false;
    take_year();
    return date_.year.has_value();
  }

  // "mei 1967 de derde", "1939, op 30 november", "zevenentachtig, eenentwintig oktober"
  bool year_between() {
    if (named_month() > 0) {
      skip(true);
      date_.year = year();
      if (!date_.year) return false;
      skip(true);
      date_.named_month = true;
      return !at_end() && is_ordinal(tokens_[at_]) && day() > 0;
    }
    date_.year = year();
    if (!date_.year || at_end()) return false;
    skip(true);
    if (key_at(tokens_, at_) == "op" || key_at(tokens_, at_) == "on") ++at_;
    skip(true);
    if (day() == 0) return false;
    skip(true);
    date_.named_month = true;
    return named_month() > 0;
  }

  static bool is_ordinal(const Token& token) {
    return token.kind == TokenKind::kWord && token.value < 0 && token.key.size() >= 5 && ordinal(token.key).has_value();
  }

  // "1967-05-03", "1967 mei 3"
  bool year_first() {
    const Token& token = tokens_[at_];
    if (token.kind != TokenKind::kDigits || token.key.size() != 4) return false;
    date_.year = year();
    if (!date_.year) return false;
    skip(false);
    const int month = at_end() || tokens_[at_].month == 0 ? day() : named_month();
    if (month < 1 || month > 12) return false;
    skip(false);
    date_.together = true;
    date_.whole_year = true;
    return day() > 0;
  }

  // "03051967", "030567"
  bool compact() {
    const Token& token = tokens_[at_];
    if (token.kind != TokenKind::kDigits || (token.key.size() != 8 && token.key.size() != 6)) return false;
    const int day = value_of(token.key.substr(0, 2));
    const int month = value_of(token.key.substr(2, 2));
    if (day < 1 || day > 31 || month < 1 || month > 12) return false;
    date_.year = value_of(token.key.substr(4));
    if (token.key.size() == 6) *date_.year += 1900;
    ++at_;
    return *date_.year >= 1890 && *date_.year <= kLastYear;
  }

  // "maart negentienvijfentachtig"
  bool month_and_year() {
    if (named_month() == 0) return false;
    take_year();
    date_.part = true;
    return date_.year.has_value();
  }

  // "negentienvierenzestig", "zevenenzestig"
  bool year_alone() {
    date_.year = year();
    date_.part = true;
    return date_.year && *date_.year <= kLastYearOfLongAgo + 10 && !goes_on();
  }

  // "de negende"
  bool day_alone() {
    const Token& token = tokens_[at_];
    date_.part = true;
    const bool named = (token.kind == TokenKind::kWord && token.value < 0) ||
                       (touches(tokens_, at_) && is_ordinal_ending(key_at(tokens_, at_ + 1)));
    return named && day() > 0 && !goes_on();
  }

  bool goes_on() const {
    if (at_end()) return false;
    std::size_t ignored = at_;
    return tokens_[at_].has(kUnit) || tokens_[at_].month > 0 || !digits_at(tokens_, at_, ignored).empty();
  }

  const Tokens& tokens_;
  std::size_t at_ = 0;
  SaidDate date_;
};

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
         {"hij", "zij", "ze", "zoon", "dochter", "man", "vrouw", "moeder", "vader", "partner", "kind"}) {
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

// "06-32-16-01-86": three pairs of a longer number.
bool is_inside_number(const Tokens& tokens, const SaidDate& date) {
  const auto is_number = [](const Token& token) { return token.kind == TokenKind::kDigits || token.value >= 0; };
  const auto is_mark = [](const Token& token) { return token.key == "-" || token.key == "." || token.key == "/"; };
  std::size_t before = date.first;
  if (before > 0 && is_mark(tokens[before - 1]) && !tokens[before].space_before) --before;
  if (before > 0 && is_number(tokens[before - 1])) return true;
  std::size_t after = date.last + 1;
  if (after < tokens.size() && is_mark(tokens[after]) && touches(tokens, after)) ++after;
  return after < tokens.size() && is_number(tokens[after]);
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

bool is_birth_date(const Search& search, const SaidDate& date) {
  if (date.part) return is_part_of_birth_date(search, date);
  if (!date.named_month && is_inside_number(search.tokens, date)) return false;
  Told told = cue_before(search.tokens, date.first);
  if (told.cue != Cue::kBirth) {
    const Told after = cue_after(search.tokens, date.last);
    if (after.cue == Cue::kBirth) told = after;
  }
  if (told.cue == Cue::kBirth && told.content <= 4) return !told.dated || date.year.has_value();
  if (told.cue != Cue::kNone && told.cue != Cue::kPostcode) return false;
  if (search.expected.has(Cue::kBirth) && search.content <= kMostContentAround) return true;
  const bool plain = date.named_month || date.together;
  if (!plain || !date.year || *date.year > kLastYearOfLongAgo) return false;
  if (search.content > 0 && !date.named_month && !date.whole_year) return false;
  return search.content == 0 ||
         (search.content <= kMostContentAround && !follows_preposition(search.tokens, date.first));
}

}  // namespace

namespace {

bool may_begin_date(const Token& token) {
  return token.kind == TokenKind::kDigits || token.value >= 0 || token.month > 0 || is_zero_letter(token) ||
         token.key.ends_with("e") || token.key.ends_with("th") || token.key.ends_with("st") ||
         token.key.ends_with("nd") || token.key.ends_with("rd");
}

std::uint32_t shape_of(const SaidDate& date) {
  std::uint32_t years = 0;
  if (date.year)
    years = *date.year < 1940 ? 1 : *date.year < 1970 ? 2 : *date.year <= 2008 ? 3 : *date.year < 2023 ? 4 : 5;
  return years * 4 + (date.named_month ? 2U : 0U) + (date.whole_year ? 1U : 0U);
}

}  // namespace

std::vector<DateShape> date_shapes(const Tokens& tokens) {
  std::vector<DateShape> shapes;
  DateReader reader(tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!may_begin_date(tokens[at])) continue;
    const auto date = reader.read(at);
    if (!date || (date->part && !date->named_month && !date->whole_year)) continue;
    if (!date->named_month && is_inside_number(tokens, *date)) continue;
    shapes.push_back({date->first, date->last, shape_of(*date)});
    at = date->last;
  }
  return shapes;
}

void find_birth_dates(Search& search) {
  const Tokens& tokens = search.tokens;
  DateReader reader(tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (!may_begin_date(token) || search.taken[at]) continue;
    const auto date = reader.read(at);
    if (!date || !search.is_free(date->first, date->last)) continue;
    if (is_birth_date(search, *date)) {
      const bool article = at > 0 &&
                           (tokens[at - 1].key == "the" || tokens[at - 1].key == "de" || tokens[at - 1].key == "den") &&
                           !search.taken[at - 1];
      search.take(article ? at - 1 : date->first, date->last, SpanKind::kBirthDate);
    } else if (!date->named_month || date->part) {
      continue;
    } else {
      search.shield(date->first, date->last);
    }
    at = date->last;
  }
}

}  // namespace aandacht::domain::redaction
