#include "shared/domain/redaction_date_parts.h"

#include "shared/base/one_of.h"
#include "shared/domain/number_words.h"
#include "shared/domain/redaction_digits.h"

namespace aandacht::domain::redaction {
namespace {

// "zevenentwintig" and up can only be 19..; below, both centuries are possible.
constexpr int kFirstShortYearOfLastCentury = 27;

}  // namespace

bool is_ordinal_ending(std::string_view key) {
  return key == "e" || key == "de" || key == "ste" || key == "th" || key == "st" || key == "nd" || key == "rd";
}

int value_of(const std::string& digits) { return digits.empty() || digits.size() > 8 ? -1 : std::stoi(digits); }

std::optional<int> said_ordinal(std::string_view key) {
  if (key.ends_with("den") || key.ends_with("sten")) key.remove_suffix(1);
  return ordinal(key);
}

void DateParts::skip(bool words) {
  for (std::size_t steps = 0; !at_end() && steps < 4; ++steps, ++at) {
    const Token& token = tokens[at];
    const Key& key = token.key;
    const bool mark = key == "-" || key == "/" || key == "." || key == "," || key == "\u2013";
    const bool link =
        words && (key == "van" || key == "de" || key == "den" || key == "the" || key == "of" || key == "het" ||
                  key == "in" || key == "streepje" || key == "slash" || key == "punt" || key == "dash");
    if (!mark && !link && !token.has(kFiller)) return;
  }
}

bool DateParts::skip_year_name() {
  const std::size_t begin = at;
  skip(true);
  if (key_at(tokens, at) == "and" || key_at(tokens, at) == "en") ++at;
  skip(true);
  if (!base::is_one_of(key_at(tokens, at), {"year", "year's", "jaar", "jaartal", "geboortejaar"})) {
    at = begin;
    return false;
  }
  ++at;
  skip(true);
  if (key_at(tokens, at) == "is" || key_at(tokens, at) == "was") ++at;
  skip(true);
  return true;
}

int DateParts::day() {
  if (at_end()) return 0;
  const std::size_t begin = at;
  const Token& token = tokens[at];
  if (token.kind == TokenKind::kWord && token.value < 0 && token.key.size() >= 5) {
    if (const auto value = said_ordinal(token.key); value && *value <= 31) {
      ++at;
      return *value;
    }
  }
  if ((token.key == "twenty" || token.key == "thirty") && at + 1 < tokens.size()) {
    const std::size_t unit = key_at(tokens, at + 1) == "-" ? at + 2 : at + 1;
    const auto ones = ordinal(key_at(tokens, unit));
    if (ones && *ones <= 9) {
      at = unit + 1;
      return token.value + *ones;
    }
  }
  std::size_t next = at;
  std::string digits = digits_at(tokens, at, next);
  if (digits.empty() && token.kind == TokenKind::kDigits && touches(tokens, at) &&
      is_ordinal_ending(tokens[at + 1].key)) {
    digits = token.key;
    next = at + 1;
  }
  if (digits == "0") {
    const std::string unit = digits_at(tokens, next, next);
    if (unit.size() != 1) return 0;
    digits = unit;
  }
  const int value = digits.size() <= 2 ? value_of(digits) : -1;
  if (value < 1 || value > 31) return 0;
  at = next;
  if (token.kind == TokenKind::kDigits && at < tokens.size() && at > begin && touches(tokens, at - 1) &&
      is_ordinal_ending(tokens[at].key)) {
    ++at;
  }
  return value;
}

int DateParts::named_month() {
  if (at_end() || tokens[at].month == 0) return 0;
  const int month = tokens[at++].month;
  if (key_at(tokens, at) == "." && touches(tokens, at - 1) && tokens[at - 1].key.size() <= 4 &&
      at + 1 < tokens.size()) {
    ++at;
  }
  return month;
}

int DateParts::two_digits() {
  std::size_t next = at;
  std::string digits = digits_at(tokens, at, next);
  if (digits == "0") {
    const std::string unit = digits_at(tokens, next, next);
    if (unit.size() != 1) return -1;
    digits += unit;
  }
  if (digits.size() == 1 && next < tokens.size()) {  // "six seven"
    std::size_t after = next;
    const std::string unit = digits_at(tokens, next, after);
    if (unit.size() != 1) return -1;
    digits += unit;
    next = after;
  }
  if (digits.size() != 2) return -1;
  at = next;
  return value_of(digits);
}

std::optional<int> DateParts::century(int hundreds) {
  const std::size_t begin = at;
  if (key_at(tokens, at) == "en" || key_at(tokens, at) == "and") ++at;
  std::size_t next = at;
  const std::string digits = digits_at(tokens, at, next);
  if (!digits.empty() && digits.size() <= 2) {
    if (digits == "0") {
      const int rest = two_digits();
      if (rest >= 0) return hundreds + rest;
    }
    at = next;
    return hundreds + value_of(digits);
  }
  at = begin;
  return hundreds;
}

std::optional<int> DateParts::year() {
  if (at_end()) return std::nullopt;
  const std::size_t begin = at;
  if (tokens[at].key == "'" || tokens[at].key == "\u2019") ++at;
  if (at_end()) return std::nullopt;
  const Token& token = tokens[at];
  if (token.kind == TokenKind::kDigits && token.key.size() == 4) {
    const int value = value_of(token.key);
    if (value >= 1890 && value <= kLastYear) {
      ++at;
      return value;
    }
    return std::nullopt;
  }
  if (token.value >= 1890 && token.value <= kLastYear) {
    ++at;
    return token.value == 1900 || token.value == 2000 ? century(token.value) : std::optional<int>(token.value);
  }
  const std::string_view next = key_at(tokens, at + 1);
  if ((token.value == 2 && (next == "thousand" || next == "duizend")) ||
      (token.value == 19 && (next == "hundred" || next == "honderd"))) {
    at += 2;
    return century(token.value == 2 ? 2000 : 1900);
  }
  if (token.value == 19 || token.value == 20 || token.key == "19" || token.key == "20") {
    const std::size_t here = at;
    const int hundreds = token.value == 19 || token.key == "19" ? 1900 : 2000;
    const bool pair = token.key != "twenty" || key_at(tokens, at + 1) != "-";
    ++at;
    const int rest = pair ? two_digits() : -1;
    if (rest >= 0) return hundreds + rest;
    at = here;
  }
  const int rest = two_digits();
  if (rest < 0) {
    at = begin;
    return std::nullopt;
  }
  return rest >= kFirstShortYearOfLastCentury ? 1900 + rest : 2000 + rest;
}

bool DateParts::goes_on() const {
  if (at_end()) return false;
  std::size_t ignored = at;
  return tokens[at].has(kUnit) || tokens[at].month > 0 || !digits_at(tokens, at, ignored).empty();
}

}  // namespace aandacht::domain::redaction
