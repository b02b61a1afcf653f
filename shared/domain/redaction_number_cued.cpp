// Numbers that their cue names, whatever their check says.
#include "shared/domain/redaction_number_kinds.h"

namespace aandacht::domain::redaction {
namespace {

// Six may be known to anybody: PCI DSS 3.4 lets the first six be shown.
constexpr std::size_t kShortestCardAfterCue = 7;

// With corrections a number has more digits than it keeps.
std::size_t card_length(const NumberRun& run) { return run.is_corrected() ? kLongestCard + 8 : kLongestCard; }

std::size_t longest_up_to(const NumberRun& run, std::size_t from, std::size_t digits) {
  std::size_t length = 0;
  std::size_t to = from;
  while (to < run.parts.size() && length + run.parts[to].digits.size() <= digits)
    length += run.parts[to++].digits.size();
  return length >= kShortestCardAfterCue ? to : 0;
}

}  // namespace

std::size_t cued_end(const NumberRun& run, SpanKind& kind) {
  if (run.told.partial && run.total <= (run.told.cue == Cue::kBank ? 4 : 6)) return 0;
  // "mijn nummer is nul zes twaalf" begins as telephone numbers do.
  const bool telling =
      !run.told.generic || (run.told.cue == Cue::kPhone && (run.plus || run.parts[0].digits[0] == '0'));
  const bool begun = telling && !run.told.behind && run.told.content <= 1 && run.ends_utterance() && run.total >= 4;
  const bool surely = run.asked || begun;
  switch (run.told.cue) {
    case Cue::kCard:
      kind = SpanKind::kCardNumber;
      if (surely && run.total < kShortestCardAfterCue) return run.parts.size();
      return run.total >= kShortestCardAfterCue && run.told.content <= 3 ? longest_up_to(run, 0, card_length(run)) : 0;
    case Cue::kBsn:
      kind = SpanKind::kBsn;
      return is_between(run.total, 8, 11) || (surely && run.total <= 11) || (run.is_corrected() && run.total <= 14)
                 ? run.parts.size()
                 : 0;
    case Cue::kBank:
      kind = SpanKind::kIban;
      return (is_between(run.total, run.told.generic ? 8 : 6, 24) && run.told.content <= 2) || surely ? run.parts.size()
                                                                                                      : 0;
    case Cue::kPhone:
      kind = SpanKind::kPhone;
      return surely && run.total < 8 ? run.parts.size() : 0;
    case Cue::kNone:
    case Cue::kStays:
    case Cue::kCardCode:
    case Cue::kSecret:
    case Cue::kEmail:
    case Cue::kBirth:
    case Cue::kPostcode:
    case Cue::kPassword:
    case Cue::kBirthPart:
      return 0;
  }
  return 0;
}

}  // namespace aandacht::domain::redaction
