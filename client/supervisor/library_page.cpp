#include "client/supervisor/library_page.h"

#include <utility>

#include "client/app/connection_view.h"
#include "client/supervisor/user_name.h"
#include "shared/content/item_source.h"

namespace aandacht::supervisor {
namespace {

constexpr absl::Duration kPause = absl::Seconds(3);  // In typing, before it is saved by itself.

std::string author() {
  const std::string user = user_name();
  return user.empty() ? "Teamleider" : user;
}

}  // namespace

LibraryPage::LibraryPage(const PageContext& context) : context_(context), editing_(context.channel, author()) {}

void LibraryPage::enter() { ask_rows(); }

void LibraryPage::open(const std::string& argument) {
  const std::size_t colon = argument.find(':');
  const domain::ItemKind* kind = content::find_kind(argument.substr(0, colon));
  if (kind != nullptr && colon != std::string::npos) select({*kind, argument.substr(colon + 1)});
}

void LibraryPage::tell(const absl::Status& status) { state_.connection = app::shown_after(status); }

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
  model::sort_library_rows(state_.rows, language_);
  state_.rows_known = true;
  state_.four_eyes = page->four_eyes;
  if (!page->next.empty()) ask_rows(page->next);
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
  if (std::exchange(language_, frame.language) != frame.language) model::sort_library_rows(state_.rows, language_);
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
