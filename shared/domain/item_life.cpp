#include "shared/domain/item_life.h"

#include "absl/strings/str_cat.h"

namespace aandacht::domain {

absl::Status may_submit(const ItemVersion& newest) {
  if (newest.state == ItemState::kDraft) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat("version ", newest.number, " is no draft any more, it is ",
                                                    name_of(newest.state), "; save a draft"));
}

absl::Status may_publish(const ItemVersion& newest, const Editor& who, bool four_eyes) {
  if (newest.state != ItemState::kDraft && newest.state != ItemState::kReview) {
    return absl::FailedPreconditionError(
        absl::StrCat("version ", newest.number, " is ", name_of(newest.state), " already; save a draft first"));
  }
  if (!four_eyes) return absl::OkStatus();
  if (newest.state != ItemState::kReview) {
    return absl::FailedPreconditionError(
        absl::StrCat("version ", newest.number, " was not sent to review; this library is put live by four eyes"));
  }
  if (newest.author().id != who.id) return absl::OkStatus();
  return absl::PermissionDeniedError(
      absl::StrCat("version ", newest.number, " is your own; somebody else puts it live (library.four_eyes)"));
}

absl::Status check_base(const ItemVersion* newest, std::int64_t based_on) {
  const std::int64_t number = newest == nullptr ? 0 : newest->number;
  if (number == based_on) return absl::OkStatus();
  if (newest == nullptr || based_on > number) {
    return absl::AbortedError(
        absl::StrCat("there is no version ", based_on, "; the newest is ", number, ": get it and save upon it"));
  }
  return absl::AbortedError(absl::StrCat(newest->steps.back().who.name, " saved version ", number,
                                         " meanwhile, yours began at ", based_on, "; get it, merge, and save upon ",
                                         number));
}

const char* name_of(ItemKind kind) {
  switch (kind) {
    case ItemKind::kWhy:
      return "why";
    case ItemKind::kRule:
      return "rule";
    case ItemKind::kTerm:
      return "term";
    case ItemKind::kHabit:
      return "habit";
    case ItemKind::kPrompt:
      return "prompt";
  }
  return "";
}

const char* name_of(ItemState state) {
  switch (state) {
    case ItemState::kShipped:
      return "shipped";
    case ItemState::kDraft:
      return "draft";
    case ItemState::kReview:
      return "review";
    case ItemState::kLive:
      return "live";
    case ItemState::kReplaced:
      return "replaced";
    case ItemState::kRetired:
      return "retired";
  }
  return "";
}

const std::vector<ItemKind>& item_kinds() {
  static const std::vector<ItemKind> kinds = {ItemKind::kWhy, ItemKind::kRule, ItemKind::kTerm, ItemKind::kHabit,
                                              ItemKind::kPrompt};
  return kinds;
}

}  // namespace aandacht::domain
