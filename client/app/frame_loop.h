// No frame without a reason.
#pragma once

#include <imgui.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/app/inbox.h"
#include "client/platform/input_feed.h"
#include "client/platform/painter.h"
#include "client/platform/window.h"

namespace aandacht::app {

/// What the loop has done since it was made. `frames` ≥ `rasterisations` ≥ `presents`.
struct LoopStats {
  std::int64_t wakeups = 0;         ///< times that waiting ended
  std::int64_t messages = 0;        ///< taken out of the inbox
  std::int64_t inputs = 0;          ///< events of mouse and keyboard
  std::int64_t frames = 0;          ///< times that the view was asked to draw
  std::int64_t rasterisations = 0;  ///< frames of which something was drawn
  std::int64_t presents = 0;        ///< frames of which something was sent to the screen
  std::int64_t pixels = 0;          ///< drawn anew, all frames together
};

/// Owns ImGui's context; blocks until there is input, a message or a moment that the view asked for; then draws until
/// things have settled: 2 frames after a message (a scroll to the end lands one frame late), 3 after input.
/// Everything but inbox().post() and quit() belongs to the thread that made it. One loop a thread at a time.
class FrameLoop {
 public:
  struct Options {
    /// Adds the fonts to the atlas, at `scale` pixels to a pixel of the design. FreeType is already chosen.
    std::function<void(ImFontAtlas& atlas, float scale)> add_fonts;
    /// Sets colours and measures of ImGui's style; called after the fonts are there.
    std::function<void(float scale)> apply_style;
    /// What lies under everything.
    render::Pixel background = render::pixel(250, 248, 244);
    /// Makes the painter; empty: the software painter.
    std::function<std::unique_ptr<platform::Painter>(platform::Window&, const render::Textures&)> make_painter;
    /// Take the keyboard while a text field is active and give it back afterwards, see Window::accept_keyboard.
    bool keyboard_for_text_fields = true;
    /// Least time between two frames that only messages brought, each of which is one frame then. Within a second of
    /// input there is no pause: what somebody does is answered at once.
    absl::Duration message_pause = absl::ZeroDuration();
  };

  /// `window` outlives the loop. The view is empty until draw_with().
  FrameLoop(platform::Window& window, Options options);
  ~FrameLoop();
  FrameLoop(const FrameLoop&) = delete;
  FrameLoop& operator=(const FrameLoop&) = delete;

  /// `view` draws one frame with ImGui's functions, between NewFrame and Render.
  void draw_with(std::function<void()> view);

  /// Messages from other threads; each brings two frames.
  [[nodiscard]] Inbox& inbox() { return inbox_; }

  /// Pictures that views may draw.
  [[nodiscard]] render::Textures& textures() { return textures_; }

  /// Draw again `in` from now at the latest. Counts once: a view that wants to tick asks in every frame, and stops
  /// ticking by not asking.
  void wake_in(absl::Duration in);

  /// Draw again although nothing came in, e.g. after a setting was changed from outside a view.
  void redraw(int frames = 2);

  void set_background(render::Pixel background);

  /// Fonts and style anew, e.g. for another scale or language. Not from within a view: post it.
  [[nodiscard]] absl::Status rebuild_fonts();

  /// Until quit() or the window is closed. Fails when the fonts are missing (UNAVAILABLE) or as Window::present does.
  [[nodiscard]] absl::Status run();

  /// Waits, at most `limit`, for a reason to draw and draws until settled. What run() does again and again.
  [[nodiscard]] absl::Status turn(std::optional<absl::Duration> limit);

  /// Ends run() soon. Any thread.
  void quit();

  /// Called when a hotkey was pressed (see Window::hold_hotkeys), before the frames that it brings.
  void on_hotkey(std::function<void(const std::string& name)> pressed) { hotkey_ = std::move(pressed); }

  /// On: the window has the keyboard although no text field is active, until this is called with false, or the user
  /// goes to another window (then it is over).
  void hold_keyboard(bool on);
  [[nodiscard]] bool holds_keyboard() const { return holds_keyboard_; }

  /// Called after every frame, also one in which nothing changed on the screen.
  void after_frame(std::function<void()> heard) { after_frame_ = std::move(heard); }

  /// Called after every frame that was sent to the screen.
  void on_presented(std::function<void()> heard) { presented_ = std::move(heard); }

  [[nodiscard]] const LoopStats& stats() const { return stats_; }
  [[nodiscard]] const platform::Painter& painter() const { return *painter_; }

  /// The last frame as it was handed to the painter; valid until the next one. Null before the first.
  [[nodiscard]] const ImDrawData* last_frame() const;

 private:
  [[nodiscard]] std::optional<absl::Duration> time_to_wait(std::optional<absl::Duration> limit) const;
  void take_in();
  void take_messages();
  [[nodiscard]] absl::Status frame();
  void follow_text_fields();

  platform::Window& window_;
  Options options_;
  ImGuiContext* context_;
  render::Textures textures_;
  std::unique_ptr<platform::Painter> painter_;
  platform::InputFeed feed_;
  Inbox inbox_;
  std::function<void()> view_;
  std::function<void()> presented_;
  std::function<void()> after_frame_;
  std::function<void(const std::string&)> hotkey_;
  LoopStats stats_;
  absl::Status fonts_;
  std::optional<absl::Duration> wake_at_;
  std::optional<absl::Duration> messages_at_;  // When those that were taken are drawn.
  absl::Duration last_input_ = -absl::InfiniteDuration();
  absl::Duration last_frame_ = absl::ZeroDuration();
  platform::Size last_size_;
  int frames_due_ = 2;
  bool has_keyboard_ = false;
  bool holds_keyboard_ = false;  // Beside text fields.
  bool leave_text_field_ = false;
  std::atomic<bool> quit_{false};
};

}  // namespace aandacht::app
