#include "tests/e2e/console_screen.h"

#include <signal.h>

#include <fstream>
#include <sstream>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"

namespace aandacht::test {

std::optional<std::string> listening_address(const std::string& log_file) {
  const std::string log = slurp(log_file);
  const std::string mark = "listening on ";
  const std::size_t at = log.find(mark);
  const std::size_t end = log.find('\n', at);
  if (at == std::string::npos || end == std::string::npos) return std::nullopt;
  return log.substr(at + mark.size(), end - at - mark.size());
}

nlohmann::json last_overlay_frame(const std::string& frame_log) {
  std::ifstream file(frame_log);
  nlohmann::json last = nlohmann::json::object();
  for (std::string line; std::getline(file, line);) {
    nlohmann::json frame = nlohmann::json::parse(line, nullptr, false);
    if (frame.is_discarded()) break;  // Being written.
    last = std::move(frame);
  }
  return last;
}

std::string text_of(const nlohmann::json& frame) {
  std::string text;
  const auto lines = frame.find("text");
  if (lines == frame.end()) return text;
  for (const nlohmann::json& line : *lines) absl::StrAppend(&text, std::string(line), "\n");
  return text;
}

ConsoleScreen::ConsoleScreen(XScreen& screen, std::string folder) : screen_(screen), folder_(std::move(folder)) {}

void ConsoleScreen::start(const std::string& server, const std::vector<std::string>& more) {
  std::ofstream(text_log(), std::ios::trunc);
  std::vector<std::string> words{absl::StrCat(AANDACHT_BIN_DIR, "/", kClass),
                                 "--server",
                                 server,
                                 "--lang",
                                 "nl",
                                 "--scale",
                                 "1",
                                 "--text-log",
                                 text_log()};
  words.insert(words.end(), more.begin(), more.end());
  program_.emplace(std::move(words), folder_ + "/console.log");
  REQUIRE(eventually([&] { return window() != 0; }));
  REQUIRE(screen_.xdotool({"windowactivate", "--sync", std::to_string(window())}));
}

int ConsoleScreen::close() {
  kill(program_->pid(), SIGTERM);
  const int code = program_->wait();
  program_.reset();
  return code;
}

std::vector<ConsoleScreen::Words> ConsoleScreen::last_frame() const {
  std::ifstream file(text_log());
  std::vector<Words> frame;
  std::vector<Words> last;
  for (std::string line; std::getline(file, line);) {
    if (absl::StartsWith(line, "frame ")) {
      last = std::move(frame);
      frame.clear();
      continue;
    }
    std::istringstream words(line);
    Words each;
    words >> each.left >> each.top >> each.right >> each.bottom;
    std::getline(words >> std::ws, each.text);
    frame.push_back(std::move(each));
  }
  return frame.empty() ? last : frame;
}

std::optional<ConsoleScreen::Words> ConsoleScreen::find(const std::string& text) const {
  for (const Words& each : last_frame()) {
    if (absl::StrContains(each.text, text)) return each;
  }
  return std::nullopt;
}

std::string ConsoleScreen::text() const {
  std::string all;
  for (const Words& each : last_frame()) absl::StrAppend(&all, each.text, "\n");
  return all;
}

bool ConsoleScreen::shows(const std::string& text) const {
  const bool shown = eventually([&] { return find(text).has_value(); });
  UNSCOPED_INFO("looking for \"" << text << "\" in\n" << this->text());
  return shown;
}

bool ConsoleScreen::shows_no(const std::string& text) const {
  return eventually([&] {
    const std::string all = this->text();
    return !all.empty() && !absl::StrContains(all, text);
  });
}

void ConsoleScreen::click(const std::string& text) {
  REQUIRE(shows(text));
  const Words words = *find(text);
  const render::Rect place = screen_.place_of(window());
  REQUIRE(screen_.xdotool({"mousemove", std::to_string(place.left + (words.left + words.right) / 2),
                           std::to_string(place.top + (words.top + words.bottom) / 2), "sleep", "0.1", "click", "1"}));
}

std::optional<int> ConsoleScreen::left_of(const std::string& text) const {
  const std::optional<Words> words = find(text);
  return words ? std::optional(words->left) : std::nullopt;
}

void ConsoleScreen::press(const std::string& key) { REQUIRE(screen_.xdotool({"key", key})); }

void ConsoleScreen::type(const std::string& text) { REQUIRE(screen_.xdotool({"type", "--delay", "8", text})); }

}  // namespace aandacht::test
