#include "shared/domain/redaction_near.h"

#include <algorithm>
#include <optional>

#include "shared/domain/number_words.h"
#include "shared/domain/redaction_cue_words.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kLongestQuantity = 4;  // digits
constexpr std::size_t kNear = 4;             // tokens, as many as the tagger looks at on either side

bool is_digits(const Token& token) { return token.kind == TokenKind::kDigits || token.value >= 0; }

// "een" and "one" are mostly articles: numbers beside another.
bool is_one_beside_number(const Tokens& tokens, std::size_t at) {
  return tokens[at].value == 1 &&
         ((at > 0 && is_digits(tokens[at - 1])) || (at + 1 < tokens.size() && is_digits(tokens[at + 1])));
}

// ".de", "punt nu": by themselves most are words that every turn has.
bool ends_domain(const Tokens& tokens, std::size_t at) {
  return tokens[at].has(kTopLevel) && at > 0 && (tokens[at - 1].key == "." || tokens[at - 1].has(kEmailPart));
}

bool is_candidate(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind == TokenKind::kDigits || token.value == 0 || token.value > 1 || token.month > 0) return true;
  if (token.has(kMany | kStreet | kMailHouse | kEmailPart) || is_zero_letter(token)) return true;
  if (ends_domain(tokens, at)) return true;
  if (token.cue == Cue::kBirth || token.cue == Cue::kPostcode || token.cue == Cue::kEmail) return true;
  if (may_be_mail_sign(token.key)) return true;
  return token.kind == TokenKind::kWord && token.key.size() == 1 && !is_one_of(token.key, {"u", "i", "a"});
}

bool may_say_secret(const Search& search) {
  if (search.bare() || search.expected.has(Cue::kSecret) || search.expected.has(Cue::kPassword)) return true;
  return std::any_of(search.tokens.begin(), search.tokens.end(),
                     [](const Token& token) { return token.cue == Cue::kPassword || token.has(kCode | kSecretLead); });
}

// "in oktober", where nothing counts: no birth date, unless one was asked for.
bool months_stand_alone(const Search& search) {
  if (search.expected.has(Cue::kBirth) || search.expected.has(Cue::kBirthPart)) return false;
  return std::none_of(search.tokens.begin(), search.tokens.end(), [](const Token& token) {
    return is_digits(token) || token.cue == Cue::kBirth || (token.kind == TokenKind::kWord && ordinal(token.key));
  });
}

// "drie dagen", "20 euro", where nothing was asked for.
bool is_quantity(const Search& search, std::size_t at) {
  const Tokens& tokens = search.tokens;
  if (!is_digits(tokens[at]) || at + 1 >= tokens.size() || !tokens[at + 1].has(kUnit)) return false;
  if (tokens[at].key.size() > kLongestQuantity && tokens[at].kind == TokenKind::kDigits) return false;
  if (at > 0 && (is_digits(tokens[at - 1]) || touches(tokens, at - 1))) return false;
  const Payment& payment = search.situation.payment;
  return search.expected.empty() && !payment.near && payment.stage != Payment::Stage::kPaying;
}

}  // namespace

bool none_is_near(const Search& search) {
  if (may_say_secret(search) || std::find(search.taken.begin(), search.taken.end(), true) != search.taken.end())
    return false;
  std::optional<bool> alone;  // Nobody asked yet.
  for (std::size_t at = 0; at < search.tokens.size(); ++at) {
    if (search.tokens[at].month > 0) {
      if (!alone) alone = months_stand_alone(search);
      if (*alone) continue;
    }
    if (is_quantity(search, at)) continue;
    if (is_candidate(search.tokens, at) || is_one_beside_number(search.tokens, at)) return false;
  }
  return true;
}

std::vector<bool> near_candidates(const Search& search, const std::function<bool(std::size_t)>& is_marked) {
  const Tokens& tokens = search.tokens;
  const std::size_t count = tokens.size();
  if (may_say_secret(search)) return std::vector<bool>(count, true);
  std::vector<bool> near(count);
  std::size_t done = 0;  // Up to here it is known.
  for (std::size_t at = 0; at < count; ++at) {
    if (!is_candidate(tokens, at) && !is_one_beside_number(tokens, at) && !is_marked(at)) continue;
    const std::size_t end = std::min(count, at + kNear + 1);
    for (std::size_t i = std::max(done, at > kNear ? at - kNear : 0); i < end; ++i) near[i] = true;
    done = end;
  }
  return near;
}

}  // namespace aandacht::domain::redaction
