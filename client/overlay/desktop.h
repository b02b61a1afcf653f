// One overlay on one screen: draws the session's state and does what the agent asks.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/app/frame_loop.h"
#include "client/overlay/action.h"
#include "client/overlay/frame_log.h"
#include "client/overlay/options.h"
#include "client/overlay/own_pages.h"
#include "client/overlay/portrait.h"
#include "client/overlay/preferences.h"
#include "client/overlay/session.h"
#include "client/overlay/stage.h"
#include "client/overlay/why_check_turn.h"
#include "client/overlay/window_use.h"
#include "client/platform/window.h"
#include "client/ui/look.h"

namespace aandacht::overlay {

/// Belongs to the drawing thread. `window`, `clock` and `ids` must outlive it.
class Desktop {
 public:
  /// `make_painter` empty: the software painter.
  Desktop(
      platform::Window& window, const Parsed& parsed, std::string version, const base::Clock& clock, base::Ids& ids,
      std::function<std::unique_ptr<platform::Painter>(platform::Window&, const render::Textures&)> make_painter = {});
  ~Desktop();

  Desktop(const Desktop&) = delete;
  Desktop& operator=(const Desktop&) = delete;

  /// Starts the session, or the first start that comes before it. Errors are those of Session::start and
  /// FrameLog::open, or an unknown time zone.
  [[nodiscard]] absl::Status start();

  /// Until the window is closed or loop().quit().
  [[nodiscard]] absl::Status run() { return loop_.run(); }

  [[nodiscard]] app::FrameLoop& loop() { return loop_; }

 private:
  void draw();
  void draw_page();
  void draw_own_page();
  void follow_watched();
  void follow_reset();
  void follow_tone();
  void follow_why_check();
  void open_settings();
  void wish_why_check(bool wanted);
  void look_at_window();
  [[nodiscard]] bool apply(const std::string& setting);
  void restyle();
  [[nodiscard]] absl::Status set_zone();
  [[nodiscard]] absl::Status start_session();
  void start_session_again();
  /// What holds now.
  [[nodiscard]] const Options& options() const { return chosen_ != nullptr ? chosen_->options() : parsed_.options; }
  void act(const Action& action);
  void run(model::Command command);
  void show_window(bool on);
  void show_column();
  [[nodiscard]] app::FrameLoop::Options loop_options();

  platform::Window& window_;
  const Parsed parsed_;
  const base::Clock& clock_;
  base::Ids& ids_;
  std::function<std::unique_ptr<platform::Painter>(platform::Window&, const render::Textures&)> make_painter_;
  absl::TimeZone zone_;
  model::Language language_;
  std::optional<ui::Look> look_;
  model::OverlayModel model_;
  Stage stage_;
  WindowUse use_;
  std::vector<Action> actions_;
  std::unique_ptr<FrameLog> frame_log_;
  const Preferences* chosen_ = nullptr;  // preferences_, before loop_: which asks for options while it is made.
  app::FrameLoop loop_;
  Portrait portrait_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<Preferences> preferences_;
  OwnPages pages_;
  WhyCheckTurn why_check_;
  std::string reset_id_;         // Of the reset that runs; empty: none.
  bool opened_in_call_ = false;  // The settings; otherwise a call takes their place.
};

}  // namespace aandacht::overlay
