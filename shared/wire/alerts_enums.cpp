// The enumerations of alerts.proto; declared in alerts.h.
#include "shared/wire/alerts.h"
#include "shared/wire/find_enum.h"

namespace aandacht::wire {

v1::AlertKind to_proto(domain::AlertKind value) {
  switch (value) {
    case domain::AlertKind::kNegative:
      return v1::ALERT_KIND_NEGATIVE;
    case domain::AlertKind::kLongHold:
      return v1::ALERT_KIND_LONG_HOLD;
    case domain::AlertKind::kRepeatContact:
      return v1::ALERT_KIND_REPEAT_CONTACT;
    case domain::AlertKind::kPhrase:
      return v1::ALERT_KIND_PHRASE;
    case domain::AlertKind::kLongCall:
      return v1::ALERT_KIND_LONG_CALL;
    case domain::AlertKind::kLongWait:
      return v1::ALERT_KIND_LONG_WAIT;
  }
  return v1::ALERT_KIND_UNSPECIFIED;
}

v1::AlertSpeaker to_proto(domain::AlertSpeaker value) {
  switch (value) {
    case domain::AlertSpeaker::kEither:
      return v1::ALERT_SPEAKER_EITHER;
    case domain::AlertSpeaker::kCustomer:
      return v1::ALERT_SPEAKER_CUSTOMER;
    case domain::AlertSpeaker::kAgent:
      return v1::ALERT_SPEAKER_AGENT;
  }
  return v1::ALERT_SPEAKER_UNSPECIFIED;
}

v1::AlertState to_proto(domain::AlertStage value) {
  switch (value) {
    case domain::AlertStage::kOpen:
      return v1::ALERT_STATE_OPEN;
    case domain::AlertStage::kSeen:
      return v1::ALERT_STATE_SEEN;
    case domain::AlertStage::kDone:
      return v1::ALERT_STATE_DONE;
  }
  return v1::ALERT_STATE_UNSPECIFIED;
}

std::optional<domain::AlertKind> from_proto(v1::AlertKind value) { return find(value, domain::AlertKind::kLongWait); }

std::optional<domain::AlertSpeaker> from_proto(v1::AlertSpeaker value) {
  return find(value, domain::AlertSpeaker::kAgent);
}

std::optional<domain::AlertStage> from_proto(v1::AlertState value) { return find(value, domain::AlertStage::kDone); }

}  // namespace aandacht::wire
