#include "client/model/library_state.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "shared/content/translations.h"

namespace aandacht::model {
namespace {

content::ItemText text_of(const domain::ItemView& view) {
  auto item = content::parse_item(view.body(), view.language);
  if (!item.ok()) return {view.kind, view.language, view.id, {}};
  item->id = view.id;
  return *std::move(item);
}

}  // namespace

LibraryForm opened(const domain::ItemView& view) {
  LibraryForm form{view, text_of(view), view.version(), {}, {}};
  form.mine = form.base;
  return form;
}

LibraryForm new_item(domain::ItemKind kind, const std::string& language, const std::string& id) {
  LibraryForm form;
  form.view.kind = kind;
  form.view.language = language;
  form.view.id = id;
  form.base = {kind, language, id, {}};
  form.mine = form.base;
  return form;
}

LibraryForm merged(const LibraryForm& form, const domain::ItemView& theirs) {
  LibraryForm made{theirs, text_of(theirs), theirs.version(), {}, {}};
  content::Merge merge = content::merge(form.base, made.base, form.mine);
  made.mine = merge.item;
  if (!merge.conflicts().empty()) made.merge = std::move(merge);
  return made;
}

void take_merge(LibraryState& state, const domain::ItemView& theirs) {
  state.form = merged(*state.form, theirs);
  state.merged_with.clear();
  if (!state.form->merge && theirs.newest) state.merged_with = theirs.newest->steps.back().who.name;
  state.tab = LibraryTab::kWrite;
  state.refused.clear();
}

std::string other_language(const std::string& language) {
  if (language.starts_with("nl")) return "en";
  if (language.starts_with("en")) return "nl";
  return {};
}

std::string twin_of(const LibraryForm& form) {
  const std::string other = other_language(form.mine.language);
  const auto is_other = [&](const std::string& id) {
    return !other.empty() && content::language_in(id).starts_with(other);
  };
  const std::string named = form.mine.text(content::kTranslates);
  if (is_other(named)) return named;
  const auto found = std::find_if(form.view.translations.begin(), form.view.translations.end(), is_other);
  return found == form.view.translations.end() ? std::string() : *found;
}

std::string area_text(const content::ItemText& item, const content::FieldShape& shape) {
  const content::Field* field = item.find(shape.name);
  if (field == nullptr) return {};
  return field->shape == content::Field::Shape::kList ? absl::StrJoin(field->list, "\n") : field->text;
}

void set_from_area(content::ItemText& item, const content::FieldShape& shape, const std::string& text) {
  content::Field field{std::string(shape.name), shape.shape, {}, {}};
  if (shape.shape == content::Field::Shape::kList) {
    for (const absl::string_view line : absl::StrSplit(text, '\n')) {
      const std::string entry(absl::StripAsciiWhitespace(line));
      if (!entry.empty()) field.list.push_back(entry);
    }
  } else {
    field.text = std::string(absl::StripAsciiWhitespace(text));
  }
  item.set(std::move(field));
}

}  // namespace aandacht::model
