#include "shared/domain/redaction_turn.h"

#include <algorithm>

#include "shared/base/one_of.h"
#include "shared/domain/number_words.h"
#include "shared/domain/redaction_asked.h"
#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_tagger.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kMostTellingWords = 16;
constexpr std::ptrdiff_t kMostTellingBetween = 4;

bool is_part_of_value(const Token& token) {
  const bool ordinal_word = token.kind == TokenKind::kWord && token.key.size() >= 5 && token.key.ends_with("de") &&
                            ordinal(token.key).has_value();
  if (ordinal_word || (token.key.size() >= 6 && token.key.ends_with("ste") && ordinal(token.key))) return true;
  const bool letter = token.kind == TokenKind::kWord && (token.key.size() == 1 || token.letter != 0);
  return token.kind == TokenKind::kDigits || token.value >= 0 || token.month > 0 || letter || is_zero_letter(token) ||
         token.has(kMany | kEmailPart | kMailHouse) || may_be_mail_sign(token.key);
}

// "j de graaf": an initial before a name, no letter of a number.
bool is_initial(const Tokens& tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::kWord || tokens[at].key.size() != 1) return false;
  std::size_t next = at;
  (void)letter_at(tokens, at, next);
  if (next != at + 1 || next >= tokens.size()) return false;  // "b van bernard"
  const Token& name = tokens[next];
  if (name.kind != TokenKind::kWord || name.key.size() < 2 || is_part_of_value(name)) return false;
  return name.has(kNameParticle) || (name.cue == Cue::kNone && name.roles == 0);
}

bool is_number(const Token& token) { return token.kind == TokenKind::kDigits || token.value >= 0; }

// "in groepjes van vier", "de laatste vier": how many, and no digit of what is said.
bool says_how_many(const Tokens& tokens, std::size_t at) {
  if (at == 0 || !is_number(tokens[at]) || (at + 1 < tokens.size() && is_number(tokens[at + 1]))) return false;
  const std::string_view before = tokens[at - 1].key;
  if (base::is_one_of(before, {"laatste", "eerste", "last", "first"})) return true;
  return base::is_one_of(before, {"van", "of"}) &&
         base::is_one_of(key_before(tokens, at, 2), {"groepjes", "groepen", "stukjes", "stukken", "blokjes", "blokken",
                                                     "groups", "blocks", "chunks", "sets", "bits"});
}

// "een mobiel nummer graag", "drie tot vijf werkdagen": an article, a time.
bool begins_with_something_else(const Tokens& tokens, std::size_t at) {
  if (at + 1 >= tokens.size() || tokens[at].kind != TokenKind::kWord) return false;
  const Token& next = tokens[at + 1];
  if (at + 2 < tokens.size() && is_number(tokens[at]) && is_number(tokens[at + 2])) {
    return base::is_one_of(next.key, {"tot", "to", "à"});
  }
  return tokens[at].key == "een" && next.kind == TokenKind::kWord && next.key.size() > 3 && next.letter == 0 &&
         !is_part_of_value(next) && !says_little(next) && !next.has(kStop | kConnector | kCorrection);
}

}  // namespace

bool says_little(const Token& token) { return token.kind == TokenKind::kMark || token.has(kFiller | kGap | kFresh); }

bool ends_open(const Tokens& tokens) {
  std::size_t remarks = 0;  // "um hang on", "zegt u maar"
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    const auto at = static_cast<std::size_t>(tokens.rend() - token) - 1;
    if (is_part_of_value(*token)) return !says_how_many(tokens, at);
    if (token->has(kUnit)) return false;
    if (says_little(*token)) continue;
    if (!token->has(kStop | kConnector) || ++remarks > 2) return false;
  }
  return false;
}

bool begins_open(const Tokens& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    // "oh right": no zero.
    const bool zero = at + 1 < tokens.size() && (tokens[at + 1].value >= 0 || is_zero_letter(tokens[at + 1]) ||
                                                 tokens[at + 1].kind == TokenKind::kDigits);
    if (is_zero_letter(token) && !zero) return false;
    if (is_initial(tokens, at) || begins_with_something_else(tokens, at)) return false;
    if (is_part_of_value(token)) return true;
    if (!says_little(token) && !token.has(kConnector)) return false;
  }
  return false;
}

bool begins_with_sign(const Tokens& tokens) {
  const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return !says_little(token); });
  if (first != tokens.end() && first->key == "at") {
    const auto next = first + 1;
    const bool house = next != tokens.end() && next->has(kMailHouse);
    for (auto dot = next; !house && dot != tokens.end() && dot < first + 5; ++dot) {
      if ((dot->key == "dot" || dot->key == "punt" || dot->key == ".") && dot + 1 != tokens.end() &&
          (dot + 1)->has(kTopLevel)) {
        return true;
      }
    }
    return house;
  }
  return first != tokens.end() && (first->key.starts_with("apen") || first->key.starts_with("apest") ||
                                   first->key == "@" || first->has(kEmailPart));
}

bool asks_part_of_date(const Tokens& tokens) {
  if (tokens.size() > 8) return false;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.key == "jaar" || token.key == "jaartal" || token.key == "year" || token.key == "maand" ||
           token.key == "month" || token.key == "dag" || token.key == "day";
  });
}

namespace {

bool tells(const Token& token) {
  return token.kind == TokenKind::kWord && token.value < 0 && token.key.size() > 2 &&
         (token.cue != Cue::kNone || !token.has(kFiller | kDeterminer));
}

}  // namespace

std::vector<std::uint32_t> telling_words(const Tokens& tokens) {
  std::vector<std::uint32_t> words;
  words.reserve(std::min(tokens.size(), kMostTellingWords) + 1);
  for (const Token& token : tokens) {
    if (!tells(token) || words.size() >= kMostTellingWords) continue;
    words.push_back(word_hash(token.key));
    if (const std::uint32_t tail = tail_hash(token.key); tail != 0) words.push_back(tail);
  }
  return words;
}

bool asks_for_another(const Tokens& tokens, const Expected& asked) {
  if (!asked.empty() || std::count_if(tokens.begin(), tokens.end(), tells) > kMostTellingBetween) return true;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.key == "hoeveel" || token.key == "where" || token.key == "waar" || token.key == "wanneer" ||
           token.key == "when" || token.key == "many";
  });
}

std::string digits_in(std::string_view text) {
  std::string digits;
  for (const Digits& run : digit_runs(tokenise(text))) {
    digits += digits_of(run);
  }
  return digits;
}

}  // namespace aandacht::domain::redaction
