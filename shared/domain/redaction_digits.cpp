// Digits as they are written and as they are spoken.
#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "shared/domain/number_words.h"
#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

using Words = absl::flat_hash_set<std::string_view>;

constexpr std::size_t kWidestGap = 4;  // tokens between two digits of one number

const Words& gap_words() {
  static const auto* words =
      new Words{"en", "and", "dan", "then", "streepje", "dash", "spatie", "space", "punt", "dot", "schuine"};
  return *words;
}

const Words& gap_marks() {
  static const auto* marks =
      new Words{"-", ".", ",", "/", "(", ")", "\u2013", "\u2010", "\u2011", "\u2014", "\u00b7", "\u2026"};
  return *marks;
}

const Words& units() {
  static const auto* words = new Words{
      "euro",    "euros",  "cent",    "kwh",     "kilowattuur", "kuub",    "uur",      "minuten", "dagen",  "weken",
      "maanden", "jaar",   "procent", "km",      "kilometer",   "gb",      "gigabyte", "giga",    "mb",     "pounds",
      "pound",   "quid",   "pence",   "dollars", "hours",       "minutes", "days",     "weeks",   "months", "years",
      "percent", "graden", "degrees", "%",       "€",           "keer",    "times"};
  return *words;
}

bool is_zero_letter(std::string_view key) { return key == "o" || key == "oh"; }

bool touches(const std::vector<Token>& tokens, std::size_t left) {
  return left + 1 < tokens.size() && !tokens[left + 1].space_before;
}

// "PV88104": part of a code, unless it is long enough to matter or a cue is glued to it ("tel0612345678", "cvc123").
bool is_glued_to_letters(const std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].key.size() >= 12) return false;
  const bool before = at > 0 && tokens[at - 1].kind == TokenKind::kWord && touches(tokens, at - 1);
  const bool after = touches(tokens, at) && tokens[at + 1].kind == TokenKind::kWord;
  if (before) {
    const std::string& word = tokens[at - 1].key;
    return word != "tel" && word != "nr" && word != "cvc" && word != "cvv" && word != "pin" && word != "bsn";
  }
  return after;
}

int number(const Token& token) {
  return token.kind == TokenKind::kDigits && token.key.size() <= 4 ? std::stoi(token.key) : -1;
}

// Tokens of a date such as 17-11-2026 or 2026/11/17 at `at`; 0 when there is none.
std::size_t date_at(const std::vector<Token>& tokens, std::size_t at) {
  if (at + 4 >= tokens.size()) return 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!touches(tokens, i)) return 0;
  }
  const std::string& mark = tokens[at + 1].key;
  if ((mark != "-" && mark != "/" && mark != ".") || tokens[at + 3].key != mark) return 0;
  int first = number(tokens[at]);
  const int month = number(tokens[at + 2]);
  int last = number(tokens[at + 4]);
  if (first > 31) std::swap(first, last);
  const bool date = first >= 1 && first <= 31 && month >= 1 && month <= 12 && last >= 1900 && last <= 2099;
  return date ? 5 : 0;
}

std::string repeated(const std::vector<Token>& tokens, std::size_t at, std::size_t times, std::size_t& next) {
  if (at >= tokens.size()) return {};
  const std::string& key = tokens[at].key;
  std::string digit = is_zero_letter(key) ? "0" : "";
  if (tokens[at].kind == TokenKind::kDigits && key.size() == 1) digit = key;
  const auto value = cardinal(key);
  if (tokens[at].kind == TokenKind::kWord && value && *value <= 9) digit = std::to_string(*value);
  if (digit.empty()) return {};
  next = at + 1;
  return std::string(times, digit[0]);
}

std::string spoken_digits(const std::vector<Token>& tokens, std::size_t at, std::size_t& next) {
  const std::string& key = tokens[at].key;
  if (key == "double" || key == "dubbel" || key == "dubbele") return repeated(tokens, at + 1, 2, next);
  if (key == "triple" || key == "treble") return repeated(tokens, at + 1, 3, next);
  const bool times = at + 2 < tokens.size() && (tokens[at + 1].key == "keer" || tokens[at + 1].key == "maal");
  if (times && (key == "twee" || key == "drie")) {
    std::string digits = repeated(tokens, at + 2, key == "twee" ? 2 : 3, next);
    if (!digits.empty()) return digits;
  }
  next = at + 1;
  if (is_zero_letter(key)) return "0";
  std::string_view rest = key;
  std::string zeros;
  if (key.size() > 3 && rest.starts_with("nul")) {  // "nulzes"
    zeros = "0";
    rest.remove_prefix(3);
  }
  const auto value = cardinal(rest);
  if (!value || *value > 999) return {};
  if (next >= tokens.size()) return zeros + std::to_string(*value);
  const auto unit = cardinal(tokens[next].key);
  const bool joins = tokens[next].kind == TokenKind::kWord || (tokens[next].key == "-" && touches(tokens, at));
  if (is_english_tens(rest) && joins) {
    const std::size_t unit_at = tokens[next].key == "-" ? next + 1 : next;
    const auto ones = unit_at < tokens.size() ? cardinal(tokens[unit_at].key) : unit;
    if (ones && *ones >= 1 && *ones <= 9) {
      next = unit_at + 1;
      return zeros + std::to_string(*value + *ones);
    }
  }
  if (*value >= 1 && *value <= 9 && tokens[next].key == "hundred") {
    ++next;
    return zeros + std::to_string(*value * 100);
  }
  return zeros + std::to_string(*value);
}

// Over what may stand between two digits of one number. False: the number ends here.
bool skip_gap(const std::vector<Token>& tokens, std::size_t& at, bool& fresh) {
  const std::size_t begin = at;
  while (at < tokens.size() && at - begin <= kWidestGap) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kDigits) return true;
    if (token.kind == TokenKind::kPlaceholder) return false;
    const bool filler = token.kind == TokenKind::kWord && (is_filler(token.key) || gap_words().contains(token.key));
    const bool mark = token.kind == TokenKind::kMark && gap_marks().contains(token.key);
    if (!filler && !mark) return token.kind == TokenKind::kWord;
    fresh = fresh || token.key == "en" || token.key == "and" || token.key == "," || token.key == "dan" ||
            token.key == "then";
    ++at;
  }
  return false;
}

// "12,50" is an amount; "0,6,1,2" is a recogniser's way with spoken digits.
bool is_decimal_comma(const std::vector<Token>& tokens, std::size_t comma) {
  if (tokens[comma].key != "," || tokens[comma].space_before || !touches(tokens, comma)) return false;
  const Token& before = tokens[comma - 1];
  const Token& after = tokens[comma + 1];
  if (before.kind != TokenKind::kDigits || after.kind != TokenKind::kDigits) return false;
  return before.key.size() > 1 || after.key.size() > 1;
}

class Runs {
 public:
  explicit Runs(const std::vector<Token>& tokens) : tokens_(tokens) {}

  std::vector<Digits> all() {
    for (std::size_t at = 0; at < tokens_.size();) {
      const std::size_t date = date_at(tokens_, at);
      at = date > 0 ? at + date : run_from(at);
    }
    return std::move(runs_);
  }

 private:
  // Reads a run that begins at `at`, if one does; the token to go on from.
  std::size_t run_from(std::size_t at) {
    Digits run;
    std::size_t begin = at;
    if ((tokens_[at].key == "+" || tokens_[at].key == "plus") && at + 1 < tokens_.size()) {
      run.plus = true;
      run.plus_token = at;
      ++begin;
    }
    if (!add_part(run, begin, true)) return at + 1;
    std::size_t next = run.parts.back().last + 1;
    for (;;) {
      std::size_t after = next;
      bool fresh = false;
      if (next < tokens_.size() && is_decimal_comma(tokens_, next)) break;
      if (!skip_gap(tokens_, after, fresh) || date_at(tokens_, after) > 0 || !add_part(run, after, fresh)) break;
      next = run.parts.back().last + 1;
    }
    if (next < tokens_.size() && units().contains(tokens_[next].key)) run.parts.pop_back();
    if (!run.parts.empty()) runs_.push_back(std::move(run));
    return next;
  }

  bool add_part(Digits& run, std::size_t at, bool fresh) {
    std::size_t next = at;
    const std::string digits = digits_at(tokens_, at, next);
    if (digits.empty()) return false;
    // "o" and "oh" are a zero only between digits.
    if (is_zero_letter(tokens_[at].key)) {
      std::size_t ignored = 0;
      const bool leads =
          next < tokens_.size() && !is_zero_letter(tokens_[next].key) && !digits_at(tokens_, next, ignored).empty();
      const bool follows = !run.parts.empty() && run.parts.back().last + 1 == at;
      if (!leads && !follows) return false;
    }
    run.parts.push_back({digits, at, next - 1, fresh, tokens_[at].kind == TokenKind::kDigits});
    return true;
  }

  const std::vector<Token>& tokens_;
  std::vector<Digits> runs_;
};

}  // namespace

std::string digits_at(const std::vector<Token>& tokens, std::size_t at, std::size_t& next) {
  if (at >= tokens.size()) return {};
  if (tokens[at].kind == TokenKind::kWord) return spoken_digits(tokens, at, next);
  if (tokens[at].kind != TokenKind::kDigits || is_glued_to_letters(tokens, at)) return {};
  next = at + 1;
  return tokens[at].key;
}

std::vector<Digits> digit_runs(const std::vector<Token>& tokens) { return Runs(tokens).all(); }

}  // namespace aandacht::domain::redaction
