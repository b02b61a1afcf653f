// Signs, repeated questions and a sign's effect between the domain and signs.proto.
#pragma once

#include <optional>

#include "aandacht/v1/signs.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/sign.h"
#include "shared/domain/sign_effect.h"

namespace aandacht::wire {

[[nodiscard]] v1::SignPlace to_proto(domain::SignPlace value);
[[nodiscard]] v1::SignState to_proto(domain::SignState value);
/// Absent for "unspecified" and for a number that this version does not know.
[[nodiscard]] std::optional<domain::SignPlace> from_proto(v1::SignPlace value);
[[nodiscard]] std::optional<domain::SignState> from_proto(v1::SignState value);

[[nodiscard]] v1::Sign to_proto(const domain::ListedSign& sign);
[[nodiscard]] v1::SignFinding to_proto(const domain::SignFinding& finding);
[[nodiscard]] v1::GetSignProposalResponse to_proto(const domain::SignProposal& proposal);
[[nodiscard]] v1::ListRepeatedQuestionsResponse to_proto(const domain::RepeatedQuestions& questions);
[[nodiscard]] v1::SignEffect to_proto(const domain::SignEffect& effect);

/// INVALID_ARGUMENT with the field's name: a missing or unknown enumeration, or a time out of range.
[[nodiscard]] absl::StatusOr<domain::ListedSign> from_proto(const v1::Sign& message);
[[nodiscard]] absl::StatusOr<domain::SignFinding> from_proto(const v1::SignFinding& message);
[[nodiscard]] absl::StatusOr<domain::SignProposal> from_proto(const v1::GetSignProposalResponse& message);
[[nodiscard]] absl::StatusOr<domain::RepeatedQuestions> from_proto(const v1::ListRepeatedQuestionsResponse& message);
[[nodiscard]] absl::StatusOr<domain::SignEffect> from_proto(const v1::SignEffect& message);

}  // namespace aandacht::wire
