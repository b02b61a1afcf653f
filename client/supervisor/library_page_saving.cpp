// How what is written is saved and goes on its way: drafts, steps, and two who write one item.
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/model/library_words.h"
#include "client/model/refusal_words.h"
#include "client/supervisor/library_page.h"
#include "shared/content/item_source.h"

namespace aandacht::supervisor {
namespace {

using model::LibraryForm;
using model::LibraryKey;

bool is_away(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) || absl::IsCancelled(status);
}

}  // namespace

void LibraryPage::refuse(const absl::Status& status) {
  state_.refused = is_away(status) ? std::string(model::library_words::kNoService.in(language_))
                                   : absl::StrCat(model::refusal_words(status, language_), ".");
}

void LibraryPage::keep_unsaved() {
  if (!state_.form || !state_.form->is_dirty()) return;
  save(true);
  state_.kept.insert_or_assign(shown_key(), *state_.form);
}

void LibraryPage::save(bool by_itself) {
  typed_.reset();
  retry_.reset();
  LibraryForm& form = *state_.form;
  if (state_.busy || form.merge || !form.is_dirty()) return;
  state_.busy = true;
  const net::DraftToSave draft{form.mine.kind,
                               form.mine.id,
                               form.mine.language,
                               form.base_version,
                               content::rewrite_source(form.view.body(), form.mine),
                               by_itself,
                               ""};
  editing_.save(context_.ids.next(), draft, [this, sent = form.mine](Viewed view) {
    context_.post([this, sent, view = std::move(view)] { saved(view, sent); });
  });
}

void LibraryPage::saved(const Viewed& view, const content::ItemText& sent) {
  state_.busy = false;
  tell(view.status());
  const LibraryKey key{sent.kind, sent.id};
  if (view.ok()) {
    const auto kept = state_.kept.find(key);
    if (kept != state_.kept.end() && kept->second.mine == sent) state_.kept.erase(kept);
  }
  if (!is_shown(key) || !state_.form) return;
  if (absl::IsAborted(view.status())) return merge_with_theirs();
  if (!view.ok()) {
    refuse(view.status());
    if (is_away(view.status())) retry_ = context_.clock.now() + kTryAgain;
    return;
  }
  state_.refused.clear();
  // What was typed since stays, upon what was saved.
  LibraryForm& form = *state_.form;
  form.view = *view;
  form.base = sent;
  form.base_version = view->version();
  if (form.is_dirty()) typed_ = context_.clock.now();
  if (model::twin_of(form) != asked_twin_) ask_twin();
  ask_versions();
  ask_rows();
}

void LibraryPage::merge_with_theirs() {
  const LibraryKey key = shown_key();
  editing_.get(key.first, key.second, [this, key](Viewed view) {
    context_.post([this, key, view = std::move(view)] {
      if (!is_shown(key) || !state_.form) return;
      if (!view.ok()) return refuse(view.status());
      model::take_merge(state_, *view);
      fill_fields();
      ask_check();
      save(false);
    });
  });
}

void LibraryPage::stepped(const Viewed& view) {
  state_.busy = false;
  tell(view.status());
  if (!view.ok()) {
    refuse(view.status());
    if (absl::IsAborted(view.status())) merge_with_theirs();
    return;
  }
  if (is_shown({view->kind, view->id})) show(model::opened(*view));
  ask_rows();
}

void LibraryPage::take_step(model::LibraryButton::Act act) {
  using Act = model::LibraryButton::Act;
  if (act == Act::kSave) return save(false);
  if (state_.busy) return;
  if (act == Act::kRetire && !state_.asks_retire) {
    state_.asks_retire = true;
    return;
  }
  state_.asks_retire = false;
  state_.busy = true;
  const LibraryForm& form = *state_.form;
  const net::ItemMove move{form.mine.kind, form.mine.id, form.base_version, "", 0};
  const auto answer = [this](Viewed view) { context_.post([this, view = std::move(view)] { stepped(view); }); };
  if (act == Act::kSubmit) editing_.submit(context_.ids.next(), move, answer);
  if (act == Act::kPublish) editing_.publish(context_.ids.next(), move, answer);
  if (act == Act::kRetire) editing_.retire(context_.ids.next(), move, answer);
}

void LibraryPage::restore(std::int64_t version) {
  if (state_.busy) return;
  state_.busy = true;
  const LibraryForm& form = *state_.form;
  editing_.restore(context_.ids.next(), {form.mine.kind, form.mine.id, version, "", form.base_version},
                   [this](Viewed view) { context_.post([this, view = std::move(view)] { stepped(view); }); });
}

}  // namespace aandacht::supervisor
