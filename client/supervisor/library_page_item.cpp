// The item that is shown: how it comes, what stands beside it, and how one is begun.
#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/model/library_words.h"
#include "client/supervisor/library_page.h"
#include "shared/content/translations.h"

namespace aandacht::supervisor {

using model::LibraryForm;
using model::LibraryKey;

void LibraryPage::reopen() {
  const LibraryKey key = shown_key();
  editing_.get(key.first, key.second, [this, key](Viewed view) {
    context_.post([this, key, view = std::move(view)] {
      if (is_shown(key) && view.ok() && state_.form && !state_.form->is_dirty()) show(model::opened(*view));
    });
  });
}

void LibraryPage::select(const LibraryKey& key) {
  close_exchange();
  if (is_shown(key) && state_.form) return;
  keep_unsaved();
  state_.selected = key;
  state_.form.reset();
  const auto kept = state_.kept.find(key);
  if (kept != state_.kept.end()) {
    LibraryForm form = std::move(kept->second);
    state_.kept.erase(kept);
    show(std::move(form));
    typed_ = context_.clock.now();
    return;
  }
  editing_.get(key.first, key.second, [this, key](Viewed view) {
    context_.post([this, key, view = std::move(view)] {
      tell(view.status());
      if (is_shown(key) && view.ok()) show(model::opened(*view));
    });
  });
}

void LibraryPage::show(LibraryForm form) {
  state_.form = std::move(form);
  state_.refused.clear();
  state_.merged_with.clear();
  state_.findings.clear();
  state_.versions.clear();
  state_.compared = -1;
  state_.asks_retire = false;
  typed_.reset();
  fields_.fields.clear();
  fill_fields();
  const content::ItemText& item = state_.form->mine;
  const bool has_name = item.kind != domain::ItemKind::kTerm;  // A term's name is the word itself.
  fields_.other_name.set(has_name ? content::stem_of(item.id, item.language) : std::string_view());
  ask_twin();
  ask_versions();
  ask_check();
}

void LibraryPage::fill_fields() {
  const content::ItemText& item = state_.form->mine;
  const auto fill = [&](const content::FieldShape& shape) {
    const bool one_line = !shape.is_long && shape.shape != content::Field::Shape::kList;
    ui::TextArea& area = fields_.fields.try_emplace(std::string(shape.name), "", 8000, one_line).first->second;
    const std::string text = model::area_text(item, shape);
    if (area.text() != text) area.set(text);
  };
  for (const content::FieldShape& shape : content::fields_of(item.kind)) fill(shape);
  for (const content::Field& field : item.fields) fill({field.name, field.shape, false, false});
}

void LibraryPage::ask_twin() {
  const content::ItemText& item = state_.form->mine;
  const std::string twin = model::twin_of(*state_.form);
  asked_twin_ = twin;
  state_.twin.reset();
  state_.lacks_twin = twin.empty();
  state_.begin_refused.clear();
  if (twin.empty()) return;
  const LibraryKey key = shown_key();
  editing_.get(item.kind, twin, [this, key, twin](Viewed view) {
    context_.post([this, key, twin, view = std::move(view)] {
      if (!is_shown(key) || asked_twin_ != twin) return;
      if (view.ok()) state_.twin = model::opened(*view).base;
      state_.lacks_twin = absl::IsNotFound(view.status());
    });
  });
}

void LibraryPage::begin_other() {
  const content::ItemText item = state_.form->mine;
  const std::string language = model::other_language(item.language);
  const std::string name(absl::StripAsciiWhitespace(fields_.other_name.text()));
  if (name.empty()) {
    state_.begin_refused = model::library_words::kBeginNeedsName.in(language_);
    return;
  }
  const content::ItemText begun = content::begun_in(item, language, name);
  // What has this name already is not written over.
  editing_.get(begun.kind, begun.id, [this, begun, original = LibraryKey{item.kind, item.id}](Viewed view) {
    context_.post([this, begun, original, view = std::move(view)] {
      if (!is_shown(original) || !state_.form) return;
      if (view.ok()) {
        state_.begin_refused = model::library_words::kBeginTaken.fill(language_, begun.id, original.second);
        return;
      }
      if (!absl::IsNotFound(view.status())) return refuse(view.status());
      keep_unsaved();
      state_.selected = LibraryKey{begun.kind, begun.id};
      state_.tab = model::LibraryTab::kWrite;
      LibraryForm form = model::new_item(begun.kind, begun.language, begun.id);
      form.mine = begun;
      show(std::move(form));
      save(false);
    });
  });
}

void LibraryPage::ask_versions() {
  const LibraryKey key = shown_key();
  editing_.versions(key.first, key.second, [this, key](absl::StatusOr<std::vector<domain::ItemVersion>> versions) {
    context_.post([this, key, versions = std::move(versions)] {
      if (is_shown(key) && versions.ok()) state_.versions = *versions;
    });
  });
}

void LibraryPage::ask_check() {
  const content::ItemText& item = state_.form->mine;
  const std::uint64_t question = ++check_question_;
  editing_.check(item.kind, item.language, content::write_item(item),
                 [this, question](absl::StatusOr<std::vector<domain::ItemFinding>> findings) {
                   context_.post([this, question, findings = std::move(findings)] {
                     if (question == check_question_ && findings.ok()) state_.findings = *findings;
                   });
                 });
}

void LibraryPage::create(const PageFrame& frame) {
  const std::string name(absl::StripAsciiWhitespace(fields_.name.text()));
  if (name.empty()) return;
  const std::string window = frame.language == model::Language::kDutch ? "nl" : "en";
  const std::string language = state_.language.empty() ? window : state_.language;
  const domain::ItemKind kind = state_.kind.value_or(domain::ItemKind::kWhy);
  const LibraryKey key{kind, absl::StrCat(language, "/", name)};
  fields_.name.set("");
  const auto known = [&](const domain::ItemRow& row) { return row.kind == key.first && row.id == key.second; };
  if (std::any_of(state_.rows.begin(), state_.rows.end(), known)) return select(key);
  close_exchange();
  keep_unsaved();
  state_.selected = key;
  state_.tab = model::LibraryTab::kWrite;
  show(model::new_item(kind, language, key.second));
}

}  // namespace aandacht::supervisor
