// The life of an item of the library: draft, review, live, retired. Who may do what next, and how it is told.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace aandacht::domain {

/// What can be tended.
enum class ItemKind { kWhy, kRule, kTerm, kHabit, kPrompt };

/// Where a version stands. `kShipped` is of what came with the program and was never changed here.
enum class ItemState {
  kShipped,
  kDraft,
  kReview,    ///< Somebody asked for a second pair of eyes.
  kLive,      ///< In force.
  kReplaced,  ///< Was in force.
  kRetired,   ///< In force as a hole: the shipped item of this id is hidden too.
};

/// Somebody who tends the library.
struct Editor {
  std::string id;
  std::string name;

  bool operator==(const Editor&) const = default;
};

/// One step of a version's life.
struct ItemStep {
  ItemState state = ItemState::kDraft;
  Editor who;
  absl::Time time = absl::UnixEpoch();
  std::string note;  ///< Why; may be empty.

  bool operator==(const ItemStep&) const = default;
};

/// One version. Its words never change; where it stands does.
struct ItemVersion {
  std::int64_t number = 0;  ///< From 1; 0 is what was shipped.
  std::int64_t base = 0;    ///< Which version it was made from.
  std::string body;         ///< The item as TOML, see content::ItemText.
  ItemState state = ItemState::kDraft;
  bool by_itself = false;       ///< Saved while somebody typed: the next of theirs takes its place.
  std::vector<ItemStep> steps;  ///< The first is who wrote it, never empty.

  [[nodiscard]] const Editor& author() const { return steps.front().who; }
  bool operator==(const ItemVersion&) const = default;
};

/// Whether `who` may send `newest`, the newest version, to review. FAILED_PRECONDITION: it is no draft.
[[nodiscard]] absl::Status may_submit(const ItemVersion& newest);

/// Whether `who` may put `newest` in force.
///
/// FAILED_PRECONDITION: it stands there already, or `four_eyes` asks for a review first. PERMISSION_DENIED: `four_eyes`
/// asks for somebody else than who wrote it.
[[nodiscard]] absl::Status may_publish(const ItemVersion& newest, const Editor& who, bool four_eyes);

/// ABORTED unless `based_on` is the newest version's number; `newest` is nullptr when there is none. The sentence says
/// who saved meanwhile.
[[nodiscard]] absl::Status check_base(const ItemVersion* newest, std::int64_t based_on);

/// How a kind and a state are written, in files and commands: "why", "draft". Lives for ever.
[[nodiscard]] const char* name_of(ItemKind kind);
[[nodiscard]] const char* name_of(ItemState state);

/// All of them, in the order of the enumeration.
[[nodiscard]] const std::vector<ItemKind>& item_kinds();

}  // namespace aandacht::domain
