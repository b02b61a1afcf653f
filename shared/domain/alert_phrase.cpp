#include "shared/domain/alert_phrase.h"

#include <re2/re2.h>

#include <vector>

#include "absl/strings/str_cat.h"
#include "shared/base/utf8.h"
#include "shared/domain/alert_regex.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kLongestPhrase = 120;
constexpr std::size_t kLongestRegex = 500;
constexpr std::size_t kShortestBent = 4;  // Shorter words have no endings: "de" is not "den".
constexpr std::size_t kShortestJoined = 3;
constexpr std::string_view kGap = " (?:\\S+ ){0,4}";
constexpr std::string_view kEndings = "(?:e|en|n|s|es|'s|t)?";
constexpr std::string_view kBlanks = " \t\r\n";

struct Token {
  std::string_view text;
  std::size_t begin = 0;
};

std::vector<Token> split(std::string_view text, std::size_t offset, std::string_view at) {
  std::vector<Token> tokens;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(at, begin), text.size());
    if (end > begin || at == "/") tokens.push_back({text.substr(begin, end - begin), offset + begin});
    begin = end + 1;
  }
  return tokens;
}

// "rechter / rechtbank" is one choice, as "rechter/rechtbank" is.
std::vector<Token> join_choices(std::string_view whole, std::size_t offset, const std::vector<Token>& tokens) {
  std::vector<Token> joined;
  for (const Token& token : tokens) {
    const bool joins = !joined.empty() && (joined.back().text.ends_with('/') || token.text.starts_with('/'));
    if (!joins) {
      joined.push_back(token);
      continue;
    }
    Token& last = joined.back();
    last.text = whole.substr(last.begin - offset, token.begin + token.text.size() - last.begin);
  }
  return joined;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

bool is_gap(std::string_view token) { return token == "..." || token == "…"; }

ReadPhrase wrong(PhraseFault fault, std::size_t begin, std::size_t end) { return {"", fault, begin, end, ""}; }

// "e-mail" is one word to people and two to normalise().
std::string word_pattern(std::string_view normalised, bool any_ending, bool exact) {
  std::string pattern;
  for (const char c : normalised) {
    absl::StrAppend(&pattern, c == ' ' ? " ?" : RE2::QuoteMeta(re2::StringPiece(&c, 1)));
  }
  if (any_ending) return absl::StrCat(pattern, "\\S*");
  const bool bends = !exact && base::count_code_points(normalised) >= kShortestBent;
  return bends ? absl::StrCat(pattern, std::string(kEndings)) : pattern;
}

// One word or several of which any will do.
ReadPhrase read_choice(const Token& token, bool exact) {
  ReadPhrase read;
  for (const Token& each : split(token.text, token.begin, "/")) {
    std::string_view word = trimmed(each.text);
    const bool any_ending = word.ends_with('*');
    if (any_ending) word.remove_suffix(1);
    const std::string text = folded(normalise(word)).text;
    if (text.empty()) return wrong(PhraseFault::kEmpty, token.begin, token.begin + token.text.size());
    absl::StrAppend(&read.pattern, read.pattern.empty() ? "" : "|", word_pattern(text, any_ending, exact));
  }
  read.pattern = absl::StrCat("(?:", read.pattern, ")");
  return read;
}

// What `phrase` says without its quotes; false: one of them is missing.
bool unquote(std::string_view& phrase, std::size_t& begin, bool& exact) {
  constexpr std::string_view kQuotes[] = {"\"", "“", "”", "„"};
  const auto strip = [&](bool front) {
    for (const std::string_view quote : kQuotes) {
      if (front ? !phrase.starts_with(quote) : !phrase.ends_with(quote)) continue;
      if (front) begin += quote.size();
      front ? phrase.remove_prefix(quote.size()) : phrase.remove_suffix(quote.size());
      return true;
    }
    return false;
  };
  const bool opens = strip(true);
  const bool closes = strip(false);
  exact = opens && closes;
  return opens == closes;
}

}  // namespace

ReadPhrase read_phrase(std::string_view written) {
  if (written.size() > kLongestPhrase) return wrong(PhraseFault::kTooLong, kLongestPhrase, written.size());
  std::size_t begin = std::min(written.find_first_not_of(kBlanks), written.size());
  std::string_view phrase = written.substr(begin);
  phrase = phrase.substr(0, phrase.find_last_not_of(kBlanks) + 1);
  if (phrase.empty()) return wrong(PhraseFault::kEmpty, 0, written.size());
  const std::size_t whole_end = begin + phrase.size();
  bool exact = false;
  const std::size_t whole_begin = begin;
  if (!unquote(phrase, begin, exact)) return wrong(PhraseFault::kOpenQuote, whole_begin, whole_end);
  const std::vector<Token> tokens = join_choices(phrase, begin, split(phrase, begin, kBlanks));
  if (tokens.empty()) return wrong(PhraseFault::kEmpty, whole_begin, whole_end);
  for (const Token& end : {tokens.front(), tokens.back()}) {
    if (is_gap(end.text)) return wrong(PhraseFault::kGapAtEnd, end.begin, end.begin + end.text.size());
  }
  ReadPhrase read;
  bool after_gap = true;
  std::size_t last_size = 0;
  for (const Token& token : tokens) {
    if (is_gap(token.text)) {
      if (!after_gap) absl::StrAppend(&read.pattern, std::string(kGap));
      after_gap = true;
      continue;
    }
    const ReadPhrase choice = read_choice(token, exact);
    if (choice.fault != PhraseFault::kNone) return choice;
    const bool joins = !exact && last_size >= kShortestJoined && token.text.size() >= kShortestJoined;
    absl::StrAppend(&read.pattern, after_gap ? "" : (joins ? " ?" : " "), choice.pattern);
    after_gap = false;
    last_size = token.text.size();
  }
  return read;
}

ReadPhrase read_regex(std::string_view written) {
  if (written.find_first_not_of(kBlanks) == std::string_view::npos) {
    return wrong(PhraseFault::kEmpty, 0, written.size());
  }
  if (written.size() > kLongestRegex) return wrong(PhraseFault::kTooLong, kLongestRegex, written.size());
  const RE2 compiled(re2::StringPiece(written.data(), written.size()), alert_regex_options());
  if (!compiled.ok()) {
    const std::size_t found =
        compiled.error_arg().empty() ? std::string_view::npos : written.find(compiled.error_arg());
    ReadPhrase read =
        wrong(compiled.error_code() == RE2::ErrorPatternTooLarge ? PhraseFault::kTooLarge : PhraseFault::kRegex,
              found == std::string_view::npos ? 0 : found,
              found == std::string_view::npos ? written.size() : found + compiled.error_arg().size());
    read.detail = compiled.error();
    return read;
  }
  if (RE2::PartialMatch("", compiled)) return wrong(PhraseFault::kFitsAll, 0, written.size());
  return {std::string(written), PhraseFault::kNone, 0, 0, ""};
}

}  // namespace aandacht::domain
