// The real console on a screen, used as a person does: by what is to be read on it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/child.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {

/// What a started aandachtd says it listens on; absent: nothing yet.
[[nodiscard]] std::optional<std::string> listening_address(const std::string& log_file);

/// The last whole line of an overlay's frame log, an object; empty before the first.
[[nodiscard]] nlohmann::json last_overlay_frame(const std::string& frame_log);

/// The lines that are to be read on such a frame.
[[nodiscard]] std::string text_of(const nlohmann::json& frame);

class ConsoleScreen {
 public:
  static constexpr const char* kClass = "aandacht-supervisor";

  /// `screen` must outlive it. \param folder  of the console's logs.
  ConsoleScreen(XScreen& screen, std::string folder);

  /// Starts it in Dutch and waits for its window. \param more  arguments.
  void start(const std::string& server, const std::vector<std::string>& more);

  /// SIGTERM; the exit code.
  int close();
  /// Without a word.
  void end() { program_.reset(); }

  /// The words of the last frame, a run of them a line.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool shows(const std::string& text) const;
  /// There is something to read, and not this.
  [[nodiscard]] bool shows_no(const std::string& text) const;

  /// Presses these words when they are there.
  void click(const std::string& text);

  /// Where this begins, pixels of the window; absent: it is not on the last frame.
  [[nodiscard]] std::optional<int> left_of(const std::string& text) const;
  void press(const std::string& key);
  void type(const std::string& text);

  [[nodiscard]] X11Window window() const { return screen_.window_of_class(kClass); }

 private:
  /// Words on a frame, pixels of the window.
  struct Words {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    std::string text;
  };
  [[nodiscard]] std::vector<Words> last_frame() const;
  [[nodiscard]] std::optional<Words> find(const std::string& text) const;
  [[nodiscard]] std::string text_log() const { return folder_ + "/console.txt"; }

  XScreen& screen_;
  const std::string folder_;
  std::optional<Child> program_;
};

}  // namespace aandacht::test
