// Items of the library between the domain and editing.proto.
#pragma once

#include "aandacht/v1/editing.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/item_view.h"

namespace aandacht::wire {

[[nodiscard]] v1::ItemKind to_proto(domain::ItemKind kind);
[[nodiscard]] v1::ItemState to_proto(domain::ItemState state);
[[nodiscard]] v1::ItemVersion to_proto(const domain::ItemVersion& version);
[[nodiscard]] v1::LibraryItem to_proto(const domain::ItemView& view);
[[nodiscard]] v1::ItemSummary to_proto(const domain::ItemRow& row);
[[nodiscard]] v1::ItemFinding to_proto(const domain::ItemFinding& finding);
[[nodiscard]] v1::ImportRow to_proto(const domain::ImportRow& row);

/// INVALID_ARGUMENT, all: an enumeration that is missing or not known here, a time that cannot be, a version without
/// steps.
[[nodiscard]] absl::StatusOr<domain::ItemKind> from_proto(v1::ItemKind kind);
[[nodiscard]] absl::StatusOr<domain::ItemState> from_proto(v1::ItemState state);
[[nodiscard]] absl::StatusOr<domain::ItemVersion> from_proto(const v1::ItemVersion& message);
[[nodiscard]] absl::StatusOr<domain::ItemView> from_proto(const v1::LibraryItem& message);
[[nodiscard]] absl::StatusOr<domain::ItemRow> from_proto(const v1::ItemSummary& message);
[[nodiscard]] domain::ItemFinding from_proto(const v1::ItemFinding& message);
[[nodiscard]] absl::StatusOr<domain::ImportRow> from_proto(const v1::ImportRow& message);

}  // namespace aandacht::wire
