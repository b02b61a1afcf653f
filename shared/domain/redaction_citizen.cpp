// British national insurance numbers: two letters, six digits, one letter.
#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kDigits = 6;

// The last token of one that begins at `at`; 0 when none does.
std::size_t insurance_number_end(const Tokens& tokens, std::size_t at, bool cued) {
  std::size_t next = at;
  if (tokens[at].key.size() == 2 && tokens[at].kind == TokenKind::kWord) {
    if (!tokens[at].upper || tokens[at].has(kStop | kConnector | kUnit)) return 0;
    next = at + 1;
  } else if (letter_at(tokens, at, next) == 0 || letter_at(tokens, next, next) == 0) {
    return 0;
  }
  std::size_t length = 0;
  while (next < tokens.size() && length < kDigits) {
    if (tokens[next].has(kFiller)) {
      ++next;
      continue;
    }
    std::string digits = digits_at(tokens, next, next);
    if (digits.empty() && tokens[next].kind == TokenKind::kDigits) digits = tokens[next++].key;
    if (digits.empty()) return 0;
    length += digits.size();
  }
  if (length != kDigits) return 0;
  std::size_t after = next;
  const char suffix = letter_at(tokens, next, after);
  if (suffix >= 'a' && suffix <= 'd') return after - 1;
  return cued ? next - 1 : 0;
}

}  // namespace

void find_insurance_numbers(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
    if (tokens[at].kind != TokenKind::kWord || search.taken[at]) continue;
    if (tokens[at].key.size() > 2 && tokens[at].letter == 0) continue;
    if (insurance_number_end(tokens, at, true) == 0) continue;
    const Cue cue = cue_before(tokens, at).cue;
    if (cue == Cue::kStays) continue;
    const std::size_t last = insurance_number_end(tokens, at, cue == Cue::kBsn || search.expected.has(Cue::kBsn));
    if (last == 0 || !search.is_free(at, last)) continue;
    search.take(at, last, SpanKind::kBsn);
    at = last;
  }
}

}  // namespace aandacht::domain::redaction
