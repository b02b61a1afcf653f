// One item of the library: its fields, what is to be mended, its versions, and what both changed.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/model/library_model.h"
#include "client/model/library_words.h"
#include "client/model/parts.h"
#include "shared/content/read_item.h"
#include "shared/content/translations.h"
#include "shared/domain/cards.h"

namespace aandacht::model {
namespace {

using namespace library_words;
using domain::ItemKind;
using domain::ItemState;

std::string language_name(const std::string& tag, Language language) {
  if (tag.starts_with("nl")) return kDutchName.in(language);
  if (tag.starts_with("en")) return kEnglishName.in(language);
  return tag;
}

/// The fields of the kind, and those of the item that this program does not know.
std::vector<content::FieldShape> shapes_of(const content::ItemText& item) {
  std::vector<content::FieldShape> shapes = content::fields_of(item.kind);
  for (const content::Field& field : item.fields) {
    const bool known =
        std::any_of(shapes.begin(), shapes.end(), [&](const auto& each) { return each.name == field.name; });
    if (!known) shapes.push_back({field.name, field.shape, false, false});
  }
  return shapes;
}

LibraryFinding finding_of(const domain::ItemFinding& finding, Language language) {
  FindingWords words = finding_words(finding.kind, finding.what, finding.advice, language);
  return {std::move(words.what), std::move(words.advice), finding.kind == "unreadable"};
}

void add_fields(LibraryItemModel& model, const LibraryState& state, Language language) {
  const content::ItemText& item = state.form->mine;
  const std::string other_name = language_name(other_language(item.language), language);
  for (const content::FieldShape& shape : shapes_of(item)) {
    const std::string name(shape.name);
    LibraryField field{shape, field_words(item.kind, name, language), {}, false, {}};
    if (state.twin) {
      field.twin = area_text(*state.twin, shape);
      field.twin_is_words = !field.twin.empty();
      if (field.twin.empty() && item.find(name) != nullptr) field.twin = kFieldLacks.fill(language, other_name);
    }
    for (const domain::ItemFinding& finding : state.findings) {
      if (finding.field == name) field.findings.push_back(finding_of(finding, language));
    }
    model.fields.push_back(std::move(field));
  }
  for (const domain::ItemFinding& finding : state.findings) {
    const bool has_place = std::any_of(model.fields.begin(), model.fields.end(),
                                       [&](const LibraryField& field) { return field.shape.name == finding.field; });
    if (!has_place) model.findings.push_back(finding_of(finding, language));
  }
  if (state.findings.empty() && !item.fields.empty()) model.fine = kFine.in(language);
}

/// What stands beside it, or how that is begun.
void add_twin(LibraryItemModel& model, const LibraryState& state, Language language) {
  const content::ItemText& item = state.form->mine;
  const std::string other = other_language(item.language);
  if (other.empty()) return;
  const std::string name = language_name(other, language);
  if (state.twin) {
    model.twin_caption = kOtherLanguage.fill(language, name);
    model.twin = LibraryKey{state.twin->kind, state.twin->id};
    model.open_twin = kOpenTwin.fill(language, name);
    return;
  }
  if (!state.lacks_twin) return;
  model.twin_caption = kLacks.fill(language, name);
  // There is nothing yet that it could stand beside, or a program put it under a name that cannot be named.
  if (state.form->is_new() || content::language_in(item.id) != item.language) return;
  model.begin = kBegin.fill(language, name);
  model.begin_hint = (item.kind == ItemKind::kTerm ? kBeginWord : kBeginName).fill(language, name);
  model.begin_refused = state.begin_refused;
}

void add_preview(LibraryItemModel& model, const content::ItemText& item, const Moment& moment) {
  model.preview_empty = kNoPreview.in(moment.language);
  if (item.kind != ItemKind::kWhy && item.kind != ItemKind::kPrompt) return;
  model.preview_empty = kPreviewLater.in(moment.language);
  domain::Library library;
  content::Mistakes mistakes;
  content::read_item(item, {}, library, mistakes);
  if (!library.whys.empty() && !library.whys[0].customer.empty()) {
    model.preview = make_card(domain::why_card(library.whys[0], nullptr), {}, moment);
  }
  if (!library.prompts.empty() && !library.prompts[0].text.empty()) {
    domain::Prompt prompt;
    prompt.id = "preview";
    prompt.text = library.prompts[0].text;
    prompt.reason = library.prompts[0].reason;
    model.preview = make_card(domain::prompt_card(prompt, nullptr), {}, moment);
  }
}

content::ItemText text_of(const domain::ItemVersion& version, const content::ItemText& like) {
  auto item = content::parse_item(version.body, like.language);
  return item.ok() ? *std::move(item) : content::ItemText{like.kind, like.language, like.id, {}};
}

void add_differences(VersionRow& row, const content::ItemText& before, const content::ItemText& after,
                     Language language) {
  for (const content::FieldShape& shape : shapes_of(after)) {
    const std::string old_words = area_text(before, shape);
    const std::string new_words = area_text(after, shape);
    if (old_words == new_words) continue;
    row.differences.emplace_back(field_words(after.kind, std::string(shape.name), language),
                                 difference_of(old_words, new_words));
  }
  if (row.differences.empty()) row.no_difference = kSame.in(language);
}

std::string step_line(const domain::ItemStep& step, const Moment& moment) {
  const char* form = moment.language == Language::kDutch ? "%d-%m-%Y %H:%M" : "%Y-%m-%d %H:%M";
  std::string line = absl::StrCat(absl::FormatTime(form, step.time, moment.zone), " · ", step.who.name, " · ",
                                  state_words(step.state).in(moment.language));
  if (!step.note.empty()) absl::StrAppend(&line, ": ", step.note);
  return line;
}

void add_versions(LibraryItemModel& model, const LibraryState& state, const Moment& moment) {
  model.compare = kCompare.in(moment.language);
  model.restore = kRestore.in(moment.language);
  if (!state.form->view.newest) model.no_versions = kNoHistory.in(moment.language);
  for (const domain::ItemVersion& version : state.versions) {
    VersionRow row;
    row.number = version.number;
    row.about = absl::StrCat(kVersionBy.fill(moment.language, version.number, version.author().name), " · ",
                             state_words(version.state).in(moment.language));
    for (const domain::ItemStep& step : version.steps) row.steps.push_back(step_line(step, moment));
    row.compared = state.compared == version.number;
    if (row.compared) add_differences(row, text_of(version, state.form->mine), state.form->mine, moment.language);
    model.versions.push_back(std::move(row));
  }
}

void add_merge(LibraryItemModel& model, const LibraryForm& form, Language language) {
  if (!form.merge) return;
  const std::string who = form.view.newest ? form.view.newest->steps.back().who.name : "";
  model.merge_title = kMergeTitle.fill(language, who);
  model.merge_done = kMergeDone.in(language);
  for (const content::FieldMerge& field : form.merge->fields) {
    if (field.from != content::FieldMerge::From::kConflict) continue;
    content::FieldShape shape{field.name, field.mine.shape, false, true};
    for (const content::FieldShape& known : content::fields_of(form.mine.kind)) {
      if (known.name == field.name) shape = known;
    }
    const auto words = [&](const content::Field& each) {
      content::ItemText one{form.mine.kind, form.mine.language, form.mine.id, {each}};
      return area_text(one, shape);
    };
    MergeRow row;
    row.shape = shape;
    row.caption = field_words(form.mine.kind, field.name, language);
    row.theirs_caption = kTheirs.fill(language, who);
    row.theirs_text = words(field.theirs);
    row.theirs = difference_of(words(field.base), row.theirs_text);
    row.mine_caption = kMine.in(language);
    row.mine_text = words(field.mine);
    row.mine = difference_of(words(field.base), row.mine_text);
    row.take_theirs = kTakeTheirs.fill(language, who);
    row.take_mine = kTakeMine.in(language);
    row.result_caption = kResult.in(language);
    model.merge.push_back(std::move(row));
  }
}

void add_buttons(LibraryItemModel& model, const LibraryState& state, Language language) {
  using Act = LibraryButton::Act;
  const LibraryForm& form = *state.form;
  const ItemState standing = form.view.state();
  if (form.is_dirty()) {
    model.buttons.push_back({Act::kSave, kSave.in(language), true});
    return;
  }
  const bool draft = standing == ItemState::kDraft;
  if (draft) model.buttons.push_back({Act::kSubmit, kSubmit.in(language), state.four_eyes});
  const bool may_publish = standing == ItemState::kReview || (draft && !state.four_eyes);
  if (may_publish) model.buttons.push_back({Act::kPublish, kPublish.in(language), true});
  if (!form.view.live_body().empty()) model.buttons.push_back({Act::kRetire, kRetire.in(language), false});
}

std::string standing_of(const domain::ItemView& view, Language language) {
  const std::string state = state_words(view.state()).in(language);
  if (!view.newest) return state;
  const std::string about =
      absl::StrCat(state, " · ", kVersionBy.fill(language, view.version(), view.newest->steps.back().who.name));
  if (view.live_body().empty()) return about;
  if (!view.in_force) return kShippedInForce.fill(language, about);
  if (view.in_force->number != view.version()) return kOtherInForce.fill(language, about, view.in_force->number);
  return kInForce.fill(language, about);
}

}  // namespace

LibraryItemModel make_library_item(const LibraryState& state, Language language, absl::Time now, absl::TimeZone zone) {
  const LibraryForm& form = *state.form;
  const Moment moment{now, zone, language};
  LibraryItemModel model;
  model.title = content::title_of(form.mine);
  model.about = absl::StrCat(kind_words(form.mine.kind).in(language), " · ",
                             language_name(form.mine.language, language), " · ", form.mine.id);
  model.standing = standing_of(form.view, language);
  model.tabs = {kWrite.in(language), kPreview.in(language), kHistory.in(language)};
  model.tab = static_cast<int>(state.tab);
  add_twin(model, state, language);
  add_fields(model, state, language);
  add_preview(model, form.mine, moment);
  add_versions(model, state, moment);
  add_merge(model, form, language);
  add_buttons(model, state, language);
  if (!state.merged_with.empty() && !form.merge) model.note = kMerged.fill(language, state.merged_with);
  if (form.is_dirty()) absl::StrAppend(&model.note, model.note.empty() ? "" : " ", kDirty.in(language));
  if (!state.refused.empty()) model.refused = kNotSaved.fill(language, state.refused);
  if (state.asks_retire) {
    model.ask_retire = kRetireAsk.in(language);
    model.keep_it = kKeepIt.in(language);
    model.retire_it = kRetire.in(language);
  }
  return model;
}

}  // namespace aandacht::model
