#include "shared/domain/call_phase.h"

namespace aandacht::domain {
namespace {

constexpr int kOpeningTurns = 8;  // A story may take its time.
constexpr int kShortestCall = 4;  // Nobody says goodbye before that.

}  // namespace

CallPhase next_phase(CallPhase phase, int turn, const Reading& reading) {
  const bool advises = (reading.advises_or_closes && !reading.closes) || !reading.promises.empty();
  const bool works = advises || reading.refuses || reading.asks_why;
  const bool closes = reading.closes && turn > kShortestCall;
  switch (phase) {
    case CallPhase::kOpening:
      if (closes) return CallPhase::kClosing;
      return turn > kOpeningTurns || works ? CallPhase::kSolving : CallPhase::kOpening;
    case CallPhase::kSolving:
      return closes && !reading.asks_more ? CallPhase::kClosing : CallPhase::kSolving;
    case CallPhase::kClosing:
      if (reading.closes && !reading.asks_more) return CallPhase::kClosing;
      return works || reading.asks_more ? CallPhase::kSolving : CallPhase::kClosing;
  }
  return phase;
}

}  // namespace aandacht::domain
