// What a stretch of digits is told to be: by the words around it, by what stood before, by what was asked.
#include <algorithm>

#include "shared/domain/redaction_number_kinds.h"
#include "shared/domain/redaction_payment.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kMostContentOfAnswer = 5;

// "mijn nul zes is 12 34 56 78"
bool follows_mobile_prefix(const NumberRun& run) {
  if (run.total < 6 || run.total > (run.is_corrected() ? 16 : 8)) return false;
  std::size_t at = run.parts.front().first;
  while (at > 0 && run.tokens[at - 1].kind == TokenKind::kWord && run.tokens[at - 1].has(kConnector | kFiller) &&
         run.tokens[at - 1].value < 0) {
    --at;
  }
  if (at == 0 || at == run.parts.front().first) return false;
  if (run.tokens[at - 1].key == "06") return true;
  return at >= 2 && run.tokens[at - 1].value == 6 && run.tokens[at - 2].value == 0;
}

// "06 12 34 56 78", "0470 12 34 56": nobody numbers orders so.
bool is_mobile(const NumberRun& run) {
  const std::string digits = run.digits(0, std::min(run.parts.size(), kMostParts));
  const bool dutch = digits.starts_with("06") && digits.size() > 2 && digits[2] >= '1' && digits[2] <= '5';
  const bool belgian = digits.starts_with("04") && digits.size() > 2 && digits[2] >= '5';
  if (digits.size() == 11) return digits.starts_with("07") && digits[2] >= '3';  // British
  return digits.size() == 10 && (dutch || belgian);
}

// "702. Krijg ik nu een factuur?": an article behind a code that is whole.
bool is_article_behind_code(const NumberRun& run) {
  const std::size_t at = run.first_token();
  if (run.total != 1 || run.tokens[at].kind != TokenKind::kWord || run.tokens[at].value != 1) return false;
  return std::any_of(run.tokens.begin(), run.tokens.begin() + static_cast<std::ptrdiff_t>(at),
                     [](const Token& token) { return token.placeholder_kind == SpanKind::kCardCode; });
}

// A run without a cue of its own that answers what was asked.
void answer_question(NumberRun& run) {
  const Expected& asked = run.search.expected;
  if (asked.empty() || run.told.partial) return;
  const auto answers = [&](Cue cue, std::size_t least, std::size_t most, std::size_t least_bare) {
    return asked.has(cue) && is_between(run.total, run.search.bare() ? least_bare : least, most);
  };
  const bool others = asked.has(Cue::kStays) && run.told.cue != Cue::kPhone && run.search.content <= 3 &&
                      (run.search.content == 0 || !is_mobile(run));
  Cue cue = others ? Cue::kStays : Cue::kNone;
  // Of the agent who asked one digit is said about the code: "it starts with a zero".
  if (answers(Cue::kCardCode, 3, 4, run.search.situation.by_agent ? 2 : 1)) {
    if (is_article_behind_code(run)) return;
    if (!run.search.situation.payment.four && is_date_beside_code(run.tokens, run.digits(0, run.parts.size()),
                                                                  run.parts.front().first, run.parts.back().last))
      return;
    cue = Cue::kCardCode;
  } else if (answers(Cue::kSecret, 3, 10, 2) && !others && !(run.search.situation.by_agent && !run.search.bare())) {
    cue = Cue::kSecret;
  } else if (answers(Cue::kBsn, 8, 11, 3) && (!others || run.total == 9)) {
    cue = Cue::kBsn;
  } else if (answers(Cue::kPhone, 8, 15, 3) && (!others || run.parts.front().digits[0] == '0')) {
    cue = Cue::kPhone;
  } else if (answers(Cue::kCard, 7, 24, 3) && (!others || run.total >= kShortestCard)) {
    cue = Cue::kCard;
  } else if (answers(Cue::kBank, 6, 24, 3) && !others) {
    cue = Cue::kBank;
  }
  if (cue == Cue::kNone) return;
  run.asked = cue != Cue::kStays;
  run.told = {};
  run.told.cue = cue;
}

}  // namespace

bool follows_card_number(const NumberRun& run) {
  if (run.total != 3 && run.total != 7) return false;
  const std::size_t begin = run.parts.front().first;
  for (std::size_t at = begin; at > 0 && begin - at < 14;) {
    const Token& token = run.tokens[--at];
    if (token.kind == TokenKind::kPlaceholder) return token.placeholder_kind == SpanKind::kCardNumber;
    const bool expiry = token.cue == Cue::kStays || token.month > 0;
    const bool skipped = token.has(kConnector | kFiller | kGap) || token.value >= 0 || expiry;
    if (token.kind == TokenKind::kWord && !skipped) return false;
    if (token.kind == TokenKind::kDigits && token.key.size() > 4) return false;
    if (token.has(kUnit) || token.key == "." || token.key == "?") return false;
  }
  return false;
}

void resolve_cue(NumberRun& run) {
  run.told = cue_before(run.tokens, run.first_token());
  const bool weak = run.told.cue == Cue::kNone || run.told.content >= 2 || run.told.generic;
  if (weak && run.total <= 19) {
    const Told after = cue_after(run.tokens, run.parts.back().last);
    if (after.cue != Cue::kNone && !(after.generic && run.told.cue != Cue::kNone)) {
      const bool partial = run.told.partial;
      run.told = after;
      run.told.partial = partial;
    }
  }
  if (run.told.cue == Cue::kNone && follows_mobile_prefix(run)) run.told.cue = Cue::kPhone;
  if ((run.told.cue == Cue::kNone || run.told.cue == Cue::kStays) && follows_card_number(run))
    run.told.cue = Cue::kCardCode;
  const bool open = run.told.cue == Cue::kNone || (run.told.cue == Cue::kPhone && run.told.generic) ||
                    run.told.cue == Cue::kEmail || run.told.cue == Cue::kBirth || run.told.cue == Cue::kPostcode;
  if (open && run.search.content <= kMostContentOfAnswer) answer_question(run);
}

}  // namespace aandacht::domain::redaction
