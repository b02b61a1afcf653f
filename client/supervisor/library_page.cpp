#include "client/supervisor/library_page.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/app/connection_view.h"
#include "client/model/library_words.h"
#include "client/model/refusal_words.h"
#include "shared/content/item_source.h"
#include "shared/content/translations.h"

namespace aandacht::supervisor {
namespace {

using model::LibraryForm;
using model::LibraryKey;

constexpr absl::Duration kPause = absl::Seconds(3);  // In typing, before it is saved by itself.
constexpr absl::Duration kTryAgain = absl::Seconds(5);

std::string user_name() {
  const char* user = std::getenv("USER");
  return user == nullptr || *user == '\0' ? "Teamleider" : user;
}

bool is_away(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) || absl::IsCancelled(status);
}

LibraryKey key_of(const LibraryForm& form) { return {form.mine.kind, form.mine.id}; }

}  // namespace

LibraryPage::LibraryPage(const PageContext& context) : context_(context), editing_(context.channel, user_name()) {}

void LibraryPage::enter() { ask_rows(); }

void LibraryPage::open(const std::string& argument) {
  const std::size_t colon = argument.find(':');
  const domain::ItemKind* kind = content::find_kind(argument.substr(0, colon));
  if (kind != nullptr && colon != std::string::npos) select({*kind, argument.substr(colon + 1)});
}

void LibraryPage::tell(const absl::Status& status) { state_.connection = app::shown_after(status); }

void LibraryPage::refuse(const absl::Status& status) {
  state_.refused = is_away(status) ? std::string(model::library_words::kNoService.in(language_))
                                   : absl::StrCat(model::refusal_words(status, language_), ".");
}

void LibraryPage::ask_rows(const std::string& page_token) {
  const std::uint64_t question = page_token.empty() ? ++list_question_ : list_question_;
  const net::ItemQuery query{state_.kind, state_.language, state_.state, state_.words};
  editing_.list(query, page_token, [this, question, begins = page_token.empty()](absl::StatusOr<net::ItemPage> page) {
    context_.post([this, question, begins, page = std::move(page)] { take_rows(page, question, begins); });
  });
}

void LibraryPage::take_rows(const absl::StatusOr<net::ItemPage>& page, std::uint64_t question, bool begins) {
  if (question != list_question_) return;
  tell(page.status());
  if (!page.ok()) {
    retry_ = context_.clock.now() + kTryAgain;
    return;
  }
  if (begins) state_.rows.clear();
  state_.rows.insert(state_.rows.end(), page->rows.begin(), page->rows.end());
  state_.rows_known = true;
  state_.four_eyes = page->four_eyes;
  if (!page->next.empty()) ask_rows(page->next);
}

void LibraryPage::keep_unsaved() {
  if (!state_.form || !state_.form->is_dirty()) return;
  save(true);
  state_.kept.insert_or_assign(key_of(*state_.form), *state_.form);
}

void LibraryPage::open_exchange(bool imports) {
  keep_unsaved();
  close_exchange();
  std::unique_ptr<LibraryExchangePart>& part = imports ? import_ : export_;
  if (part == nullptr) {
    const auto way = imports ? model::ExchangeWay::kImport : model::ExchangeWay::kExport;
    part = std::make_unique<LibraryExchangePart>(context_, editing_, way, [this] {
      ask_rows();
      if (state_.form && !state_.form->is_dirty() && !state_.form->is_new()) reopen();
    });
  }
  part->open(state_.four_eyes);
  exchange_ = part.get();
}

void LibraryPage::close_exchange() {
  if (exchange_ != nullptr) exchange_->close();
  exchange_ = nullptr;
}

void LibraryPage::reopen() {
  const LibraryKey key = key_of(*state_.form);
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
  const LibraryKey key = key_of(*state_.form);
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
  const LibraryKey key = key_of(*state_.form);
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
  const LibraryKey key = key_of(*state_.form);
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

void LibraryPage::act(const LibraryAction& action, const PageFrame& frame) {
  if (const auto* filter = std::get_if<FilterLibrary>(&action)) {
    const auto at = [](int index) { return static_cast<std::size_t>(index - 1); };
    if (filter->kind == 0) state_.kind.reset();
    if (filter->kind > 0) state_.kind = domain::item_kinds()[at(filter->kind)];
    if (filter->language >= 0) state_.language = filter->language == 0 ? "" : filter->language == 1 ? "nl" : "en";
    if (filter->state == 0) state_.state.reset();
    if (filter->state > 0) state_.state = model::library_states()[at(filter->state)];
    ask_rows();
  } else if (std::holds_alternative<SearchLibrary>(action)) {
    state_.words = fields_.words.text();
    ask_rows();
  } else if (const auto* selected = std::get_if<SelectItem>(&action)) {
    select(selected->key);
  } else if (std::holds_alternative<NewItem>(action)) {
    create(frame);
  } else if (const auto* opened = std::get_if<OpenExchange>(&action)) {
    open_exchange(opened->imports);
  }
  if (!state_.form) return;
  if (const auto* typed = std::get_if<TypedField>(&action)) {
    content::FieldShape shape{typed->name, content::Field::Shape::kText, false, false};
    if (const content::Field* field = state_.form->mine.find(typed->name)) shape.shape = field->shape;
    for (const content::FieldShape& known : content::fields_of(state_.form->mine.kind)) {
      if (known.name == typed->name) shape = known;
    }
    model::set_from_area(state_.form->mine, shape, fields_.fields.at(typed->name).text());
    typed_ = context_.clock.now();
    ask_check();
    if (model::twin_of(*state_.form) != asked_twin_) ask_twin();
  } else if (std::holds_alternative<BeginOther>(action)) {
    begin_other();
  } else if (const auto* tab = std::get_if<ShowTab>(&action)) {
    state_.tab = static_cast<model::LibraryTab>(tab->tab);
  } else if (const auto* step = std::get_if<DoItem>(&action)) {
    take_step(step->act);
  } else if (const auto* answer = std::get_if<AnswerRetire>(&action)) {
    if (answer->yes) return take_step(model::LibraryButton::Act::kRetire);
    state_.asks_retire = false;
  } else if (const auto* compared = std::get_if<CompareVersion>(&action)) {
    state_.compared = state_.compared == compared->version ? -1 : compared->version;
  } else if (const auto* restored = std::get_if<RestoreVersion>(&action)) {
    restore(restored->version);
  } else if (const auto* taken = std::get_if<TakeText>(&action)) {
    fields_.fields.at(taken->name).set(taken->text);
    act(TypedField{taken->name}, frame);
  } else if (std::holds_alternative<MergeDone>(action)) {
    state_.form->merge.reset();
    save(false);
  }
}

void LibraryPage::draw(PageFrame& frame) {
  language_ = frame.language;
  const absl::Time now = context_.clock.now();
  if (state_.form && typed_ && now - *typed_ >= kPause) save(true);
  if (retry_ && now >= *retry_) {
    retry_.reset();
    if (!state_.rows_known) ask_rows();
    if (state_.form) save(true);
  }
  std::vector<LibraryAction> actions;
  bool closes = false;
  std::function<void(const ui::Box&)> beside;
  if (exchange_ != nullptr) beside = [&](const ui::Box& box) { closes = exchange_->draw(box, frame); };
  draw_library(model::make_library_model(state_, frame.language, frame.now, frame.zone), fields_, frame, actions,
               beside);
  if (closes) close_exchange();
  for (const LibraryAction& action : actions) act(action, frame);
}

std::optional<absl::Duration> LibraryPage::wakes() const {
  if (typed_) return kPause;
  if (retry_) return kTryAgain;
  return std::nullopt;
}

}  // namespace aandacht::supervisor
