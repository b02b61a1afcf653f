// Calls as a desk knows them, between the domain and calls.proto and desk.proto.
#pragma once

#include "aandacht/v1/calls.pb.h"
#include "aandacht/v1/desk.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/call.h"
#include "shared/wire/enums.h"

namespace aandacht::wire {

[[nodiscard]] v1::CallSentiment to_proto(const domain::CallSentiment& sentiment);
[[nodiscard]] v1::HeardFact to_proto(const domain::HeardFact& fact);
[[nodiscard]] v1::RepeatContact to_proto(const domain::RepeatContact& contact);
[[nodiscard]] v1::Attention to_proto(const domain::Attention& attention);
[[nodiscard]] v1::Question to_proto(const domain::Question& question);
[[nodiscard]] v1::CallOutcome to_proto(const domain::CallOutcome& outcome);
[[nodiscard]] v1::SpokenDay to_proto(const domain::SpokenDay& spoken);
[[nodiscard]] v1::LateTurn to_proto(const domain::LateTurn& turn);
[[nodiscard]] v1::DeskCall to_proto(const domain::Call& call);

/// INVALID_ARGUMENT with the field's name: a call without state, a fact without kind, an unknown enumeration, or a time
/// out of range. Left out: the direction is incoming, the phase opening, the feeling neutral.
[[nodiscard]] absl::StatusOr<domain::CallSentiment> from_proto(const v1::CallSentiment& message);
[[nodiscard]] absl::StatusOr<domain::HeardFact> from_proto(const v1::HeardFact& message);
[[nodiscard]] absl::StatusOr<domain::RepeatContact> from_proto(const v1::RepeatContact& message);
[[nodiscard]] absl::StatusOr<domain::Attention> from_proto(const v1::Attention& message);
[[nodiscard]] absl::StatusOr<domain::Question> from_proto(const v1::Question& message);
[[nodiscard]] absl::StatusOr<domain::CallOutcome> from_proto(const v1::CallOutcome& message);
[[nodiscard]] absl::StatusOr<domain::SpokenDay> from_proto(const v1::SpokenDay& message);
[[nodiscard]] absl::StatusOr<domain::LateTurn> from_proto(const v1::LateTurn& message);
[[nodiscard]] absl::StatusOr<domain::Call> from_proto(const v1::DeskCall& message);

}  // namespace aandacht::wire
