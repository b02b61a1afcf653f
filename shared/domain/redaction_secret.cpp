// Passwords after their cue.
#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

using Words = absl::flat_hash_set<std::string_view>;

constexpr std::size_t kMostWords = 8;

bool is_cue(std::string_view key) {
  static const auto* words =
      new Words{"wachtwoord", "wachtwoordje", "paswoord", "password", "passwoord", "passphrase", "wachtzin"};
  return words->contains(key);
}

bool is_link(std::string_view key) { return key == "is" || key == "was" || key == ":" || key == "=" || key == "luidt"; }

// What a password may be said to be without telling it.
bool is_state(std::string_view key) {
  static const auto* words =
      new Words{"niet",        "vergeten",  "kwijt",     "fout",      "verkeerd",   "onjuist",   "ongeldig", "verlopen",
                "geblokkeerd", "gewijzigd", "veranderd", "gereset",   "ingesteld",  "aangepast", "te",       "toch",
                "al",          "nog",       "wel",       "geweigerd", "gehackt",    "gestolen",  "leeg",     "weg",
                "nodig",       "hetzelfde", "steeds",    "altijd",    "ook",        "weer",      "dat",      "een",
                "de",          "het",       "er",        "zo",        "mij",        "me",        "geen",     "goed",
                "correct",     "juist",     "opnieuw",   "net",       "pas",        "sinds",     "door",     "bekend",
                "onbekend",    "voor",      "waar",      "wat",       "natuurlijk", "gewoon",    "prive",    "geheim",
                "vereist",     "verplicht", "beter",     "veilig",    "onveilig",   "verstuurd", "gestuurd", "via",
                "wrong",       "not",       "incorrect", "expired",   "forgotten",  "locked",    "blocked",  "reset",
                "changed",     "too",       "still",     "invalid",   "gone",       "lost",      "being",    "needed",
                "required",    "never",     "no",        "rejected",  "always",     "the",       "a",        "that",
                "right",       "fine",      "correct",   "what",      "something",  "private",   "secret",   "on",
                "in",          "also",      "again",     "just",      "set",        "sent",      "stolen",   "hacked",
                "supposed",    "going",     "case",      "so",        "it",         "my",        "mine",     "only",
                "really",      "now",       "then",      "u",         "ik",         "i",         "you",      "they",
                "we"};
  return words->contains(key);
}

bool ends_password(const Token& token) {
  static const auto* words = new Words{"en",  "maar", "and", "but",  "dus", "want", "because", "klopt",
                                       "met", "with", "dan", "then", "?",   ",",    ";",       "that's"};
  return token.kind == TokenKind::kPlaceholder || words->contains(token.key);
}

// Characters that stand together, as a written password does: the last token of them.
std::size_t chunk_end(const std::vector<Token>& tokens, std::size_t first) {
  std::size_t last = first;
  while (last + 1 < tokens.size() && !tokens[last + 1].space_before &&
         tokens[last + 1].kind != TokenKind::kPlaceholder && last - first < 64) {
    ++last;
  }
  while (last > first && (tokens[last].key == "." || tokens[last].key == "," || tokens[last].key == "?")) --last;
  return last;
}

bool has_digit_and_more(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(last) + 1;
  return std::any_of(begin, end, [](const Token& token) { return token.kind == TokenKind::kDigits; });
}

// After "is": to the end of the clause, a chunk at a time.
std::size_t clause_end(const std::vector<Token>& tokens, std::size_t first) {
  std::size_t last = chunk_end(tokens, first);
  for (std::size_t words = 1; words < kMostWords && last + 1 < tokens.size(); ++words) {
    const Token& next = tokens[last + 1];
    if (ends_password(next) || next.key == ".") break;
    last = chunk_end(tokens, last + 1);
  }
  return last;
}

}  // namespace

void find_passwords(const std::vector<Token>& tokens, Finding& finding) {
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    if (!is_cue(tokens[at].key)) continue;
    std::size_t first = at + 1;
    bool linked = false;
    while (first < tokens.size() && first <= at + 4 && (is_link(tokens[first].key) || is_filler(tokens[first].key))) {
      linked = linked || is_link(tokens[first].key);
      ++first;
    }
    if (first >= tokens.size() || tokens[first].kind == TokenKind::kPlaceholder) continue;
    if (tokens[first].kind == TokenKind::kMark && tokens[first].key != "\"" && !linked) continue;
    if (ends_password(tokens[first]) || is_state(tokens[first].key)) continue;
    const std::size_t chunk = chunk_end(tokens, first);
    if (!linked && !has_digit_and_more(tokens, first, chunk)) continue;
    const std::size_t last = linked ? clause_end(tokens, first) : chunk;
    if (!finding.is_free(first, last)) continue;
    finding.take(tokens, first, last, SpanKind::kSecret);
    at = last;
  }
}

}  // namespace aandacht::domain::redaction
