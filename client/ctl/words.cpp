#include "client/ctl/words.h"

#include "shared/content/choices.h"

namespace aandacht::ctl {

const char* word(domain::CallState state) { return content::name_of(content::kCallStates, state); }

const char* word(domain::CallPhase phase) { return content::name_of(content::kPhases, phase); }

const char* word(domain::CardKind kind) { return content::name_of(content::kCardKinds, kind); }

const char* word(domain::CardAnswer answer) {
  switch (answer) {
    case domain::CardAnswer::kUsed:
      return "used";
    case domain::CardAnswer::kNotNow:
      return "not_now";
    case domain::CardAnswer::kDoesNotFit:
      return "does_not_fit";
  }
  return "";
}

const char* word(domain::HoldBackReason reason) {
  switch (reason) {
    case domain::HoldBackReason::kTooSoon:
      return "too_soon";
    case domain::HoldBackReason::kCallBudget:
      return "call_budget";
    case domain::HoldBackReason::kCooldown:
      return "cooldown";
    case domain::HoldBackReason::kRuleMaximum:
      return "rule_maximum";
    case domain::HoldBackReason::kPhase:
      return "phase";
    case domain::HoldBackReason::kSilenced:
      return "silenced";
    case domain::HoldBackReason::kOutranked:
      return "outranked";
    case domain::HoldBackReason::kStale:
      return "stale";
    case domain::HoldBackReason::kNotAsked:
      return "not_asked";
  }
  return "";
}

const char* word(domain::CardGoneReason reason) {
  switch (reason) {
    case domain::CardGoneReason::kAnswered:
      return "answered";
    case domain::CardGoneReason::kExpired:
      return "expired";
    case domain::CardGoneReason::kReplaced:
      return "replaced";
    case domain::CardGoneReason::kCallEnded:
      return "call_ended";
    case domain::CardGoneReason::kRecalled:
      return "recalled";
  }
  return "";
}

const char* word(domain::CoachLabel label) { return content::name_of(content::kLabels, label); }

const char* word(domain::HeardKind kind) {
  switch (kind) {
    case domain::HeardKind::kLifeEvent:
      return "life_event";
    case domain::HeardKind::kPlan:
      return "plan";
    case domain::HeardKind::kPerson:
      return "person";
    case domain::HeardKind::kFeeling:
      return "feeling";
    case domain::HeardKind::kConstraint:
      return "constraint";
    case domain::HeardKind::kPinned:
      return "pinned";
  }
  return "";
}

const char* word(domain::Feeling feeling) { return content::name_of(content::kFeelings, feeling); }

const char* word(domain::Speaker speaker) { return content::name_of(content::kSpeakers, speaker); }

const char* word(domain::JourneyStage stage) {
  switch (stage) {
    case domain::JourneyStage::kDiscover:
      return "discover";
    case domain::JourneyStage::kBuy:
      return "buy";
    case domain::JourneyStage::kUse:
      return "use";
    case domain::JourneyStage::kService:
      return "service";
  }
  return "";
}

const char* word(domain::AddressForm form) {
  switch (form) {
    case domain::AddressForm::kUnknown:
      return "unknown";
    case domain::AddressForm::kFormal:
      return "u";
    case domain::AddressForm::kInformal:
      return "je";
  }
  return "";
}

}  // namespace aandacht::ctl
