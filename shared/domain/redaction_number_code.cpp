// Card codes and PINs right beside their cue.
#include "shared/domain/redaction_number_kinds.h"

namespace aandacht::domain::redaction {
namespace {

// "een" alone may be an article, and "de drie cijfers" names no digit.
bool is_begun(const NumberRun& run) {
  const std::size_t after = run.parts.back().last + 1;
  if (after < run.tokens.size() && run.tokens[after].has(kDigitsNoun)) return false;
  return run.asked || (run.told.content == 0 && !run.told.behind && run.ends_utterance());
}

bool take_card_code(NumberRun& run) {
  std::size_t begin = 0;
  // "cvc2: 123": the 2 is part of the name.
  const bool glued =
      !run.tokens[run.parts[0].first].space_before && run.parts[0].digits.size() == 1 && run.parts.size() > 1;
  if (glued && run.parts[0].first > 0 && run.tokens[run.parts[0].first - 1].kind == TokenKind::kWord) begin = 1;
  if (run.total == 7 && follows_card_number(run)) {
    if (const std::size_t expiry = run.boundary(0, 4); expiry > 0) begin = expiry;
  }
  if (run.is_corrected() && run.total <= 10) {
    run.take(begin, run.parts.size(), SpanKind::kCardCode);
    return true;
  }
  std::size_t length = 0;
  for (std::size_t i = begin; i < run.parts.size(); ++i) {
    length += run.parts[i].digits.size();
    const bool last = i + 1 == run.parts.size();
    if (length == 4 || (length == 3 && (last || run.parts[i + 1].fresh || run.parts[i + 1].digits.size() > 1))) {
      run.take(begin, i + 1, SpanKind::kCardCode);
      return true;
    }
    if (length > 4) break;
  }
  // A code that cannot be told from what follows is not kept either.
  if (run.told.content <= 1 && run.total <= 11) {
    run.take(begin, run.parts.size(), SpanKind::kCardCode);
    return true;
  }
  return false;
}

}  // namespace

bool take_codes(NumberRun& run) {
  if (run.told.cue == Cue::kCardCode) {
    const bool most_of_it = run.total == 2 && run.told.content == 0 && !run.told.behind && !run.followed_by_noun();
    if (run.total < 3)
      return (is_begun(run) || most_of_it) && !run.told.generic ? run.take_all(SpanKind::kCardCode) : false;
    if (run.told.behind && run.total > 4) return false;  // "zeven zeven drie nul acht twee ik schrijf het achterop"
    if (run.told.generic && (run.total > 4 || !run.ends_politely())) return false;
    if (run.total >= kShortestCard && card_end(run, 0) > 0) return false;
    return take_card_code(run);
  }
  if (run.told.cue == Cue::kSecret && !run.told.partial && run.told.content <= 1) {
    if (run.total < 3) return is_begun(run) && run.total >= 2 ? run.take_all(SpanKind::kSecret) : false;
    if (run.total <= 10 || run.asked) return run.take_all(SpanKind::kSecret);
  }
  return false;
}

}  // namespace aandacht::domain::redaction
