#include "shared/wire/editing.h"

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

using domain::ImportOutcome;
using domain::ItemKind;
using domain::ItemState;

absl::Status missing(const char* what) {
  return absl::InvalidArgumentError(std::string(what) + " is missing or not known here; send one of the contract's");
}

v1::ImportOutcome to_proto(ImportOutcome outcome) {
  switch (outcome) {
    case ImportOutcome::kNew:
      return v1::IMPORT_OUTCOME_NEW;
    case ImportOutcome::kChanged:
      return v1::IMPORT_OUTCOME_CHANGED;
    case ImportOutcome::kSame:
      return v1::IMPORT_OUTCOME_SAME;
    case ImportOutcome::kRetired:
      return v1::IMPORT_OUTCOME_RETIRED;
    case ImportOutcome::kWrong:
      return v1::IMPORT_OUTCOME_WRONG;
  }
  return v1::IMPORT_OUTCOME_UNSPECIFIED;
}

}  // namespace

v1::ItemKind to_proto(ItemKind kind) {
  switch (kind) {
    case ItemKind::kWhy:
      return v1::ITEM_KIND_WHY;
    case ItemKind::kRule:
      return v1::ITEM_KIND_RULE;
    case ItemKind::kTerm:
      return v1::ITEM_KIND_TERM;
    case ItemKind::kHabit:
      return v1::ITEM_KIND_HABIT;
    case ItemKind::kPrompt:
      return v1::ITEM_KIND_PROMPT;
  }
  return v1::ITEM_KIND_UNSPECIFIED;
}

v1::ItemState to_proto(ItemState state) {
  switch (state) {
    case ItemState::kShipped:
      return v1::ITEM_STATE_SHIPPED;
    case ItemState::kDraft:
      return v1::ITEM_STATE_DRAFT;
    case ItemState::kReview:
      return v1::ITEM_STATE_REVIEW;
    case ItemState::kLive:
      return v1::ITEM_STATE_LIVE;
    case ItemState::kReplaced:
      return v1::ITEM_STATE_REPLACED;
    case ItemState::kRetired:
      return v1::ITEM_STATE_RETIRED;
  }
  return v1::ITEM_STATE_UNSPECIFIED;
}

v1::ItemVersion to_proto(const domain::ItemVersion& version) {
  v1::ItemVersion message;
  message.set_version(version.number);
  message.set_base_version(version.base);
  message.set_toml(version.body);
  message.set_state(to_proto(version.state));
  message.set_autosaved(version.by_itself);
  for (const domain::ItemStep& step : version.steps) {
    v1::ItemStep& told = *message.add_steps();
    told.set_state(to_proto(step.state));
    told.set_editor(step.who.name);
    told.set_editor_id(step.who.id);
    *told.mutable_time() = to_proto(step.time);
    told.set_note(step.note);
  }
  return message;
}

v1::LibraryItem to_proto(const domain::ItemView& view) {
  v1::LibraryItem message;
  message.set_kind(to_proto(view.kind));
  message.set_id(view.id);
  message.set_language(view.language);
  message.set_shipped_toml(view.shipped);
  if (view.in_force) *message.mutable_in_force() = to_proto(*view.in_force);
  if (view.newest) *message.mutable_newest() = to_proto(*view.newest);
  for (const std::string& id : view.translations) message.add_translation_ids(id);
  return message;
}

v1::ItemSummary to_proto(const domain::ItemRow& row) {
  v1::ItemSummary message;
  message.set_kind(to_proto(row.kind));
  message.set_id(row.id);
  message.set_language(row.language);
  message.set_title(row.title);
  message.set_state(to_proto(row.state));
  message.set_version(row.version);
  message.set_in_force(row.in_force);
  message.set_editor(row.editor);
  if (is_finite(row.changed)) *message.mutable_change_time() = to_proto(row.changed);
  for (const std::string& id : row.translations) message.add_translation_ids(id);
  return message;
}

v1::ItemFinding to_proto(const domain::ItemFinding& finding) {
  v1::ItemFinding message;
  message.set_field(finding.field);
  message.set_kind(finding.kind);
  message.set_what(finding.what);
  message.set_advice(finding.advice);
  return message;
}

v1::ImportRow to_proto(const domain::ImportRow& row) {
  v1::ImportRow message;
  message.set_outcome(to_proto(row.outcome));
  if (!row.id.empty()) message.set_kind(to_proto(row.kind));
  message.set_id(row.id);
  message.set_file(row.file);
  message.set_line(static_cast<int>(row.line));
  message.set_what(row.what);
  return message;
}

absl::StatusOr<ItemKind> from_proto(v1::ItemKind kind) {
  for (const ItemKind known : domain::item_kinds()) {
    if (to_proto(known) == kind) return known;
  }
  return missing("kind");
}

absl::StatusOr<ItemState> from_proto(v1::ItemState state) {
  for (const ItemState known : {ItemState::kShipped, ItemState::kDraft, ItemState::kReview, ItemState::kLive,
                                ItemState::kReplaced, ItemState::kRetired}) {
    if (to_proto(known) == state) return known;
  }
  return missing("state");
}

absl::StatusOr<domain::ItemVersion> from_proto(const v1::ItemVersion& message) {
  const auto state = from_proto(message.state());
  if (!state.ok()) return state.status();
  if (message.steps().empty()) return missing("steps");
  domain::ItemVersion version{
      message.version(), message.base_version(), message.toml(), *state, message.autosaved(), {}};
  for (const v1::ItemStep& told : message.steps()) {
    const auto step_state = from_proto(told.state());
    if (!step_state.ok()) return step_state.status();
    const auto time = from_proto(told.time());
    if (!time.ok()) return time.status();
    version.steps.push_back({*step_state, {told.editor_id(), told.editor()}, *time, told.note()});
  }
  return version;
}

absl::StatusOr<domain::ItemView> from_proto(const v1::LibraryItem& message) {
  const auto kind = from_proto(message.kind());
  if (!kind.ok()) return kind.status();
  domain::ItemView view{*kind, message.id(), message.language(), message.shipped_toml(), {}, {}};
  if (message.has_in_force()) {
    auto version = from_proto(message.in_force());
    if (!version.ok()) return version.status();
    view.in_force = *std::move(version);
  }
  if (message.has_newest()) {
    auto version = from_proto(message.newest());
    if (!version.ok()) return version.status();
    view.newest = *std::move(version);
  }
  view.translations = {message.translation_ids().begin(), message.translation_ids().end()};
  return view;
}

absl::StatusOr<domain::ItemRow> from_proto(const v1::ItemSummary& message) {
  const auto kind = from_proto(message.kind());
  if (!kind.ok()) return kind.status();
  const auto state = from_proto(message.state());
  if (!state.ok()) return state.status();
  domain::ItemRow row{*kind,  message.id(),      message.language(), message.title(),
                      *state, message.version(), message.in_force(), message.editor()};
  row.translations = {message.translation_ids().begin(), message.translation_ids().end()};
  if (!message.has_change_time()) return row;
  const auto time = from_proto(message.change_time());
  if (!time.ok()) return time.status();
  row.changed = *time;
  return row;
}

domain::ItemFinding from_proto(const v1::ItemFinding& message) {
  return {message.field(), message.kind(), message.what(), message.advice()};
}

absl::StatusOr<domain::ImportRow> from_proto(const v1::ImportRow& message) {
  domain::ImportRow row{ImportOutcome::kSame,
                        ItemKind::kWhy,
                        message.id(),
                        message.file(),
                        static_cast<std::size_t>(message.line() < 0 ? 0 : message.line()),
                        message.what()};
  bool known = false;
  for (const ImportOutcome outcome : {ImportOutcome::kNew, ImportOutcome::kChanged, ImportOutcome::kSame,
                                      ImportOutcome::kRetired, ImportOutcome::kWrong}) {
    if (to_proto(outcome) != message.outcome()) continue;
    row.outcome = outcome;
    known = true;
  }
  if (!known) return missing("outcome");
  if (row.id.empty()) return row;
  const auto kind = from_proto(message.kind());
  if (!kind.ok()) return kind.status();
  row.kind = *kind;
  return row;
}

}  // namespace aandacht::wire
