// What happens to a desk, and what was read in an utterance, between the domain and events.proto.
#pragma once

#include "aandacht/v1/events.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/event.h"
#include "shared/domain/reading.h"
#include "shared/wire/enums.h"

namespace aandacht::wire {

[[nodiscard]] v1::CoachMatch to_proto(const domain::CoachMatch& match);
[[nodiscard]] v1::WhyMatch to_proto(const domain::WhyMatch& match);
[[nodiscard]] v1::QuestionMention to_proto(const domain::QuestionMention& mention);
[[nodiscard]] v1::Reading to_proto(const domain::Reading& reading);
[[nodiscard]] v1::Event to_proto(const domain::Event& event);

/// INVALID_ARGUMENT with the field's name: a missing or unknown enumeration, a time out of range, or an event that says
/// nothing or something that this version does not know. Left out: a call's direction is incoming.
[[nodiscard]] absl::StatusOr<domain::CoachMatch> from_proto(const v1::CoachMatch& message);
[[nodiscard]] absl::StatusOr<domain::WhyMatch> from_proto(const v1::WhyMatch& message);
[[nodiscard]] absl::StatusOr<domain::QuestionMention> from_proto(const v1::QuestionMention& message);
[[nodiscard]] absl::StatusOr<domain::Reading> from_proto(const v1::Reading& message);
[[nodiscard]] absl::StatusOr<domain::Event> from_proto(const v1::Event& message);

}  // namespace aandacht::wire
