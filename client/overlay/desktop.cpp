#include "client/overlay/desktop.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "client/overlay/overlay_view.h"
#include "shared/base/folders.h"

namespace aandacht::overlay {
namespace {

ui::Palette palette_of(const std::string& theme) {
  if (theme == "dark") return ui::Palette::kDark;
  return theme == "contrast" ? ui::Palette::kHighContrast : ui::Palette::kLight;
}

/// Something on the screen counts seconds.
bool ticks(const model::OverlayModel& model) { return model.header.has_value(); }

absl::Duration until_next_second(absl::Time now) {
  return absl::Ceil(now - absl::UnixEpoch(), absl::Seconds(1)) - (now - absl::UnixEpoch());
}

}  // namespace

Desktop::Desktop(
    platform::Window& window, const Options& options, const base::Clock& clock, base::Ids& ids,
    std::function<std::unique_ptr<platform::Painter>(platform::Window&, const render::Textures&)> make_painter)
    : window_(window),
      options_(options),
      clock_(clock),
      ids_(ids),
      make_painter_(std::move(make_painter)),
      language_(options.language == "en" ? model::Language::kEnglish : model::Language::kDutch),
      stage_(window, {options.form == "pill", options.reduced_motion}),
      use_(window, options.keys),
      loop_(window, loop_options()) {
  loop_.draw_with([this] { draw(); });
  loop_.on_hotkey([this](const std::string& name) {
    if (const std::optional<model::Command> command = command_of(name)) run(*command);
  });
}

Desktop::~Desktop() = default;

app::FrameLoop::Options Desktop::loop_options() {
  app::FrameLoop::Options options;
  options.add_fonts = [this](ImFontAtlas& atlas, float scale) {
    look_ = ui::make_look(palette_of(options_.theme), scale, atlas, static_cast<float>(options_.text));
  };
  options.apply_style = [this](float) { ui::apply_look(*look_); };
  options.background = ui::background_of(ui::theme_of(palette_of(options_.theme)));
  options.make_painter = make_painter_;
  return options;
}

absl::Status Desktop::start() {
  if (options_.time_zone == "local") {
    zone_ = absl::LocalTimeZone();
  } else if (!absl::LoadTimeZone(options_.time_zone, &zone_)) {
    return absl::InvalidArgumentError(
        absl::StrCat("time zone \"", options_.time_zone, "\" is not known; write one like Europe/Amsterdam"));
  }
  if (!options_.frame_log.empty()) {
    absl::StatusOr<std::unique_ptr<FrameLog>> log = FrameLog::open(options_.frame_log, clock_);
    if (!log.ok()) return log.status();
    frame_log_ = *std::move(log);
    loop_.on_presented([this] {
      if (const ImDrawData* frame = loop_.last_frame()) frame_log_->shown(model_, *frame);
    });
  }
  SessionOptions session{options_.server,
                         options_.agent,
                         options_.softphone,
                         options_.queue,
                         options_.outbox_file,
                         options_.outbox_file.parent_path() / "local.db",
                         base::shipped_folder() / "content"};
  absl::StatusOr<std::unique_ptr<Session>> started = Session::start(
      std::move(session), clock_, ids_, [this](std::function<void()> work) { loop_.inbox().post(std::move(work)); });
  if (!started.ok()) return started.status();
  session_ = *std::move(started);
  use_.hold_keys(options_.keys);
  use_.let_clicks_through(options_.click_through);
  return absl::OkStatus();
}

void Desktop::draw() {
  if (!session_ || !look_) return;
  if (const std::optional<absl::Duration> due = session_->tick()) loop_.wake_in(*due);
  model_ = model::make_overlay_model(session_->desk(), session_->connection(), session_->search(), language_,
                                     session_->desk_now(), zone_, session_->last_words());
  stage_.direct(model_, {ImGui::IsMousePosValid(), model_.screen == model::Screen::kInCall});
  use_.see(model_, loop_.holds_keyboard());
  actions_.clear();
  overlay::draw(model_, *look_, actions_);
  if (ticks(model_)) loop_.wake_in(until_next_second(session_->desk_now()) + absl::Milliseconds(5));
  if (const std::optional<absl::Duration> wakes_in = stage_.wakes_in()) loop_.wake_in(*wakes_in);
  for (const Action& action : actions_) act(action);
}

void Desktop::run(model::Command command) {
  if (!session_) return;
  if (const std::optional<Action> action = action_of(command, model_, use_.hidden())) act(*action);
}

void Desktop::show_column() {
  show_window(true);
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
      desktop.show_window(true);
      session.search_for("", language());
    }
    void operator()(const SearchChanged& a) const { session.search_for(a.text, language()); }
    void operator()(const SearchClosed&) const { session.close_search(); }
    void operator()(const ShowWhy& a) const { session.show_why(a.why_id); }
    void operator()(const FinishWrapUp& a) const { session.finish_wrap_up(a.call_id); }
    void operator()(const ChooseLanguage& a) const { desktop.language_ = a.language; }
    void operator()(const TogglePill&) const { desktop.stage_.toggle_pill(); }
    void operator()(const OpenPill&) const { desktop.stage_.open_pill(); }
    void operator()(const ToggleJourney&) const { desktop.stage_.toggle_journey(); }
    void operator()(const PinHeard& a) const { session.pin_heard(a.call_id, a.utterance_id); }
    void operator()(const MarkHeavy& a) const { session.mark_heavy(a.call_id, a.heavy); }
    void operator()(const ToggleHidden&) const { desktop.show_window(desktop.use_.hidden()); }
    void operator()(const LetClicksThrough& a) const { desktop.use_.let_clicks_through(a.on); }
    void operator()(const LendKeyboard& a) const {
      if (a.on) desktop.show_column();
      desktop.loop_.hold_keyboard(a.on);
    }
    void operator()(const ToggleKeys&) const {
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
