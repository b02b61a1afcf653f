// How far a password goes: written together, told in words, or spelled, with what is told of how it is written.
#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "shared/domain/redaction_secret.h"

namespace aandacht::domain::redaction {
namespace {

using Words = absl::flat_hash_set<std::string_view>;

constexpr std::size_t kMostWords = 8;
constexpr std::size_t kMostSpelled = 40;

// A password as it is spelled out: "hoofdletter z, o, m, 2 0 2 4, uitroepteken".
bool is_spelled(const Token& token) {
  if (token.kind == TokenKind::kDigits || token.value >= 0 || token.letter != 0 || token.has(kMany)) return true;
  if (token.kind == TokenKind::kWord && token.key.size() == 1) return true;
  static const auto* words =
      new Words{"hoofdletter",  "hoofdletters", "capital",      "uppercase",   "lowercase",  "kleine",   "letter",
                "letters",      "uitroepteken", "exclamation",  "mark",        "hekje",      "hash",     "hashtag",
                "dollar",       "sterretje",    "asterisk",     "star",        "underscore", "streepje", "dash",
                "apenstaartje", "vraagteken",   "procentteken", "dollarteken", "point",      "punt"};
  return words->contains(token.key);
}

// Over a comma or "en dan" to another spelled piece.
bool spells_on(const Tokens& tokens, std::size_t at) {
  for (std::size_t steps = 0; at < tokens.size() && steps < 4; ++steps, ++at) {
    if (is_spelled(tokens[at]) && !tokens[at].has(kFiller)) return true;
    if (tokens[at].key != "," && !tokens[at].has(kFiller | kFresh | kGap)) return false;
  }
  return false;
}

// "tulips and roses": one or two words to the end that begin no clause.
bool goes_on(const Tokens& tokens, std::size_t at) {
  if (!tokens[at].has(kFresh) || at + 1 >= tokens.size() || tokens.size() - at > 3) return false;
  return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1, tokens.end(), [](const Token& token) {
    return token.kind != TokenKind::kWord || token.has(kStop | kConnector | kFiller) || token.cue != Cue::kNone;
  });
}

// What is told of how a password is written: "met hoofdletter k", "and a one at the end", "en dan drie nullen".
bool is_detail(const Token& token) {
  static const auto* words = new Words{
      "hoofdletter", "hoofdletters", "kleine",   "letter",    "letters", "capital",      "capitals",    "caps",
      "uppercase",   "lowercase",    "cijfer",   "cijfers",   "eind",    "einde",        "end",         "front",
      "begin",       "beginning",    "erachter", "ervoor",    "nullen",  "uitroepteken", "exclamation", "mark",
      "keer",        "times",        "spatie",   "spaties",   "space",   "spaces",       "elkaar",      "vooraan",
      "achteraan",   "after",        "hekje",    "sterretje", "word",    "punt",         "vraagteken",  "underscore",
      "streepje",    "dollarteken",  "nulletje", "eentje"};
  return words->contains(token.key) || token.kind == TokenKind::kDigits || token.value >= 0 || token.has(kMany) ||
         is_zero_letter(token);
}

// What leads to such words, or to another password: "of anders regenlaars met een nul".
bool leads_on(const Token& token) {
  for (const std::string_view word :
       {"met", "with", "zonder", "without", "en", "and", "dan", "then", "of", "or", "all", "alles", "aan", "no"}) {
    if (token.key == word) return true;
  }
  return false;
}

}  // namespace

bool ends_password(const Token& token) {
  static const auto* words = new Words{"en",  "maar", "and", "but",  "dus", "want", "because", "klopt",
                                       "met", "with", "dan", "then", "?",   ",",    ";",       "that's"};
  return token.kind == TokenKind::kPlaceholder || words->contains(token.key);
}

std::size_t chunk_end(const Tokens& tokens, std::size_t first) {
  std::size_t last = first;
  while (last + 1 < tokens.size() && !tokens[last + 1].space_before &&
         tokens[last + 1].kind != TokenKind::kPlaceholder && last - first < 64) {
    ++last;
  }
  while (last > first && (tokens[last].key == "." || tokens[last].key == "," || tokens[last].key == "?")) --last;
  return last;
}

bool has_digits(const Tokens& tokens, std::size_t first, std::size_t last) {
  const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(last) + 1;
  return std::any_of(begin, end, [](const Token& token) { return token.kind == TokenKind::kDigits; });
}

bool is_mixed(const Tokens& tokens, std::size_t first, std::size_t last) {
  bool letters = false;
  bool digits = false;
  for (std::size_t at = first; at <= last; ++at) {
    letters = letters || (tokens[at].kind == TokenKind::kWord && !tokens[at].has(kUnit) && tokens[at].key.size() > 2);
    digits = digits || tokens[at].kind == TokenKind::kDigits;
    if (tokens[at].kind == TokenKind::kPlaceholder || tokens[at].key == "@" || tokens[at].key == "/") return false;
  }
  return letters && digits;
}

std::size_t past_hedges(const Tokens& tokens, std::size_t at) {
  const auto is_hedge = [&](std::size_t i) {
    for (const std::string_view word :
         {"denk", "dacht", "geloof", "volgens", "gewoon", "just", "think", "believe", "probably", "misschien", "maybe",
          "nog", "altijd", "steeds", "heel", "simpel"}) {
      if (key_at(tokens, i) == word) return true;
    }
    const std::string_view key = key_at(tokens, i);
    const bool person = key == "ik" || key == "mij" || key == "i";
    return person && i > at;
  };
  std::size_t past = at;
  while (past < tokens.size() && past < at + 4 && is_hedge(past)) ++past;
  if (past == at && (key_at(tokens, at) == "i") && is_hedge(at + 1)) past = at + 2;
  return past;
}

std::size_t clause_end(const Tokens& tokens, std::size_t first) {
  std::size_t last = chunk_end(tokens, first);
  std::size_t spelled_words = 0;
  for (std::size_t words = 1; words < kMostWords && last + 1 < tokens.size(); ++words) {
    const Token& next = tokens[last + 1];
    const bool spelled = spells_on(tokens, last + 1);
    if (next.kind == TokenKind::kPlaceholder || (next.key == "." && !spelled)) break;
    if (ends_password(next) && !spelled && !goes_on(tokens, last + 1)) break;
    if (spelled) {  // Letters are no words.
      --words;
      ++spelled_words;
    }
    if (spelled_words > kMostSpelled) break;
    last = chunk_end(tokens, last + 1);
  }
  return last;
}

std::size_t with_details(const Tokens& tokens, std::size_t last) {
  constexpr std::size_t kFarthestDetail = 6;  // tokens from one detail to the next
  std::size_t end = last;
  if (last + 1 >= tokens.size()) return last;
  const bool leads = leads_on(tokens[last + 1]) || is_detail(tokens[last + 1]) || tokens[last + 1].key == ",";
  for (std::size_t at = last + 1; leads && at < tokens.size() && at - end <= kFarthestDetail; ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kPlaceholder || token.cue != Cue::kNone || token.has(kUnit) || token.key == "maar" ||
        token.key == "but" || token.key == "?") {
      if (!is_detail(token)) break;
    }
    const bool letter = token.key.size() == 1 && token.kind == TokenKind::kWord && at == end + 1;
    const bool of = (tokens[at - 1].key == "of" || tokens[at - 1].key == "or" || tokens[at - 1].key == "anders") &&
                    !token.has(kStop | kConnector | kFiller) && token.key != "anders" && token.kind == TokenKind::kWord;
    if (is_detail(token) || letter || of) end = at;
  }
  return end;
}

}  // namespace aandacht::domain::redaction
