// The enumerations of own.proto; declared in own.h.
#include "shared/wire/find_enum.h"
#include "shared/wire/own.h"

namespace aandacht::wire {

v1::FatigueCause to_proto(domain::FatigueCause value) {
  switch (value) {
    case domain::FatigueCause::kOccupancy:
      return v1::FATIGUE_CAUSE_OCCUPANCY;
    case domain::FatigueCause::kCallsInARow:
      return v1::FATIGUE_CAUSE_CALLS_IN_A_ROW;
    case domain::FatigueCause::kMinutesInARow:
      return v1::FATIGUE_CAUSE_MINUTES_IN_A_ROW;
    case domain::FatigueCause::kHeavyCalls:
      return v1::FATIGUE_CAUSE_HEAVY_CALLS;
    case domain::FatigueCause::kHeavyInARow:
      return v1::FATIGUE_CAUSE_HEAVY_IN_ROW;
    case domain::FatigueCause::kHelplessCalls:
      return v1::FATIGUE_CAUSE_HELPLESS_CALLS;
    case domain::FatigueCause::kAfterCallWork:
      return v1::FATIGUE_CAUSE_AFTER_CALL_WORK;
    case domain::FatigueCause::kHoursIntoShift:
      return v1::FATIGUE_CAUSE_HOURS_INTO_SHIFT;
  }
  return v1::FATIGUE_CAUSE_UNSPECIFIED;
}

v1::ResetState to_proto(domain::ResetState value) {
  switch (value) {
    case domain::ResetState::kRequested:
      return v1::RESET_STATE_REQUESTED;
    case domain::ResetState::kAccepted:
      return v1::RESET_STATE_ACCEPTED;
    case domain::ResetState::kExtended:
      return v1::RESET_STATE_EXTENDED;
    case domain::ResetState::kDone:
      return v1::RESET_STATE_DONE;
    case domain::ResetState::kDeclined:
      return v1::RESET_STATE_DECLINED;
    case domain::ResetState::kNoAnswer:
      return v1::RESET_STATE_NO_ANSWER;
  }
  return v1::RESET_STATE_UNSPECIFIED;
}

v1::ResetEnding to_proto(domain::ResetEnding value) {
  switch (value) {
    case domain::ResetEnding::kTimeUp:
      return v1::RESET_ENDING_TIME_UP;
    case domain::ResetEnding::kStopped:
      return v1::RESET_ENDING_STOPPED;
    case domain::ResetEnding::kCallCame:
      return v1::RESET_ENDING_CALL_CAME;
  }
  return v1::RESET_ENDING_UNSPECIFIED;
}

v1::Exercise to_proto(domain::Exercise value) {
  switch (value) {
    case domain::Exercise::kInfluence:
      return v1::EXERCISE_INFLUENCE;
    case domain::Exercise::kKindAct:
      return v1::EXERCISE_KIND_ACT;
    case domain::Exercise::kCustomersEyes:
      return v1::EXERCISE_CUSTOMERS_EYES;
    case domain::Exercise::kBreathing:
      return v1::EXERCISE_BREATHING;
  }
  return v1::EXERCISE_UNSPECIFIED;
}

v1::ResetAnswer to_proto(domain::ResetAnswer value) {
  switch (value) {
    case domain::ResetAnswer::kAccept:
      return v1::RESET_ANSWER_ACCEPT;
    case domain::ResetAnswer::kDecline:
      return v1::RESET_ANSWER_DECLINE;
    case domain::ResetAnswer::kExtend:
      return v1::RESET_ANSWER_EXTEND;
    case domain::ResetAnswer::kStop:
      return v1::RESET_ANSWER_STOP;
    case domain::ResetAnswer::kLeave:
      return v1::RESET_ANSWER_LEAVE;
  }
  return v1::RESET_ANSWER_UNSPECIFIED;
}

v1::Grade to_proto(domain::Grade value) {
  switch (value) {
    case domain::Grade::kUnknown:
      return v1::GRADE_UNSPECIFIED;
    case domain::Grade::kLow:
      return v1::GRADE_LOW;
    case domain::Grade::kMiddle:
      return v1::GRADE_MIDDLE;
    case domain::Grade::kHigh:
      return v1::GRADE_HIGH;
  }
  return v1::GRADE_UNSPECIFIED;
}

std::optional<domain::FatigueCause> from_proto(v1::FatigueCause value) {
  return find(value, domain::FatigueCause::kHoursIntoShift);
}
std::optional<domain::ResetState> from_proto(v1::ResetState value) {
  return find(value, domain::ResetState::kNoAnswer);
}
std::optional<domain::ResetEnding> from_proto(v1::ResetEnding value) {
  return find(value, domain::ResetEnding::kCallCame);
}
std::optional<domain::Exercise> from_proto(v1::Exercise value) { return find(value, domain::Exercise::kBreathing); }
std::optional<domain::ResetAnswer> from_proto(v1::ResetAnswer value) {
  return find(value, domain::ResetAnswer::kLeave);
}
std::optional<domain::Grade> from_proto(v1::Grade value) { return find(value, domain::Grade::kHigh); }

}  // namespace aandacht::wire
