#include "shared/wire/enums.h"
#include "shared/wire/find_enum.h"

namespace aandacht::wire {

v1::Feeling to_proto(domain::Feeling value) {
  switch (value) {
    case domain::Feeling::kNegative:
      return v1::FEELING_NEGATIVE;
    case domain::Feeling::kNeutral:
      return v1::FEELING_NEUTRAL;
    case domain::Feeling::kPositive:
      return v1::FEELING_POSITIVE;
  }
  return v1::FEELING_UNSPECIFIED;
}

v1::JourneyStage to_proto(domain::JourneyStage value) {
  switch (value) {
    case domain::JourneyStage::kDiscover:
      return v1::JOURNEY_STAGE_DISCOVER;
    case domain::JourneyStage::kBuy:
      return v1::JOURNEY_STAGE_BUY;
    case domain::JourneyStage::kUse:
      return v1::JOURNEY_STAGE_USE;
    case domain::JourneyStage::kService:
      return v1::JOURNEY_STAGE_SERVICE;
  }
  return v1::JOURNEY_STAGE_UNSPECIFIED;
}

v1::PromiseState to_proto(domain::PromiseState value) {
  switch (value) {
    case domain::PromiseState::kOpen:
      return v1::PROMISE_STATE_OPEN;
    case domain::PromiseState::kKept:
      return v1::PROMISE_STATE_KEPT;
    case domain::PromiseState::kBroken:
      return v1::PROMISE_STATE_BROKEN;
  }
  return v1::PROMISE_STATE_UNSPECIFIED;
}

v1::PromisedBy to_proto(domain::PromisedBy value) {
  switch (value) {
    case domain::PromisedBy::kAgent:
      return v1::PROMISED_BY_AGENT;
    case domain::PromisedBy::kColleague:
      return v1::PROMISED_BY_COLLEAGUE;
    case domain::PromisedBy::kCompany:
      return v1::PROMISED_BY_COMPANY;
  }
  return v1::PROMISED_BY_UNSPECIFIED;
}

v1::Verdict to_proto(domain::Verdict value) {
  switch (value) {
    case domain::Verdict::kUnknown:
      return v1::VERDICT_UNKNOWN;
    case domain::Verdict::kYes:
      return v1::VERDICT_YES;
    case domain::Verdict::kNo:
      return v1::VERDICT_NO;
  }
  return v1::VERDICT_UNSPECIFIED;
}

v1::AddressForm to_proto(domain::AddressForm value) {
  switch (value) {
    case domain::AddressForm::kUnknown:
      return v1::ADDRESS_FORM_UNSPECIFIED;
    case domain::AddressForm::kFormal:
      return v1::ADDRESS_FORM_FORMAL;
    case domain::AddressForm::kInformal:
      return v1::ADDRESS_FORM_INFORMAL;
  }
  return v1::ADDRESS_FORM_UNSPECIFIED;
}

v1::Speaker to_proto(domain::Speaker value) {
  switch (value) {
    case domain::Speaker::kCustomer:
      return v1::SPEAKER_CUSTOMER;
    case domain::Speaker::kAgent:
      return v1::SPEAKER_AGENT;
  }
  return v1::SPEAKER_UNSPECIFIED;
}

v1::CoachLabel to_proto(domain::CoachLabel value) {
  switch (value) {
    case domain::CoachLabel::kBlame:
      return v1::COACH_LABEL_BLAME;
    case domain::CoachLabel::kHelpless:
      return v1::COACH_LABEL_HELPLESS;
    case domain::CoachLabel::kInstitute:
      return v1::COACH_LABEL_INSTITUTE;
    case domain::CoachLabel::kFaceless:
      return v1::COACH_LABEL_FACELESS;
    case domain::CoachLabel::kJargon:
      return v1::COACH_LABEL_JARGON;
  }
  return v1::COACH_LABEL_UNSPECIFIED;
}

v1::HeardKind to_proto(domain::HeardKind value) {
  switch (value) {
    case domain::HeardKind::kLifeEvent:
      return v1::HEARD_KIND_LIFE_EVENT;
    case domain::HeardKind::kPlan:
      return v1::HEARD_KIND_PLAN;
    case domain::HeardKind::kPerson:
      return v1::HEARD_KIND_PERSON;
    case domain::HeardKind::kFeeling:
      return v1::HEARD_KIND_FEELING;
    case domain::HeardKind::kConstraint:
      return v1::HEARD_KIND_CONSTRAINT;
    case domain::HeardKind::kPinned:
      return v1::HEARD_KIND_PINNED;
  }
  return v1::HEARD_KIND_UNSPECIFIED;
}

v1::CardKind to_proto(domain::CardKind value) {
  switch (value) {
    case domain::CardKind::kWe:
      return v1::CARD_KIND_WE;
    case domain::CardKind::kWhy:
      return v1::CARD_KIND_WHY;
    case domain::CardKind::kHeard:
      return v1::CARD_KIND_HEARD;
    case domain::CardKind::kWarmth:
      return v1::CARD_KIND_WARMTH;
    case domain::CardKind::kPrompt:
      return v1::CARD_KIND_PROMPT;
    case domain::CardKind::kFirstTime:
      return v1::CARD_KIND_FIRST_TIME;
    case domain::CardKind::kEmpathy:
      return v1::CARD_KIND_EMPATHY;
  }
  return v1::CARD_KIND_UNSPECIFIED;
}

v1::CardAnswer to_proto(domain::CardAnswer value) {
  switch (value) {
    case domain::CardAnswer::kUsed:
      return v1::CARD_ANSWER_USED;
    case domain::CardAnswer::kNotNow:
      return v1::CARD_ANSWER_NOT_NOW;
    case domain::CardAnswer::kDoesNotFit:
      return v1::CARD_ANSWER_DOES_NOT_FIT;
  }
  return v1::CARD_ANSWER_UNSPECIFIED;
}

v1::HoldBackReason to_proto(domain::HoldBackReason value) {
  switch (value) {
    case domain::HoldBackReason::kTooSoon:
      return v1::HOLD_BACK_REASON_TOO_SOON;
    case domain::HoldBackReason::kCallBudget:
      return v1::HOLD_BACK_REASON_CALL_BUDGET;
    case domain::HoldBackReason::kCooldown:
      return v1::HOLD_BACK_REASON_COOLDOWN;
    case domain::HoldBackReason::kRuleMaximum:
      return v1::HOLD_BACK_REASON_RULE_MAXIMUM;
    case domain::HoldBackReason::kPhase:
      return v1::HOLD_BACK_REASON_PHASE;
    case domain::HoldBackReason::kSilenced:
      return v1::HOLD_BACK_REASON_SILENCED;
    case domain::HoldBackReason::kOutranked:
      return v1::HOLD_BACK_REASON_OUTRANKED;
    case domain::HoldBackReason::kStale:
      return v1::HOLD_BACK_REASON_STALE;
    case domain::HoldBackReason::kNotAsked:
      return v1::HOLD_BACK_REASON_NOT_ASKED;
  }
  return v1::HOLD_BACK_REASON_UNSPECIFIED;
}

v1::CardGoneReason to_proto(domain::CardGoneReason value) {
  switch (value) {
    case domain::CardGoneReason::kAnswered:
      return v1::CARD_GONE_REASON_ANSWERED;
    case domain::CardGoneReason::kExpired:
      return v1::CARD_GONE_REASON_EXPIRED;
    case domain::CardGoneReason::kReplaced:
      return v1::CARD_GONE_REASON_REPLACED;
    case domain::CardGoneReason::kCallEnded:
      return v1::CARD_GONE_REASON_CALL_ENDED;
    case domain::CardGoneReason::kRecalled:
      return v1::CARD_GONE_REASON_RECALLED;
  }
  return v1::CARD_GONE_REASON_UNSPECIFIED;
}

v1::CallState to_proto(domain::CallState value) {
  switch (value) {
    case domain::CallState::kRinging:
      return v1::CALL_STATE_RINGING;
    case domain::CallState::kInCall:
      return v1::CALL_STATE_IN_CALL;
    case domain::CallState::kOnHold:
      return v1::CALL_STATE_ON_HOLD;
    case domain::CallState::kWrapUp:
      return v1::CALL_STATE_WRAP_UP;
    case domain::CallState::kEnded:
      return v1::CALL_STATE_ENDED;
  }
  return v1::CALL_STATE_UNSPECIFIED;
}

v1::CallEvent to_proto(domain::CallEvent value) {
  switch (value) {
    case domain::CallEvent::kRinging:
      return v1::CALL_EVENT_RINGING;
    case domain::CallEvent::kAnswered:
      return v1::CALL_EVENT_ANSWERED;
    case domain::CallEvent::kHeld:
      return v1::CALL_EVENT_HELD;
    case domain::CallEvent::kResumed:
      return v1::CALL_EVENT_RESUMED;
    case domain::CallEvent::kEnded:
      return v1::CALL_EVENT_ENDED;
  }
  return v1::CALL_EVENT_UNSPECIFIED;
}

v1::CallDirection to_proto(domain::CallDirection value) {
  switch (value) {
    case domain::CallDirection::kIncoming:
      return v1::CALL_DIRECTION_INCOMING;
    case domain::CallDirection::kOutgoing:
      return v1::CALL_DIRECTION_OUTGOING;
  }
  return v1::CALL_DIRECTION_UNSPECIFIED;
}

v1::CallPhase to_proto(domain::CallPhase value) {
  switch (value) {
    case domain::CallPhase::kOpening:
      return v1::CALL_PHASE_OPENING;
    case domain::CallPhase::kSolving:
      return v1::CALL_PHASE_SOLVING;
    case domain::CallPhase::kClosing:
      return v1::CALL_PHASE_CLOSING;
  }
  return v1::CALL_PHASE_UNSPECIFIED;
}

std::optional<domain::Feeling> from_proto(v1::Feeling value) { return find(value, domain::Feeling::kPositive); }
std::optional<domain::JourneyStage> from_proto(v1::JourneyStage value) {
  return find(value, domain::JourneyStage::kService);
}
std::optional<domain::PromiseState> from_proto(v1::PromiseState value) {
  return find(value, domain::PromiseState::kBroken);
}
std::optional<domain::PromisedBy> from_proto(v1::PromisedBy value) { return find(value, domain::PromisedBy::kCompany); }
std::optional<domain::Verdict> from_proto(v1::Verdict value) { return find(value, domain::Verdict::kNo); }
std::optional<domain::AddressForm> from_proto(v1::AddressForm value) {
  return find(value, domain::AddressForm::kInformal);
}
std::optional<domain::Speaker> from_proto(v1::Speaker value) { return find(value, domain::Speaker::kAgent); }
std::optional<domain::CoachLabel> from_proto(v1::CoachLabel value) { return find(value, domain::CoachLabel::kJargon); }
std::optional<domain::HeardKind> from_proto(v1::HeardKind value) { return find(value, domain::HeardKind::kPinned); }
std::optional<domain::CardKind> from_proto(v1::CardKind value) { return find(value, domain::CardKind::kEmpathy); }
std::optional<domain::CardAnswer> from_proto(v1::CardAnswer value) {
  return find(value, domain::CardAnswer::kDoesNotFit);
}
std::optional<domain::HoldBackReason> from_proto(v1::HoldBackReason value) {
  return find(value, domain::HoldBackReason::kNotAsked);
}
std::optional<domain::CardGoneReason> from_proto(v1::CardGoneReason value) {
  return find(value, domain::CardGoneReason::kRecalled);
}
std::optional<domain::CallState> from_proto(v1::CallState value) { return find(value, domain::CallState::kEnded); }
std::optional<domain::CallEvent> from_proto(v1::CallEvent value) { return find(value, domain::CallEvent::kEnded); }
std::optional<domain::CallDirection> from_proto(v1::CallDirection value) {
  return find(value, domain::CallDirection::kOutgoing);
}
std::optional<domain::CallPhase> from_proto(v1::CallPhase value) { return find(value, domain::CallPhase::kClosing); }

}  // namespace aandacht::wire
