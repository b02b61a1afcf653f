// Citizen numbers by their shape: Dutch, Belgian and American ones of digits alone; British national insurance numbers,
// which are two letters, six digits and one letter.
#include "shared/domain/redaction_checks.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_number_kinds.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kDigits = 6;

// The last token of one that begins at `at`; 0 when none does.
// `told`: a cue says that it is one, so that its beginning is enough.
std::size_t insurance_number_end(const Tokens& tokens, std::size_t at, bool cued, bool told) {
  std::size_t next = at;
  if (tokens[at].key.size() == 2 && tokens[at].kind == TokenKind::kWord) {
    if ((!tokens[at].upper && !cued) || tokens[at].has(kStop | kConnector | kFiller) ||
        (tokens[at].has(kUnit) && !cued) || is_zero_letter(tokens[at])) {
      return 0;
    }
    next = at + 1;
  } else if (tokens[at].has(kMany)) {  // "double y"
    next = at + 1;
    if (next >= tokens.size() || letter_at(tokens, next, next) == 0) return 0;
  } else if (letter_at(tokens, at, next) == 0 || letter_at(tokens, next, next) == 0) {
    return 0;
  }
  std::size_t length = 0;
  std::size_t last = at;
  while (next < tokens.size() && length < kDigits) {
    if (tokens[next].value < 0 && tokens[next].has(kFiller | kGap | kConnector) && !is_zero_letter(tokens[next])) {
      ++next;
      continue;
    }
    std::string digits = digits_at(tokens, next, next);
    if (digits.empty() && tokens[next].kind == TokenKind::kDigits) digits = tokens[next++].key;
    if (digits.empty()) {
      // "… hang on": the rest comes later.
      return told && length >= 2 ? last : 0;
    }
    length += digits.size();
    last = next - 1;
  }
  if (length != kDigits) return told && length >= 2 && length < kDigits ? last : 0;
  std::size_t after = next;
  const char suffix = letter_at(tokens, next, after);
  if (suffix >= 'a' && suffix <= 'd') return after - 1;
  return cued ? next - 1 : 0;
}

}  // namespace

bool is_insurance_number(const Tokens& tokens, std::size_t at) {
  return at + 2 < tokens.size() && insurance_number_end(tokens, at, false, false) > 0;
}

bool is_citizen_number(const NumberRun& run) {
  if (run.stays()) return false;
  const std::string digits = run.digits(0, run.parts.size());
  if (digits.size() == 11) return passes_register_test(digits);
  if (digits.size() != 9) return false;
  const bool american = run.parts.size() == 3 && run.parts[0].digits.size() == 3 && run.parts[1].digits.size() == 2 &&
                        key_at(run.tokens, run.parts[0].last + 1) == "-";
  return american || passes_eleven_test(digits);
}

void find_insurance_numbers(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
    if (tokens[at].kind != TokenKind::kWord || search.taken[at]) continue;
    if (tokens[at].key.size() > 2 && tokens[at].letter == 0 && !tokens[at].has(kMany)) continue;
    if (insurance_number_end(tokens, at, true, true) == 0) continue;
    const Cue cue = cue_before(tokens, at).cue;
    if (cue == Cue::kStays) continue;
    const bool told = cue == Cue::kBsn || (cue == Cue::kNone && search.expected.has(Cue::kBsn));
    const std::size_t last = insurance_number_end(tokens, at, told, told);
    if (last == 0 || !search.is_free(at, last)) continue;
    search.take(at, last, SpanKind::kBsn);
    at = last;
  }
}

}  // namespace aandacht::domain::redaction
