// What stands on the screen now, and when it is to be drawn again.
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/model/recalled_note.h"
#include "client/model/settings_model.h"
#include "client/overlay/desktop.h"
#include "client/overlay/in_sight.h"
#include "client/overlay/overlay_view.h"
#include "client/overlay/own_page_view.h"
#include "client/overlay/own_views.h"
#include "client/overlay/settings_view.h"

namespace aandacht::overlay {
namespace {

std::map<std::string, std::string> key_troubles(const model::KeysModel& keys) {
  std::map<std::string, std::string> troubles;
  for (const model::KeyRow& row : keys.rows) {
    if (row.trouble) troubles[absl::StrCat("keys.", std::string(name_of(row.command)))] = row.chord;
  }
  return troubles;
}

/// Something on the screen counts seconds.
bool ticks(const model::OverlayModel& model) { return model.header.has_value(); }

absl::Duration until_next(absl::Duration unit, absl::Time now) {
  return absl::Ceil(now - absl::UnixEpoch(), unit) - (now - absl::UnixEpoch());
}

}  // namespace

void Desktop::draw() {
  if (!look_) return;
  if (!session_) {
    draw_page();
    return;
  }
  if (const std::optional<absl::Duration> due = session_->tick()) loop_.wake_in(*due);
  model_ = model::make_overlay_model(session_->desk(), session_->connection(), session_->search(), language_,
                                     session_->desk_now(), zone_, session_->last_words(), session_->fatigue_rules());
  const std::string known_reset = reset_id_;
  follow_tone();
  portrait_.follow(model_.card);
  model_.notice = model::settings_notice(preferences_->state(), language_);
  if (preferences_->page() == Preferences::Page::kSettings) {
    // A call is more than settings, and so is a reset that begins; nothing of them is lost.
    const bool begins = model_.rest.runs && model_.rest.runs->id != known_reset;
    if ((model_.header && !opened_in_call_) || begins) preferences_->close();
  }
  if (preferences_->page() != Preferences::Page::kNone) {
    use_.see(model_, loop_.holds_keyboard());
    preferences_->set_key_troubles(key_troubles(model_.keys));
    draw_page();
    return;
  }
  // A call is more than any page, and so is a reset that runs.
  if (pages_.is_open() && (model_.header || model_.rest.runs)) pages_.close(*session_);
  if (pages_.is_open()) {
    draw_own_page();
    return;
  }
  look_->typed.forget();  // A page that was left in the middle of a word.
  stage_.direct(model_,
                {ImGui::IsMousePosValid(), model_.screen == model::Screen::kInCall && session_->customer_has_word()});
  use_.see(model_, loop_.holds_keyboard());
  // After what the window itself has to say of its keys.
  if (const std::string* who = session_->recalled_by()) model_.keys.note = model::recalled_note(*who, language_);
  follow_why_check();
  actions_.clear();
  overlay::draw(model_, *look_, actions_);
  if (shows_card(model_) && !use_.hidden()) session_->see_card(model_.card->id);
  if (ticks(model_)) loop_.wake_in(until_next(absl::Seconds(1), session_->desk_now()) + absl::Milliseconds(5));
  follow_reset();
  if (const std::optional<absl::Duration> wakes_in = stage_.wakes_in()) loop_.wake_in(*wakes_in);
  for (const Action& action : actions_) act(action);
}

// On a page too the agent sees who watches.
void Desktop::follow_watched() {
  stage_.follow_watched(model_);
  if (const std::optional<absl::Duration> ends_in = stage_.farewell_ends_in()) loop_.wake_in(*ends_in);
}

void Desktop::draw_own_page() {
  stage_.show_column();
  follow_watched();
  use_.see(model_, loop_.holds_keyboard());
  actions_.clear();
  model::OwnPageModel page = pages_.model(*session_, zone_, language_);
  page.watched = model_.watched;
  overlay::draw_own_page(page, *look_, loop_.holds_keyboard(), actions_);
  if (look_->focus.left()) loop_.hold_keyboard(false);
  follow_reset();
  for (const Action& action : actions_) act(action);
  if (look_->typed.settles()) loop_.redraw();
}

// A tone at both ends of a reset when it is wished for, whatever page is open; none into a call.
void Desktop::follow_tone() {
  if (session_->desk() == nullptr) return;
  const std::string id = model_.rest.runs ? model_.rest.runs->id : "";
  const bool other = id != std::exchange(reset_id_, id);
  if (other && options().reset_sound && !model_.header) window_.ring_bell();
}

// A why is asked for when the agent sees nothing else, and looked for no more once the window shows anything.
void Desktop::follow_why_check() {
  const bool well = session_->connection().state == model::ConnectionState::kConnected;
  const bool at_rest = well && shows_idle(model_) && !model_.pill && !use_.hidden() && model_.notice.empty();
  const absl::CivilDay today = absl::ToCivilDay(session_->desk_now(), zone_);
  if (why_check_.follow(at_rest, clock_.steady(), today)) {
    const std::string language = language_ == model::Language::kEnglish ? "en" : "nl";
    session_->ask_why_check(language, [this](const absl::StatusOr<domain::WhyCheckOffer>& offer) {
      why_check_.take(offer, clock_.steady());
    });
  }
  if (why_check_.shown()) model_.why_check = model::make_why_check(*why_check_.shown(), language_);
  if (const std::optional<absl::Duration> wakes_in = why_check_.wakes_in(clock_.steady())) {
    loop_.wake_in(*wakes_in + absl::Milliseconds(5));
  }
}

// The next frame of what moves.
void Desktop::follow_reset() {
  const model::RestModel& rest = model_.rest;
  if (rest.runs) {
    const bool moves = !rest.runs->still && !use_.hidden() && !model_.pill && shows_reset(model_) &&
                       preferences_->page() == Preferences::Page::kNone && !pages_.is_open();
    const model::ResetMotion motion = !moves                 ? model::ResetMotion::kStill
                                      : rest.runs->breathing ? model::ResetMotion::kBreathes
                                                             : model::ResetMotion::kSways;
    loop_.wake_in(model::next_reset_frame(rest.runs->elapsed, rest.runs->now, motion));
  } else if (!model_.header && rest.ring.known) {
    loop_.wake_in(until_next(absl::Minutes(1), session_->desk_now()) + absl::Milliseconds(5));
  }
}

void Desktop::draw_page() {
  stage_.show_column();
  follow_watched();
  SettingsActions actions;
  const bool keyboard = loop_.holds_keyboard();
  switch (preferences_->page()) {
    case Preferences::Page::kNone:
      return;
    case Preferences::Page::kSettings: {
      model::SettingsModel page = model::make_settings_model(preferences_->state(), language_);
      page.watched = model_.watched;
      draw_settings(page, *look_, keyboard, actions);
      break;
    }
    case Preferences::Page::kFirstStart: {
      model::FirstStartModel page =
          model::make_first_start_model(preferences_->state(), preferences_->step(), language_);
      page.watched = model_.watched;
      draw_first_start(page, *look_, keyboard, actions);
      break;
    }
  }
  if (look_->focus.left()) loop_.hold_keyboard(false);
  for (const SettingsAction& action : actions) preferences_->act(action);
  // Closed without a session: there is nothing else to show, so that it is tried once more.
  if (!session_ && preferences_->page() == Preferences::Page::kNone) {
    loop_.inbox().post([this] {
      if (!session_) start_session_again();
    });
  }
  if (!actions.empty() || look_->typed.settles()) loop_.redraw();
}

}  // namespace aandacht::overlay
