#include "shared/domain/call_outcome.h"

#include <algorithm>

namespace aandacht::domain {
namespace {

bool says_helpless(const Reading& reading) {
  return reading.refuses || std::any_of(reading.coach.begin(), reading.coach.end(),
                                        [](const CoachMatch& match) { return match.label == CoachLabel::kHelpless; });
}

void note_agent(CallOutcome& outcome, const Reading& reading) {
  const bool offers = !reading.promises.empty() || (reading.advises_or_closes && !reading.closes);
  if (says_helpless(reading)) {
    ++outcome.refusals;
    outcome.refused_last = true;
  }
  if (!offers) return;
  ++outcome.offers;
  if (!reading.promises.empty()) outcome.refused_last = false;
}

void note_customer(CallOutcome& outcome, const Reading& reading, CallPhase phase) {
  if (reading.discontent) {
    outcome.solved = Verdict::kNo;
  } else if (reading.content && phase != CallPhase::kOpening && !outcome.refused_last) {
    outcome.solved = Verdict::kYes;
  } else if (reading.asks_more && outcome.solved == Verdict::kYes) {
    outcome.solved = Verdict::kUnknown;
  } else if (phase == CallPhase::kClosing && reading.closes && outcome.solved == Verdict::kUnknown &&
             outcome.offers > 0 && !outcome.refused_last) {
    outcome.solved = Verdict::kYes;
  }
}

}  // namespace

CallOutcome note_turn(CallOutcome outcome, Speaker speaker, const Reading& reading, CallPhase phase) {
  switch (speaker) {
    case Speaker::kAgent:
      note_agent(outcome, reading);
      break;
    case Speaker::kCustomer:
      note_customer(outcome, reading, phase);
      break;
  }
  const bool closing = phase == CallPhase::kClosing;
  if (outcome.refusals >= 2 || (outcome.refused_last && closing)) {
    outcome.helpless = outcome.refusals > outcome.offers || outcome.refused_last ? Verdict::kYes : Verdict::kNo;
  } else if (outcome.offers > 0) {
    outcome.helpless = Verdict::kNo;
  }
  if (closing && outcome.refused_last && outcome.solved != Verdict::kYes) outcome.solved = Verdict::kNo;
  return outcome;
}

}  // namespace aandacht::domain
