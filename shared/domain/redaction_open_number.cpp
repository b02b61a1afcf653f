// What goes on in a later run of the same utterance.
#include "shared/domain/redaction_open_number.h"

#include <optional>
#include <utility>

#include "shared/domain/redaction_checks.h"
#include "shared/domain/redaction_number_kinds.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kFarthestRest = 8;           // tokens between two parts of one number
constexpr std::size_t kFarthestInterruption = 12;  // the same when the cue of the number is said

struct Length {
  std::size_t least;
  std::size_t most;
};

// How many digits a number has whose cue was said; none for kinds that are known at once.
std::optional<std::pair<SpanKind, Length>> told_length(Cue cue) {
  if (cue == Cue::kCard) return {{SpanKind::kCardNumber, {kShortestCard, kLongestCard}}};
  if (cue == Cue::kPhone) return {{SpanKind::kPhone, {9, 13}}};
  if (cue == Cue::kBsn) return {{SpanKind::kBsn, {8, 11}}};
  if (cue == Cue::kBank) return {{SpanKind::kIban, {8, 14}}};
  if (cue == Cue::kCardCode) return {{SpanKind::kCardCode, {3, 4}}};
  return std::nullopt;
}

std::optional<SpanKind> whole_number(std::string_view digits) {
  if (looks_like_large_scheme(digits) && passes_luhn(digits)) return SpanKind::kCardNumber;
  const bool mobile = digits.starts_with("06") || digits.starts_with("04") || digits.starts_with("07");
  if (mobile && is_between(digits.size(), 10, 11)) return SpanKind::kPhone;
  return std::nullopt;
}

}  // namespace

bool OpenNumber::goes_on_with(NumberRun& run) {
  const bool same_cue = run.told.cue == Cue::kNone || (cued && !run.asked && run.told.cue == cue_of(kind));
  const bool may = missing >= run.total && run.total > 0 && same_cue && !run.plus;
  const std::size_t farthest = cued ? kFarthestInterruption : kFarthestRest;
  const bool near = may && run.first_token() > last && run.first_token() - last <= farthest;
  if (!near || (cued && run.total == 1 && kind != SpanKind::kCardCode)) return false;
  for (std::size_t at = last + 1; at < run.first_token(); ++at) {
    const Token& token = run.tokens[at];
    const bool skipped = token.kind == TokenKind::kWord ? cued || token.has(kStop | kFiller | kGap | kConnector | kAsk)
                                                        : token.kind == TokenKind::kMark && token.key != "€";
    if (!skipped || token.cue != Cue::kNone) return false;
  }
  if (!whole.empty()) {  // Nothing is hidden yet: only the two together say what they are.
    const std::string both = whole + run.digits(0, run.parts.size());
    const std::optional<SpanKind> known = cued ? std::optional(kind) : whole_number(both);
    const bool enough = !cued || both.size() >= least;
    if (!known || !enough || !run.search.is_free(first, run.parts.back().last)) return false;
    run.search.take(first, run.parts.back().last, *known);
  } else {
    run.take(0, run.parts.size(), kind);
  }
  missing -= run.total;
  last = run.parts.back().last;
  return true;
}

void OpenNumber::begin_after(const NumberRun& run) {
  *this = {};
  last = run.parts.back().last;
  const bool hidden = !run.search.is_free(last, last);
  first = run.first_token();
  if (hidden && !run.search.found.empty()) {
    kind = run.search.found.back().kind;
    const std::size_t wanted = kind == SpanKind::kCardNumber ? 16
                               : kind == SpanKind::kPhone    ? 10
                               : kind == SpanKind::kBsn      ? 9
                               : kind == SpanKind::kIban     ? 14
                                                             : 0;
    missing = wanted > run.total ? wanted - run.total : 0;
    cued = run.told.cue != Cue::kNone && !run.told.behind && cue_of(kind) == run.told.cue;
    if (kind == SpanKind::kCardCode) missing = run.total < 3 ? 4 - run.total : 0;
  } else if (const auto told = told_length(run.told.cue);
             !hidden && told && !run.told.partial && !run.told.behind && run.told.content <= 1 && run.total >= 2) {
    kind = told->first;
    least = told->second.least;
    missing = told->second.most > run.total ? told->second.most - run.total : 0;
    whole = run.digits(0, run.parts.size());
    cued = true;
  } else if (!hidden && run.told.cue == Cue::kNone && run.total >= 2 && !run.told.partial) {
    whole = run.digits(0, run.parts.size());
    missing = whole.size() < 16 ? 16 - whole.size() : 0;
  }
}

}  // namespace aandacht::domain::redaction
