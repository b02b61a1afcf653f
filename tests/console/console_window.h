// The whole console on a window in memory, as its program makes it, used by what is to be read on it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/clock.h"
#include "client/supervisor/console.h"
#include "tests/support/headless_ui.h"
#include "tests/support/manual_clock.h"

namespace aandacht::test {

/// Its clock stands still from when it was made until advance(). Two of them may stand beside each other in one thread.
class ConsoleWindow {
 public:
  struct Options {
    std::string server;
    std::string token_file;  ///< Empty: no token.
    model::PageName page = model::PageName::kFloor;
    std::string language = "nl";
    std::string config;  ///< The settings' file; empty: one that there is not.
    int width = 1280;
    int height = 800;
  };

  explicit ConsoleWindow(const Options& options);
  ~ConsoleWindow();

  /// Draws until these words are there; false after ten seconds without them.
  [[nodiscard]] bool shows(std::string_view words);
  /// Draws until these words are there no more.
  [[nodiscard]] bool shows_no(std::string_view words);
  /// Draws until it holds; false when it did not within ten seconds.
  [[nodiscard]] bool draws_until(const std::function<bool()>& condition);
  /// How often these words are there now.
  [[nodiscard]] int count(std::string_view words);
  /// All that is to be read now, a line a line.
  [[nodiscard]] std::string text();

  /// Waits for these words and presses them; REQUIREs that they come.
  void click(std::string_view words, int nth = 0);
  /// Presses what stands under these words: a field under its caption.
  void click_below(std::string_view words, float down = 32);
  /// Turns the wheel over `over` until these words are there.
  [[nodiscard]] bool scrolls_to(std::string_view words, std::string_view over, float notches = -2);
  void go_to(model::PageName page);
  void type(std::string_view text);
  /// Presses these words, which stand in a field, and writes other words in their place.
  void write_over(std::string_view words, std::string_view text);
  void press(render::Key key, render::Modifiers held = {});
  void press_ctrl(char letter);
  /// The pointer rests on these words, or beside them, pixels of the screen.
  void rest_on(std::string_view words, float right = 0, float down = 0);
  void resize(int width, int height);

  /// Lets the console's clock go on, and draws.
  void advance(absl::Duration by);
  [[nodiscard]] absl::Time now() const { return clock_.now(); }

  [[nodiscard]] HeadlessUi& ui();
  [[nodiscard]] model::PageName shown() const { return console_->shown(); }
  [[nodiscard]] const ui::Look& look() { return look_.look(); }

 private:
  [[nodiscard]] HeadlessUi::Options ui_options(const Options& options);

  ManualClock clock_{absl::Now()};
  base::RandomIds ids_;
  supervisor::ConsoleLook look_;
  HeadlessUi ui_;
  std::unique_ptr<supervisor::Console> console_;
};

}  // namespace aandacht::test
