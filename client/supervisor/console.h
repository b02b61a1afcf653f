// The console but for its window: what it looks like, its settings and its pages on a frame loop.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "client/app/frame_loop.h"
#include "client/supervisor/console_settings.h"
#include "client/supervisor/shell.h"
#include "client/ui/look.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"

namespace aandacht::supervisor {

/// What the console is drawn with; a loop is made with it. Belongs to the drawing thread.
class ConsoleLook {
 public:
  /// \param theme  as the setting has it: "light", "dark" or "contrast".
  explicit ConsoleLook(const std::string& theme);

  ConsoleLook(const ConsoleLook&) = delete;
  ConsoleLook& operator=(const ConsoleLook&) = delete;

  /// For a loop that this outlives; its painter is the program's own affair.
  [[nodiscard]] app::FrameLoop::Options loop_options();

  /// Other colours from now on. Not from within a frame.
  void change_theme(const std::string& theme, app::FrameLoop& loop);

  /// Fonts and style anew, for another scale of the window. Not from within a frame.
  void rebuild(app::FrameLoop& loop) const;

  /// There once the loop was made.
  [[nodiscard]] ui::Look& look() { return *look_; }

 private:
  ui::Palette palette_;
  std::optional<ui::Look> look_;
};

/// Draws the pages on the loop from when it is made until it goes. Belongs to the drawing thread.
class Console {
 public:
  struct Options {
    ParsedConsole parsed;
    std::string me;                                  ///< The caller's name; empty: not known.
    std::string version;                             ///< Of this program.
    model::PageName page = model::PageName::kFloor;  ///< To begin with, where the options name none.
    /// Has the window show things at another size, 0: as the desktop says. Empty: only from the next start on.
    std::function<void(double scale)> set_scale = {};
  };

  /// `look` made `loop`; all of these outlive the console.
  Console(const Options& options, std::shared_ptr<grpc::Channel> channel, ConsoleLook& look, app::FrameLoop& loop,
          const base::Clock& clock, base::Ids& ids);
  ~Console();

  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  [[nodiscard]] model::PageName shown() const { return shell_.shown(); }

 private:
  [[nodiscard]] Shell::Hooks hooks();
  [[nodiscard]] std::vector<NamedPage> pages(const PageContext& context);
  bool apply(const std::string& setting);

  ConsoleLook& look_;
  app::FrameLoop& loop_;
  const std::function<void(double)> set_scale_;
  ConsoleSettings settings_;
  Shell shell_;
};

}  // namespace aandacht::supervisor
