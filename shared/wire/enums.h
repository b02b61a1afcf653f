// Enumerations between the domain and the contracts.
#pragma once

#include <optional>

#include "aandacht/v1/calls.pb.h"
#include "aandacht/v1/desk.pb.h"
#include "aandacht/v1/library.pb.h"
#include "aandacht/v1/own.pb.h"
#include "aandacht/v1/records.pb.h"
#include "shared/domain/card.h"
#include "shared/domain/change.h"
#include "shared/domain/customer.h"
#include "shared/domain/event.h"
#include "shared/domain/reading.h"

namespace aandacht::wire {

[[nodiscard]] v1::Feeling to_proto(domain::Feeling value);
[[nodiscard]] v1::JourneyStage to_proto(domain::JourneyStage value);
[[nodiscard]] v1::PromiseState to_proto(domain::PromiseState value);
[[nodiscard]] v1::PromisedBy to_proto(domain::PromisedBy value);
[[nodiscard]] v1::Verdict to_proto(domain::Verdict value);
[[nodiscard]] v1::AddressForm to_proto(domain::AddressForm value);
[[nodiscard]] v1::Speaker to_proto(domain::Speaker value);
[[nodiscard]] v1::CoachLabel to_proto(domain::CoachLabel value);
[[nodiscard]] v1::HeardKind to_proto(domain::HeardKind value);
[[nodiscard]] v1::CardKind to_proto(domain::CardKind value);
[[nodiscard]] v1::CardAnswer to_proto(domain::CardAnswer value);
[[nodiscard]] v1::HoldBackReason to_proto(domain::HoldBackReason value);
[[nodiscard]] v1::CardGoneReason to_proto(domain::CardGoneReason value);
[[nodiscard]] v1::CallState to_proto(domain::CallState value);
[[nodiscard]] v1::CallEvent to_proto(domain::CallEvent value);
[[nodiscard]] v1::CallDirection to_proto(domain::CallDirection value);
[[nodiscard]] v1::CallPhase to_proto(domain::CallPhase value);
[[nodiscard]] v1::FatigueCause to_proto(domain::FatigueCause value);
[[nodiscard]] v1::ResetState to_proto(domain::ResetState value);
[[nodiscard]] v1::ResetEnding to_proto(domain::ResetEnding value);
[[nodiscard]] v1::Exercise to_proto(domain::Exercise value);
[[nodiscard]] v1::ResetAnswer to_proto(domain::ResetAnswer value);
[[nodiscard]] v1::Grade to_proto(domain::Grade value);

/// The other way. Absent for "unspecified" and for a number that this version does not know; only the address form
/// and the grade have a domain value for "unspecified".
[[nodiscard]] std::optional<domain::Feeling> from_proto(v1::Feeling value);
[[nodiscard]] std::optional<domain::JourneyStage> from_proto(v1::JourneyStage value);
[[nodiscard]] std::optional<domain::PromiseState> from_proto(v1::PromiseState value);
[[nodiscard]] std::optional<domain::PromisedBy> from_proto(v1::PromisedBy value);
[[nodiscard]] std::optional<domain::Verdict> from_proto(v1::Verdict value);
[[nodiscard]] std::optional<domain::AddressForm> from_proto(v1::AddressForm value);
[[nodiscard]] std::optional<domain::Speaker> from_proto(v1::Speaker value);
[[nodiscard]] std::optional<domain::CoachLabel> from_proto(v1::CoachLabel value);
[[nodiscard]] std::optional<domain::HeardKind> from_proto(v1::HeardKind value);
[[nodiscard]] std::optional<domain::CardKind> from_proto(v1::CardKind value);
[[nodiscard]] std::optional<domain::CardAnswer> from_proto(v1::CardAnswer value);
[[nodiscard]] std::optional<domain::HoldBackReason> from_proto(v1::HoldBackReason value);
[[nodiscard]] std::optional<domain::CardGoneReason> from_proto(v1::CardGoneReason value);
[[nodiscard]] std::optional<domain::CallState> from_proto(v1::CallState value);
[[nodiscard]] std::optional<domain::CallEvent> from_proto(v1::CallEvent value);
[[nodiscard]] std::optional<domain::CallDirection> from_proto(v1::CallDirection value);
[[nodiscard]] std::optional<domain::CallPhase> from_proto(v1::CallPhase value);
[[nodiscard]] std::optional<domain::FatigueCause> from_proto(v1::FatigueCause value);
[[nodiscard]] std::optional<domain::ResetState> from_proto(v1::ResetState value);
[[nodiscard]] std::optional<domain::ResetEnding> from_proto(v1::ResetEnding value);
[[nodiscard]] std::optional<domain::Exercise> from_proto(v1::Exercise value);
[[nodiscard]] std::optional<domain::ResetAnswer> from_proto(v1::ResetAnswer value);
[[nodiscard]] std::optional<domain::Grade> from_proto(v1::Grade value);

}  // namespace aandacht::wire
