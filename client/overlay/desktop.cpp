#include "client/overlay/desktop.h"

#include <cmath>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/model/recalled_note.h"
#include "client/model/settings_model.h"
#include "client/overlay/in_sight.h"
#include "client/overlay/overlay_view.h"
#include "client/overlay/own_page_view.h"
#include "client/overlay/own_views.h"
#include "client/overlay/settings_view.h"
#include "client/overlay/standing_words.h"
#include "client/platform/dock.h"
#include "client/ready/lease.h"
#include "client/ready/program.h"
#include "shared/base/folders.h"

namespace aandacht::overlay {
namespace {

ui::Palette palette_of(const std::string& theme) {
  if (theme == "dark") return ui::Palette::kDark;
  return theme == "contrast" ? ui::Palette::kHighContrast : ui::Palette::kLight;
}

model::Language language_of(const Options& options) {
  return options.language == "en" ? model::Language::kEnglish : model::Language::kDutch;
}

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

Desktop::Desktop(
    platform::Window& window, const Parsed& parsed, std::string version, const base::Clock& clock, base::Ids& ids,
    std::function<std::unique_ptr<platform::Painter>(platform::Window&, const render::Textures&)> make_painter)
    : window_(window),
      parsed_(parsed),
      clock_(clock),
      ids_(ids),
      make_painter_(std::move(make_painter)),
      language_(language_of(parsed.options)),
      stage_(window, {parsed.options.form == "pill", parsed.options.reduced_motion}),
      use_(window, parsed.options.keys),
      loop_(window, loop_options()),
      portrait_(loop_.textures(), [this](const std::string& story_id) {
        session_->fetch_story_photo(story_id,
                                    [this, story_id](const net::Photo& photo) { portrait_.take(story_id, photo); });
      }) {
  loop_.draw_with([this] { draw(); });
  loop_.after_frame([this] {
    if (session_) session_->frame_is_out();
  });
  loop_.on_hotkey([this](const std::string& name) {
    if (const std::optional<model::Command> command = command_of(name)) run(*command);
  });
  Preferences::Hooks hooks;
  hooks.post = [this](std::function<void()> work) { loop_.inbox().post(std::move(work)); };
  hooks.changed = [this](const std::string& setting) { return apply(setting); };
  hooks.why_check = [this](bool wanted) { wish_why_check(wanted); };
  hooks.begun = [this] { loop_.inbox().post([this] { start_session_again(); }); };
  preferences_ = std::make_unique<Preferences>(parsed_, std::move(version), std::move(hooks));
  chosen_ = preferences_.get();
}

Desktop::~Desktop() = default;

app::FrameLoop::Options Desktop::loop_options() {
  app::FrameLoop::Options options;
  options.add_fonts = [this](ImFontAtlas& atlas, float scale) {
    ui::Look made =
        ui::make_look(palette_of(this->options().theme), scale, atlas, static_cast<float>(this->options().text));
    if (look_) {
      made.search = look_->search;
      made.focus = look_->focus;
      made.typed = look_->typed;
    }
    look_ = std::move(made);
  };
  options.apply_style = [this](float) { ui::apply_look(*look_); };
  options.background = ui::background_of(ui::theme_of(palette_of(this->options().theme)));
  options.make_painter = make_painter_;
  return options;
}

absl::Status Desktop::start() {
  if (absl::Status status = set_zone(); !status.ok()) return status;
  if (!options().frame_log.empty()) {
    absl::StatusOr<std::unique_ptr<FrameLog>> log = FrameLog::open(options().frame_log, clock_);
    if (!log.ok()) return log.status();
    frame_log_ = *std::move(log);
    loop_.on_presented([this] {
      (void)window_.canvas();  // Waits until the screen has read it: only then it was shown.
      if (const ImDrawData* frame = loop_.last_frame()) frame_log_->shown(model_, *frame);
    });
  }
  use_.hold_keys(options().keys);
  use_.let_clicks_through(options().click_through);
  // Until the agent said who they are no desk is opened.
  if (preferences_->page() == Preferences::Page::kFirstStart) return absl::OkStatus();
  return start_session();
}

absl::Status Desktop::set_zone() {
  if (options().time_zone == "local") {
    zone_ = absl::LocalTimeZone();
  } else if (!absl::LoadTimeZone(options().time_zone, &zone_)) {
    return absl::InvalidArgumentError(
        absl::StrCat("time zone \"", options().time_zone, "\" is not known; write one like Europe/Amsterdam"));
  }
  return absl::OkStatus();
}

absl::Status Desktop::start_session() {
  SessionOptions session{options().server,
                         options().agent,
                         options().softphone,
                         options().queue,
                         options().outbox_file,
                         options().outbox_file.parent_path() / "local.db",
                         base::shipped_folder() / "content",
                         options().reset_hold_off == "refuse",
                         options().reset_not_ready,
                         options().reset_ready,
                         ready::ready_program(),
                         ready::lease_folder()};
  absl::StatusOr<std::unique_ptr<Session>> started = Session::start(
      std::move(session), clock_, ids_, [this](std::function<void()> work) { loop_.inbox().post(std::move(work)); });
  if (!started.ok()) return started.status();
  session_ = *std::move(started);
  return absl::OkStatus();
}

// The old one ends first: both would send from one outbox.
void Desktop::start_session_again() {
  session_.reset();
  pages_.forget();
  why_check_.begin_again();
  model_ = model::OverlayModel();
  const absl::Status started = start_session();
  preferences_->set_findings(started.ok() ? std::vector<std::string>() : std::vector{std::string(started.message())});
  // Without a session there is nothing to show but what can be mended.
  if (!started.ok()) preferences_->open();
  loop_.redraw();
}

void Desktop::look_at_window() {
  preferences_->set_findings(standing_words(window_.standing(), options().dock, language_));
}

void Desktop::open_settings() {
  if (model_.pill) stage_.open_pill();
  opened_in_call_ = model_.header.has_value();
  look_at_window();
  preferences_->open();
  preferences_->set_why_check(std::nullopt);
  if (!session_) return;
  session_->ask_why_check_wish([this](const absl::StatusOr<bool>& none) {
    preferences_->set_why_check(none.ok() ? std::optional(!*none) : std::nullopt);
    loop_.redraw();
  });
}

void Desktop::wish_why_check(bool wanted) {
  if (!session_) return;
  why_check_.begin_again();
  const auto choice = wanted ? domain::WhyCheckChoice::kAgain : domain::WhyCheckChoice::kNever;
  session_->wish_why_check(choice, [this, wanted](const absl::Status& status) {
    if (!status.ok()) preferences_->set_why_check(!wanted);  // It stays as the service has it.
    loop_.redraw();
  });
}

void Desktop::restyle() {
  look_->theme = ui::theme_of(palette_of(options().theme));
  ui::apply_look(*look_);
  loop_.set_background(ui::background_of(look_->theme));
}

// Also called while a frame is drawn: what touches fonts or style waits until it is over.
bool Desktop::apply(const std::string& setting) {
  const auto after_frame = [this](std::function<void()> work) { loop_.inbox().post(std::move(work)); };
  if (setting == "language") {
    language_ = language_of(options());
  } else if (setting == "theme") {
    after_frame([this] { restyle(); });
  } else if (setting == "text") {
    after_frame([this] { (void)loop_.rebuild_fonts(); });
  } else if (setting == "width") {
    const float width = static_cast<float>(options().width) * window_.scale();
    window_.resize({static_cast<int>(std::lround(width)), window_.size().height});
  } else if (setting == "dock") {
    if (const absl::StatusOr<platform::Dock> dock = platform::parse_dock(options().dock); dock.ok()) {
      window_.dock(*dock);
      look_at_window();
    }
  } else if (setting == "reduced_motion") {
    stage_.set_reduced_motion(options().reduced_motion);
  } else if (setting == "time_zone") {
    return set_zone().ok();
  } else if (absl::StartsWith(setting, "keys.")) {
    use_.hold_keys(options().keys);
  } else if (setting == "reset.sound") {
    return true;
  } else if (setting == "agent" || setting == "server" || setting == "softphone" || setting == "queue" ||
             setting == "reset.hold_off" || setting == "reset.not_ready" || setting == "reset.ready") {
    if (preferences_->page() != Preferences::Page::kFirstStart) after_frame([this] { start_session_again(); });
  } else {
    // How the window begins is for the next time anyway.
    return setting == "form" || setting == "click_through";
  }
  return true;
}

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

void Desktop::run(model::Command command) {
  const Preferences::Page page = preferences_->page();
  if (!session_ || page == Preferences::Page::kFirstStart) return;
  // What is offered is shown before it is taken.
  if (pages_.is_open() && command == model::Command::kReset) {
    pages_.close(*session_);
    loop_.redraw();
    if (model_.rest.offer || model_.rest.after) return;
  }
  // Out of sight that key shows the window first; behind the settings there is nothing to show.
  if (command == model::Command::kReset && page == Preferences::Page::kSettings && !use_.hidden()) return;
  // Nobody answers what stands behind the settings.
  const bool unseen = use_.hidden() || page == Preferences::Page::kSettings || pages_.is_open();
  if (const std::optional<Action> action = action_of(command, model_, unseen)) act(*action);
}

void Desktop::show_column() {
  show_window(true);
  if (preferences_->page() == Preferences::Page::kSettings) return;
  if (model_.pill) stage_.open_pill();
}

void Desktop::show_window(bool on) {
  if (!on) {
    session_->close_search();
    loop_.hold_keyboard(false);
  }
  use_.hide(!on);
}

void Desktop::act(const Action& action) {
  struct Act {
    Desktop& desktop;
    Session& session;
    const char* language() const { return desktop.language_ == model::Language::kEnglish ? "en" : "nl"; }
    void operator()(const AnswerCard& a) const { session.answer_card(a.card_id, a.answer); }
    void operator()(const SearchOpened&) const {
      desktop.use_.close_list();
      desktop.preferences_->close();
      desktop.pages_.close(session);
      desktop.show_window(true);
      session.search_for("", language());
    }
    void operator()(const SearchChanged& a) const { session.search_for(a.text, language()); }
    void operator()(const SearchClosed&) const { session.close_search(); }
    void operator()(const ShowWhy& a) const { session.show_why(a.why_id); }
    void operator()(const FinishWrapUp& a) const { session.finish_wrap_up(a.call_id); }
    void operator()(const ChooseLanguage& a) const {
      desktop.preferences_->choose("language", a.language == model::Language::kEnglish ? "en" : "nl");
    }
    void operator()(const OpenSettings&) const { desktop.open_settings(); }
    void operator()(const OpenOwnPage& a) const {
      if (desktop.model_.pill) desktop.stage_.open_pill();
      desktop.pages_.open(a.page, session, language());
    }
    void operator()(const CloseOwnPage&) const { desktop.pages_.close(session); }
    void operator()(const DoOnPage& a) const {
      desktop.pages_.act(a.deed, session, language(), absl::ToCivilDay(session.desk_now(), desktop.zone_));
    }
    void operator()(const DragWindow&) const { desktop.window_.drag(); }
    void operator()(const DockWindowAgain&) const { desktop.window_.dock_again(); }
    void operator()(const TogglePill&) const { desktop.stage_.toggle_pill(); }
    void operator()(const OpenPill&) const { desktop.stage_.open_pill(); }
    void operator()(const ToggleJourney&) const { desktop.stage_.toggle_journey(); }
    void operator()(const PinHeard& a) const { session.pin_heard(a.call_id, a.utterance_id); }
    void operator()(const MarkHeavy& a) const { session.mark_heavy(a.call_id, a.heavy); }
    void operator()(const ActForOneself& a) const { session.record_act(a.act); }
    void operator()(const BeginReset& a) const {
      for (const domain::OwnAct& act : a.acts) session.record_act(act);
    }
    void operator()(const ToggleAskReset&) const { desktop.stage_.toggle_ask(); }
    void operator()(const ChooseResetLength& a) const { desktop.stage_.choose_length(a.place); }
    void operator()(const ShowRest&) const {
      session.close_search();
      desktop.use_.close_list();
      desktop.stage_.show_rest();
    }
    void operator()(const AnswerWhyCheck& a) const {
      if (a.level) {
        session.answer_why_check(a.why_id, *a.level);
      } else {
        session.wish_why_check(a.choice);
      }
      desktop.why_check_.put_away();
    }
    void operator()(const ToggleCauses&) const { desktop.stage_.toggle_causes(); }
    void operator()(const ToggleHidden&) const { desktop.show_window(desktop.use_.hidden()); }
    void operator()(const LetClicksThrough& a) const { desktop.use_.let_clicks_through(a.on); }
    void operator()(const LendKeyboard& a) const {
      if (a.on) desktop.show_column();
      desktop.loop_.hold_keyboard(a.on);
    }
    void operator()(const ToggleKeys&) const {
      desktop.preferences_->close();
      desktop.pages_.close(session);
      desktop.use_.toggle_list();
      if (desktop.use_.list_open()) desktop.show_column();
    }
    void operator()(const RunCommand& a) const {
      desktop.use_.toggle_list();
      desktop.run(a.command);
    }
  };
  std::visit(Act{*this, *session_}, action);
  loop_.redraw();
}

}  // namespace aandacht::overlay
