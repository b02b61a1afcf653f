// Digits as they are written and as they are spoken.
#include <algorithm>
#include <array>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_digits.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kWidestGap = 6;  // tokens between two digits of one number

bool is_gap_mark(std::string_view key) {
  for (const std::string_view mark :
       {"-", ".", ",", "/", "(", ")", "\u2013", "\u2010", "\u2011", "\u2014", "\u00b7", "\u2026", "_"}) {
    if (key == mark) return true;
  }
  return false;
}

// "PV88104": part of a code, unless it is long enough to matter or a cue is glued to it ("tel0612345678", "cvc123").
bool is_glued_to_letters(const Tokens& tokens, std::size_t at) {
  if (tokens[at].key.size() >= 12) return false;
  const bool before = at > 0 && tokens[at - 1].kind == TokenKind::kWord && touches(tokens, at - 1);
  const bool after = touches(tokens, at) && tokens[at + 1].kind == TokenKind::kWord;
  if (before) return tokens[at - 1].cue == Cue::kNone && tokens[at - 1].key != "nr";
  return after;
}

int number(const Token& token) {
  return token.kind == TokenKind::kDigits && token.key.size() <= 4 ? std::stoi(token.key) : -1;
}

// "8/27", "09/2027": until when a card is valid.
bool is_expiry_at(const Tokens& tokens, std::size_t at) {
  const bool whole = at + 2 < tokens.size() && tokens[at].kind == TokenKind::kDigits && tokens[at + 1].key == "/" &&
                     touches(tokens, at) && touches(tokens, at + 1) && tokens[at + 2].kind == TokenKind::kDigits;
  if (!whole || (touches(tokens, at + 2) && tokens[at + 3].key == "/")) return false;
  const bool inside = at > 0 && tokens[at - 1].key == "/" && !tokens[at].space_before;
  const int month = number(tokens[at]);
  const int year = number(tokens[at + 2]) % 2000;
  const std::size_t digits = tokens[at + 2].key.size();
  return !inside && tokens[at].key.size() <= 2 && month >= 1 && month <= 12 && (digits == 2 || digits == 4) &&
         year >= 20 && year <= 45;
}

// Tokens of a date such as 17-11-2026, 2026/11/17 or 09/27 at `at`; 0 when there is none.
std::size_t date_at(const Tokens& tokens, std::size_t at) {
  if (is_expiry_at(tokens, at)) return 3;
  if (at + 4 >= tokens.size()) return 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!touches(tokens, i)) return 0;
  }
  const Key& mark = tokens[at + 1].key;
  if ((mark != "-" && mark != "/" && mark != ".") || tokens[at + 3].key != mark) return 0;
  int first = number(tokens[at]);
  const int month = number(tokens[at + 2]);
  int last = number(tokens[at + 4]);
  if (first > 31) std::swap(first, last);
  const bool date = first >= 1 && first <= 31 && month >= 1 && month <= 12 && last >= 1900 && last <= 2099;
  return date ? 5 : 0;
}

// "nullen", "sevens": the digit, -1 for other words.
int plural_digit(std::string_view key) {
  constexpr std::array<std::string_view, 10> dutch = {"nullen", "enen",   "tweeen", "drieen", "vieren",
                                                      "vijven", "zessen", "zevens", "achten", "negens"};
  constexpr std::array<std::string_view, 10> english = {"zeros", "ones",  "twos",   "threes", "fours",
                                                        "fives", "sixes", "sevens", "eights", "nines"};
  for (std::size_t i = 0; i < dutch.size(); ++i) {
    if (key == dutch[i] || key == english[i]) return static_cast<int>(i);
  }
  if (key == "zeroes" || key == "noughts" || key == "ohs" || key == "nulletjes") return 0;
  if (key == "zevenen") return 7;
  return -1;
}

std::string repeated(const Tokens& tokens, std::size_t at, std::size_t times, std::size_t& next) {
  if (at < tokens.size() && tokens[at].key == "de") {
    const bool article = at + 1 < tokens.size() && tokens[at + 1].value >= 0;
    if (article) ++at;
  }
  if (at >= tokens.size()) return {};
  const Token& token = tokens[at];
  std::string digit = is_zero_letter(token) ? "0" : "";
  if (token.kind == TokenKind::kDigits && token.key.size() == 1) digit = token.key;
  if (token.value >= 0 && token.value <= 9) digit = std::to_string(token.value);
  if (digit.empty()) return {};
  next = at + 1;
  return std::string(times, digit[0]);
}

bool is_dutch_tens(const Token& token) {
  return token.key.size() > 4 && token.key.ends_with("tig") && token.value >= 20 && token.value % 10 == 0;
}

bool is_english_tens(const Token& token) {
  return token.value >= 20 && token.value <= 90 && token.value % 10 == 0 && token.key.ends_with("ty");
}

// "driehonderd twaalf", "three hundred and twelve"; one digit after it is another digit: "nine hundred one two three".
std::string after_hundreds(const Tokens& tokens, int hundreds, std::size_t& next) {
  const bool link = key_at(tokens, next) == "en" || key_at(tokens, next) == "and";
  const std::size_t at = link ? next + 1 : next;
  if (at >= tokens.size() || tokens[at].value < (link ? 1 : 10) || tokens[at].value > 99)
    return std::to_string(hundreds);
  int rest = tokens[at].value;
  next = at + 1;
  if (is_english_tens(tokens[at]) && next < tokens.size() && tokens[next].value >= 1 && tokens[next].value <= 9) {
    rest += tokens[next++].value;
  }
  return std::to_string(hundreds + rest);
}

// "seventy four", "seventy-four", "nine hundred".
std::string english_pair(const Tokens& tokens, std::size_t at, std::size_t& next) {
  const int value = tokens[at].value;
  if (next >= tokens.size()) return {};
  const bool hyphen = tokens[next].key == "-" && touches(tokens, at);
  const std::size_t unit_at = hyphen ? next + 1 : next;
  if (is_english_tens(tokens[at]) && unit_at < tokens.size()) {
    const int ones = tokens[unit_at].value;
    if (ones >= 1 && ones <= 9) {
      next = unit_at + 1;
      return std::to_string(value + ones);
    }
  }
  if (value >= 1 && value <= 9 && tokens[next].key == "hundred") {
    ++next;
    return after_hundreds(tokens, value * 100, next);
  }
  return {};
}

// False: spoken_digits() of the word are none, whatever follows.
bool may_begin_digits(const Token& token) {
  return token.value >= 0 || token.has(kMany) || is_zero_letter(token) || token.key.starts_with("nul");
}

std::string spoken_digits(const Tokens& tokens, std::size_t at, std::size_t& next) {
  const Token& token = tokens[at];
  if (token.has(kMany)) {
    const bool three = token.key.starts_with("t") || token.key.starts_with("drie");
    return repeated(tokens, at + 1, three ? 3 : 2, next);
  }
  if (token.value >= 2 && token.value <= 4 && at + 1 < tokens.size()) {
    const std::string_view after = tokens[at + 1].key;
    const auto times = static_cast<std::size_t>(token.value);
    // "drie keer een verkeerd wachtwoord": an article.
    const bool article = key_at(tokens, at + 2) == "een" && at + 3 < tokens.size() &&
                         tokens[at + 3].kind == TokenKind::kWord && tokens[at + 3].value < 0 &&
                         (!tokens[at + 3].has(kFiller | kGap) || tokens[at + 3].key.starts_with("verkeerd") ||
                          tokens[at + 3].key.starts_with("fout"));
    if (!article && (after == "keer" || after == "maal" || after == "times")) {
      std::string digits = repeated(tokens, at + 2, times, next);
      if (!digits.empty()) return digits;
    }
    if (const int digit = plural_digit(after); digit >= 0) {
      next = at + 2;
      return std::string(times, static_cast<char>('0' + digit));
    }
  }
  next = at + 1;
  if (is_zero_letter(token)) return "0";
  std::string zeros;
  int value = token.value;
  if (value < 0 && token.key.size() > 3 && token.key.starts_with("nul")) {  // "nulzes"
    zeros = "0";
    value = look_up(std::string_view(token.key).substr(3)).value;
  }
  if (value < 0 || value > 999) return {};
  // "zeven en zestig", as some recognisers write it.
  if (value >= 1 && value <= 9 && next + 1 < tokens.size() && tokens[next].key == "en" &&
      is_dutch_tens(tokens[next + 1])) {
    value += tokens[next + 1].value;
    next += 2;
    return zeros + std::to_string(value);
  }
  if (value >= 100 && value % 100 == 0) return zeros + after_hundreds(tokens, value, next);
  const std::string pair = english_pair(tokens, at, next);
  // "fifty five hundred sixty nine": 5569
  const int tens = pair.size() == 2 ? std::stoi(pair) : pair.empty() ? value : 0;
  if (tens >= 11 && tens <= 99 && (key_at(tokens, next) == "hundred" || key_at(tokens, next) == "honderd")) {
    ++next;
    return zeros + after_hundreds(tokens, tens * 100, next);
  }
  return zeros + (pair.empty() ? std::to_string(value) : pair);
}

// Over what may stand between two digits of one number. False: the number ends here.
bool skip_gap(const Tokens& tokens, std::size_t& at, bool& fresh, bool& corrects) {
  const std::size_t begin = at;
  while (at < tokens.size() && at - begin <= kWidestGap) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kDigits) return true;
    if (token.kind == TokenKind::kPlaceholder) return false;
    const bool gap = token.kind == TokenKind::kWord && token.has(kFiller | kGap);
    const bool mark = token.kind == TokenKind::kMark && (is_gap_mark(token.key) || token.key == "?");
    if (!gap && !mark) return token.kind == TokenKind::kWord;
    fresh = fresh || token.has(kFresh) || token.key == "," || token.key == "dan" || token.key == "then";
    corrects = corrects || token.has(kCorrection);
    ++at;
  }
  return false;
}

// "12,50" is an amount; "0,6,1,2" is a recogniser's way with spoken digits.
bool is_decimal_comma(const Tokens& tokens, std::size_t comma) {
  if (tokens[comma].key != "," || tokens[comma].space_before || !touches(tokens, comma)) return false;
  const Token& before = tokens[comma - 1];
  const Token& after = tokens[comma + 1];
  if (before.kind != TokenKind::kDigits || after.kind != TokenKind::kDigits) return false;
  return before.key.size() > 1 || after.key.size() > 1;
}

class Runs {
 public:
  explicit Runs(const Tokens& tokens) : tokens_(tokens) {}

  std::vector<Digits> all() {
    for (std::size_t at = 0; at < tokens_.size();) {
      if (tokens_[at].kind == TokenKind::kWord && !may_begin_digits(tokens_[at]) && tokens_[at].key != "plus") {
        ++at;
        continue;
      }
      const std::size_t known = std::max(date_at(tokens_, at), payment_reference_at(at));
      at = known > 0 ? at + known : run_from(at);
    }
    return std::move(runs_);
  }

 private:
  // "+++123/4567/89002+++", "plus plus plus nul negen nul …": how a payment is told apart in Belgium; its tokens, 0
  // when there is none.
  [[nodiscard]] std::size_t payment_reference_at(std::size_t at) const {
    constexpr std::size_t kPluses = 3;
    const auto is_plus = [&](std::size_t i) { return base::is_one_of(key_at(tokens_, i), {"+", "plus"}); };
    if (!is_plus(at) || !is_plus(at + 1) || !is_plus(at + 2)) return 0;
    std::size_t end = at + kPluses;
    while (end < tokens_.size() &&
           (tokens_[end].kind == TokenKind::kDigits || tokens_[end].value >= 0 || is_plus(end) ||
            base::is_one_of(tokens_[end].key, {"/", "-", ",", ".", "slash", "streep", "dan"}))) {
      ++end;
    }
    return end - at;
  }

  // Reads a run that begins at `at`, if one does; the token to go on from.
  std::size_t run_from(std::size_t at) {
    Digits run;
    std::size_t begin = at;
    if ((tokens_[at].key == "+" || tokens_[at].key == "plus") && at + 1 < tokens_.size()) {
      run.plus = true;
      run.plus_token = at;
      ++begin;
    }
    if (follows_currency(tokens_, begin) || !add_part(run, begin, true, false)) return at + 1;
    std::size_t next = run.parts.back().last + 1;
    for (;;) {
      std::size_t after = next;
      bool fresh = false;
      bool corrects = false;
      if (next < tokens_.size() && is_decimal_comma(tokens_, next)) break;
      if (!skip_gap(tokens_, after, fresh, corrects) || date_at(tokens_, after) > 0 ||
          !add_part(run, after, fresh, corrects)) {
        break;
      }
      next = run.parts.back().last + 1;
    }
    if (next < tokens_.size() && tokens_[next].has(kUnit)) run.parts.pop_back();
    if (!run.parts.empty()) runs_.push_back(std::move(run));
    return next;
  }

  bool add_part(Digits& run, std::size_t at, bool fresh, bool corrects) {
    std::size_t next = at;
    const std::string digits = digits_at(tokens_, at, next);
    if (digits.empty()) return false;
    // "o" and "oh" are a zero only between digits.
    if (is_zero_letter(tokens_[at])) {
      std::size_t ignored = 0;
      std::size_t after = next;
      while (after < tokens_.size() && after < next + 3 && is_zero_letter(tokens_[after])) ++after;
      const bool leads = after < tokens_.size() && !digits_at(tokens_, after, ignored).empty();
      const bool follows = !run.parts.empty() && run.parts.back().last + 1 == at;
      if (!leads && !follows) return false;
    }
    run.parts.push_back({digits, at, next - 1, fresh, tokens_[at].kind == TokenKind::kDigits, corrects});
    return true;
  }

  const Tokens& tokens_;
  std::vector<Digits> runs_;
};

}  // namespace

bool follows_currency(const Tokens& tokens, std::size_t at) {
  if (at == 0) return false;
  // "£84.50": over the digits that touch.
  while (at > 1 && !tokens[at].space_before && (tokens[at - 1].key == "." || tokens[at - 1].key == ",") &&
         !tokens[at - 1].space_before && tokens[at - 2].kind == TokenKind::kDigits) {
    at -= 2;
  }
  if (at == 0) return false;
  const Key& key = tokens[at - 1].key;
  return key == "€" || key == "$" || key == "£" || key == "eur";
}

std::string digits_at(const Tokens& tokens, std::size_t at, std::size_t& next) {
  if (at >= tokens.size()) return {};
  if (tokens[at].kind == TokenKind::kWord) {
    if (!may_begin_digits(tokens[at])) return {};
    std::size_t after = at;
    std::string digits = spoken_digits(tokens, at, after);
    if (!digits.empty()) next = after;
    return digits;
  }
  if (tokens[at].kind != TokenKind::kDigits || is_glued_to_letters(tokens, at)) return {};
  next = at + 1;
  return tokens[at].key;
}

char letter_at(const Tokens& tokens, std::size_t at, std::size_t& next) {
  if (at >= tokens.size() || tokens[at].kind != TokenKind::kWord) return 0;
  const Token& token = tokens[at];
  const bool single = token.key.size() == 1 && token.key[0] >= 'a' && token.key[0] <= 'z';
  const char letter = single ? token.key[0] : token.letter;
  if (letter == 0) return 0;
  next = at + 1;
  // "b van bernard", "b for bravo", "b as in bravo"
  std::size_t name = next;
  if (key_at(tokens, name) == "van" || key_at(tokens, name) == "for") {
    name += 1;
  } else if (key_at(tokens, name) == "as" && key_at(tokens, name + 1) == "in") {
    name += 2;
  } else {
    return letter;
  }
  if (name < tokens.size() && tokens[name].kind == TokenKind::kWord && tokens[name].key.starts_with(letter))
    next = name + 1;
  return letter;
}

std::string digits_of(const Digits& run) {
  std::string digits;
  for (const Digits::Part& part : run.parts) digits += part.digits;
  return digits;
}

std::vector<Digits> digit_runs(const Tokens& tokens) { return Runs(tokens).all(); }

}  // namespace aandacht::domain::redaction
