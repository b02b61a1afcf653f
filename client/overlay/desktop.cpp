#include "client/overlay/desktop.h"

#include <cmath>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
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

}  // namespace aandacht::overlay
