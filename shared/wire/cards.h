// Cards between the domain and desk.proto.
#pragma once

#include "aandacht/v1/desk.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/card.h"
#include "shared/wire/enums.h"

namespace aandacht::wire {

[[nodiscard]] v1::Evidence to_proto(const domain::Evidence& evidence);
[[nodiscard]] v1::Card to_proto(const domain::Card& card);
[[nodiscard]] v1::WaitingCard to_proto(const domain::WaitingCard& waiting);

/// INVALID_ARGUMENT with the field's name: a card without kind, an unknown enumeration, or a time out of range.
[[nodiscard]] absl::StatusOr<domain::Evidence> from_proto(const v1::Evidence& message);
[[nodiscard]] absl::StatusOr<domain::Card> from_proto(const v1::Card& message);
[[nodiscard]] absl::StatusOr<domain::WaitingCard> from_proto(const v1::WaitingCard& message);

}  // namespace aandacht::wire
