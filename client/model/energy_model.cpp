#include "client/model/energy_model.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/model/counts.h"
#include "client/model/format.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

using domain::FatigueCause;

// A call of which less than this is left is not counted in words any more.
constexpr double kStillWeighs = 0.1;

std::string counted(int count, Text one, Text many, Language language) {
  return count <= 1 ? std::string(text(one, language)) : fill(many, language, number_text(count, language));
}

int still_weighing(const std::vector<domain::WeighedCall>& calls, absl::Duration half_life, absl::Time now) {
  const auto weighs = [&](const domain::WeighedCall& call) {
    return call.weight * std::exp2(-absl::FDivDuration(now - call.ended, half_life)) >= kStillWeighs;
  };
  return static_cast<int>(std::count_if(calls.begin(), calls.end(), weighs));
}

/// A night or a day off ends what was counted.
bool in_shift(const domain::Fatigue& fatigue, const domain::FatigueRules& rules, absl::Time now) {
  if (fatigue.shift_began == absl::InfinitePast()) return false;
  return fatigue.busy_since != absl::InfinitePast() || now - fatigue.free_since < rules.shift_gap;
}

Text word_of(const RingModel& ring, const domain::FatigueRules& rules) {
  if (ring.elevated) return Text::kRingFull;
  return ring.score < rules.calm_below ? Text::kRingCalm : Text::kRingSteady;
}

std::string note_of(const RingModel& ring, Language language) {
  if (!ring.known) return ring.reason;
  std::string note = absl::StrCat(text(Text::kRingTitle, language), ": ", ring.word);
  for (const CauseRow& cause : ring.causes) absl::StrAppend(&note, "\n", cause.line);
  return absl::StrCat(note, "\n", ring.causes.empty() ? ring.reason : ring.total, "\n",
                      text(Text::kRingPrivate, language));
}

}  // namespace

std::string cause_text(const domain::CausePoints& cause, const domain::Fatigue& fatigue,
                       const domain::FatigueRules& rules, absl::Time now, Language language) {
  const auto whole = static_cast<int>(std::lround(cause.amount));
  switch (cause.cause) {
    case FatigueCause::kOccupancy:
      return fill(Text::kCauseOccupancy, language, std::lround(cause.amount * 100));
    case FatigueCause::kCallsInARow:
      return counted(whole, Text::kCauseOneCall, Text::kCauseCalls, language);
    case FatigueCause::kMinutesInARow:
      return fill(Text::kCauseMinutes, language, stretch_text(absl::Minutes(cause.amount), language));
    case FatigueCause::kHeavyCalls:
      return counted(still_weighing(fatigue.heavy, rules.half_life, now), Text::kCauseOneHeavy, Text::kCauseHeavy,
                     language);
    case FatigueCause::kHeavyInARow:
      return counted(whole, Text::kCauseOneInRow, Text::kCauseInRow, language);
    case FatigueCause::kHelplessCalls:
      return counted(still_weighing(fatigue.helpless, rules.half_life, now), Text::kCauseOneHelpless,
                     Text::kCauseHelpless, language);
    case FatigueCause::kAfterCallWork:
      return fill(Text::kCauseAfterCall, language, decimal_text(cause.amount, language));
    case FatigueCause::kHoursIntoShift:
      return fill(Text::kCauseShift, language, stretch_text(absl::Hours(cause.amount), language));
  }
  return "";
}

RingModel make_ring(const domain::Fatigue& fatigue, const domain::FatigueRules& rules, absl::Time now,
                    Language language) {
  RingModel ring;
  ring.known = in_shift(fatigue, rules, now);
  if (!ring.known) {
    ring.reason = text(Text::kRingNothingYet, language);
    ring.note = ring.reason;
    return ring;
  }
  const domain::FatigueScore score = fatigue_score(fatigue, rules, now);
  ring.score = score.total;
  ring.elevated = score.total >= rules.suggest_from || (fatigue.elevated && score.total >= rules.calm_below);
  ring.word = text(word_of(ring, rules), language);
  for (const domain::CausePoints& cause : score.causes) {
    const std::string words = cause_text(cause, fatigue, rules, now, language);
    ring.causes.push_back({words, cause.points, fill(Text::kCausePoints, language, words, cause.points)});
  }
  ring.reason = ring.causes.empty() ? text(Text::kRingNothingHeavy, language) : sentence_text(ring.causes[0].words);
  ring.total = fill(Text::kRingTotal, language, ring.score);
  ring.note = note_of(ring, language);
  return ring;
}

RingModel RingHold::see(const RingModel& fresh, Language language, bool on_the_line) {
  const bool holds = on_the_line && shown_ && language == language_;
  if (!holds) shown_ = fresh;
  language_ = language;
  return *shown_;
}

}  // namespace aandacht::model
