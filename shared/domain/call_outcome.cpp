#include "shared/domain/call_outcome.h"

#include <algorithm>

namespace aandacht::domain {
namespace {

// What the signs of a helpless call weigh: a firm refusal and anything that confirms it make one.
constexpr int kFirmRefusal = 2;
constexpr int kRefusal = 1;  // The first only; also a firm one with a promise in the same breath.
constexpr int kInstead = 1;
constexpr int kResigns = 1;
constexpr int kHelpless = 3;

bool says_helpless(const Reading& reading) {
  return reading.refuses || reading.refuses_firmly ||
         std::any_of(reading.coach.begin(), reading.coach.end(),
                     [](const CoachMatch& match) { return match.label == CoachLabel::kHelpless; });
}

void note_agent(CallOutcome& outcome, const Reading& reading) {
  const bool offers = !reading.promises.empty() || (reading.advises_or_closes && !reading.closes);
  if (reading.takes_back) {
    outcome.helpless_weight /= 2;
    outcome.refusals = 0;
    outcome.refused_last = false;
  } else if (says_helpless(reading)) {
    ++outcome.refusals;
    outcome.refused_last = true;
  }
  if (reading.refuses_firmly) {
    outcome.helpless_weight += reading.promises.empty() ? kFirmRefusal : kRefusal;
  } else if (says_helpless(reading) && reading.promises.empty() && outcome.helpless_weight == 0) {
    outcome.helpless_weight = kRefusal;
  }
  if (reading.offers_instead && outcome.helpless_weight > 0) outcome.helpless_weight += kInstead;
  if (!offers) return;
  ++outcome.offers;
  if (!reading.promises.empty()) outcome.refused_last = false;
}

void note_customer(CallOutcome& outcome, const Reading& reading, CallPhase phase) {
  if (reading.resigns && outcome.helpless_weight > 0) {
    outcome.helpless_weight += kResigns;
  } else if (reading.content && !outcome.refused_last && outcome.helpless_weight == kHelpless) {
    --outcome.helpless_weight;  // One refusal, and what was offered instead will do.
  }
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
  const bool refused = outcome.helpless_weight >= kHelpless;
  if (outcome.refusals >= 2 || (outcome.refused_last && closing) || refused) {
    const bool unanswered = outcome.refusals > outcome.offers || outcome.refused_last;
    outcome.helpless = refused || unanswered ? Verdict::kYes : Verdict::kNo;
  } else if (outcome.offers > 0) {
    outcome.helpless = Verdict::kNo;
  }
  // Thanks for what was tried do not make it done.
  if (refused || (closing && outcome.refused_last && outcome.solved != Verdict::kYes)) outcome.solved = Verdict::kNo;
  return outcome;
}

}  // namespace aandacht::domain
