// A whole user interface without a screen: real frame loop, real rasteriser, fed input, text read from what is drawn.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "client/app/frame_loop.h"
#include "client/platform/null_window.h"
#include "client/render/drawn_text.h"

namespace aandacht::test {

using render::DrawnText;
using render::TextRect;
using render::TextRun;

/// Runs views as the programs do, on a window in memory with time that stands still. Not copyable; one at a time.
///
///   HeadlessUi ui({.width = 380, .height = 720, .add_fonts = …, .apply_style = …}, [&] { draw_panel(state); });
///   ui.click("Gebruikt");
///   CHECK(ui.sees("verbonden"));
class HeadlessUi {
 public:
  struct Options {
    int width = 380;   ///< pixels
    int height = 720;  ///< pixels
    float scale = 1.0F;
    std::function<void(ImFontAtlas&, float scale)> add_fonts;  ///< empty: ImGui's own 13-pixel font
    std::function<void(float scale)> apply_style;
    bool draws_pixels = true;  ///< False: frames are only read as text; many times faster.
  };

  /// Draws `view` until it has settled.
  HeadlessUi(Options options, std::function<void()> view);

  /// Draws again until settled: after the state behind the view was changed.
  void settle();

  /// Lets `by` pass and draws what is due then.
  void advance(absl::Duration by);

  /// The text of the last frame.
  [[nodiscard]] DrawnText text() const;
  [[nodiscard]] bool sees(std::string_view text) const { return this->text().sees(text); }
  [[nodiscard]] int count(std::string_view text) const { return this->text().count(text); }
  [[nodiscard]] std::optional<TextRect> find(std::string_view text, int nth = 0) const;

  /// Moves the pointer to the middle of the `nth` `label`, presses and releases. False, and no click, when it is not
  /// on the screen.
  bool click(std::string_view label, int nth = 0);
  void click_at(float x, float y, int button = 0);
  void move_to(float x, float y);
  void leave();
  /// Turns the wheel by `notches` (positive: away from the user, up) over the middle of the window or over a label.
  void scroll(float notches);
  bool scroll_over(std::string_view label, float notches);

  /// Types into whatever has the keyboard.
  void type(std::string_view text);
  void press(render::Key key, render::Modifiers held = {});

  /// The hash of all pixels, for golden tests; and the picture itself, for eyes.
  [[nodiscard]] std::uint64_t pixels_hash();
  void save_png(const std::string& path);

  /// The last frame as it was handed to the painter.
  [[nodiscard]] const ImDrawData& frame() const { return *loop_.last_frame(); }

  [[nodiscard]] platform::NullWindow& window() { return window_; }
  [[nodiscard]] app::FrameLoop& loop() { return loop_; }
  [[nodiscard]] const app::LoopStats& stats() const { return loop_.stats(); }

 private:
  void give(std::vector<platform::Input> inputs);

  platform::NullWindow window_;
  app::FrameLoop loop_;
};

}  // namespace aandacht::test
