#include "shared/domain/call_phase.h"

namespace aandacht::domain {
namespace {

constexpr int kOpeningTurns = 6;

}  // namespace

CallPhase next_phase(CallPhase phase, int turn, const Reading& reading) {
  const bool advises = reading.advises_or_closes && !reading.closes;
  switch (phase) {
    case CallPhase::kOpening:
      return turn > kOpeningTurns || advises ? CallPhase::kSolving : CallPhase::kOpening;
    case CallPhase::kSolving:
      return reading.closes ? CallPhase::kClosing : CallPhase::kSolving;
    case CallPhase::kClosing:
      return advises ? CallPhase::kSolving : CallPhase::kClosing;
  }
  return phase;
}

}  // namespace aandacht::domain
