// Desks, prompts and the changes of a desk between the domain and desk.proto.
#pragma once

#include "aandacht/v1/desk.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/change.h"
#include "shared/domain/desk.h"
#include "shared/wire/calls.h"
#include "shared/wire/cards.h"
#include "shared/wire/own.h"

namespace aandacht::wire {

[[nodiscard]] v1::Prompt to_proto(const domain::Prompt& prompt);
[[nodiscard]] v1::Watcher to_proto(const domain::Watcher& watcher);
[[nodiscard]] v1::QuestionTally to_proto(const domain::QuestionTally& tally);
[[nodiscard]] v1::StoryBook to_proto(const domain::StoryBook& book);
[[nodiscard]] v1::Desk to_proto(const domain::Desk& desk);
[[nodiscard]] v1::DeskChange to_proto(const domain::Change& change);
[[nodiscard]] v1::DeskUpdate to_proto(const domain::DeskUpdate& update);

/// INVALID_ARGUMENT with the field's name: a missing or unknown enumeration, a time out of range, or a change that says
/// nothing or something that this version does not know.
[[nodiscard]] absl::StatusOr<domain::Prompt> from_proto(const v1::Prompt& message);
[[nodiscard]] absl::StatusOr<domain::Watcher> from_proto(const v1::Watcher& message);
[[nodiscard]] absl::StatusOr<domain::QuestionTally> from_proto(const v1::QuestionTally& message);
[[nodiscard]] absl::StatusOr<domain::StoryBook> from_proto(const v1::StoryBook& message);
[[nodiscard]] absl::StatusOr<domain::Desk> from_proto(const v1::Desk& message);
[[nodiscard]] absl::StatusOr<domain::Change> from_proto(const v1::DeskChange& message);
[[nodiscard]] absl::StatusOr<domain::DeskUpdate> from_proto(const v1::DeskUpdate& message);

}  // namespace aandacht::wire
