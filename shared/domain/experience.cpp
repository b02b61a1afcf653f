#include "shared/domain/experience.h"

namespace aandacht::domain {
namespace {

Grade effectiveness(const CallOutcome& outcome) {
  if (outcome.solved == Verdict::kYes) return Grade::kHigh;
  if (outcome.solved == Verdict::kNo || outcome.helpless == Verdict::kYes) return Grade::kLow;
  return Grade::kUnknown;
}

// How a call ended says how the customer left it; few turns say nothing.
Grade emotion(const CallSentiment& sentiment) {
  if (sentiment.turns < 2) return Grade::kUnknown;
  switch (sentiment.feeling) {
    case Feeling::kNegative:
      return Grade::kLow;
    case Feeling::kNeutral:
      return Grade::kMiddle;
    case Feeling::kPositive:
      return Grade::kHigh;
  }
  return Grade::kUnknown;
}

// Calling again about the same, and being refused on the way, is what makes it hard (Dixon, Freeman & Toman 2010).
Grade ease(const Call& call) {
  if (call.repeat_contact || call.outcome.refusals >= 2) return Grade::kLow;
  if (call.outcome.refusals == 1) return Grade::kMiddle;
  return call.outcome.solved == Verdict::kYes ? Grade::kHigh : Grade::kUnknown;
}

}  // namespace

ThreeEs read_experience(const Call& call) { return {effectiveness(call.outcome), ease(call), emotion(call.sentiment)}; }

}  // namespace aandacht::domain
