// The console in a real window: its pages by keys, its size, and a service that goes away and comes back.
#include <signal.h>

#include <fstream>
#include <optional>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

constexpr const char* kBin = AANDACHT_BIN_DIR;
constexpr const char* kClass = "aandacht-supervisor";

class Office {
 public:
  Office() : screen_({.width = 2600, .height = 1500}) {
    setenv("XDG_STATE_HOME", folder_.file("state").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    start_service();
  }

  void start_service() {
    const std::string listen = address_.empty() ? "127.0.0.1:0" : address_;
    std::ofstream(folder_.file("aandachtd.log"), std::ios::trunc);
    service_.emplace(std::vector<std::string>{absl::StrCat(kBin, "/aandachtd"), "--tokens", "off", "--listen", listen,
                                              "--store", absl::StrCat("sqlite:", folder_.file("console.db"))},
                     folder_.file("aandachtd.log"));
    REQUIRE(eventually([&] { return listens(); }));
  }

  void kill_service() {
    kill(service_->pid(), SIGKILL);
    service_->wait();
    service_.reset();
  }

  void start_console(std::vector<std::string> more = {}) {
    std::ofstream(text_log(), std::ios::trunc);
    std::vector<std::string> words{absl::StrCat(kBin, "/", kClass),
                                   "--server",
                                   address_,
                                   "--lang",
                                   "nl",
                                   "--scale",
                                   "1",
                                   "--text-log",
                                   text_log()};
    words.insert(words.end(), more.begin(), more.end());
    console_.emplace(std::move(words), folder_.file("console.log"));
    REQUIRE(eventually([&] { return screen_.window_of_class(kClass) != 0; }));
    REQUIRE(screen_.xdotool({"windowactivate", "--sync", std::to_string(window())}));
  }

  /// As its close button does.
  int close_console() {
    kill(console_->pid(), SIGTERM);
    const int code = console_->wait();
    console_.reset();
    return code;
  }

  bool console_shows(const std::string& text) {
    const bool shown = eventually([&] { return absl::StrContains(console(), text); });
    UNSCOPED_INFO("looking for \"" << text << "\" in\n" << console());
    return shown;
  }

  bool console_shows_no(const std::string& text) {
    return eventually([&] { return !console().empty() && !absl::StrContains(console(), text); });
  }

  void press(const std::string& key) { REQUIRE(screen_.xdotool({"key", key})); }

  void resize(int width, int height) {
    REQUIRE(screen_.xdotool({"windowsize", std::to_string(window()), std::to_string(width), std::to_string(height)}));
  }

  render::Rect place() { return screen_.place_of(window()); }

  /// The words of the last frame, a run of them a line.
  std::string console() {
    std::ifstream file(text_log());
    std::string frame;
    for (std::string line; std::getline(file, line);) {
      if (absl::StartsWith(line, "frame ")) {
        frame.clear();
        continue;
      }
      std::istringstream words(line);
      int number = 0;
      for (int i = 0; i < 4; ++i) words >> number;
      std::string text;
      std::getline(words >> std::ws, text);
      absl::StrAppend(&frame, text, "\n");
    }
    return frame;
  }

 private:
  X11Window window() { return screen_.window_of_class(kClass); }

  bool listens() {
    const std::string log = slurp(folder_.file("aandachtd.log"));
    const std::string mark = "listening on ";
    const std::size_t at = log.find(mark);
    const std::size_t end = log.find('\n', at);
    if (at == std::string::npos || end == std::string::npos) return false;
    address_ = log.substr(at + mark.size(), end - at - mark.size());
    return true;
  }

  [[nodiscard]] std::string text_log() const { return folder_.file("console.txt"); }

  TemporaryFolder folder_;
  XScreen screen_;
  std::string address_;
  std::optional<Child> service_;
  std::optional<Child> console_;
};

}  // namespace

TEST_CASE("the console's pages are reached by keys, one after another and each by its own") {
  Office office;
  office.start_console();
  REQUIRE(office.console_shows("verbonden"));
  REQUIRE(office.console_shows("Nog niemand aan het werk"));
  office.press("ctrl+2");
  CHECK(office.console_shows("Een bericht sturen"));
  office.press("ctrl+3");
  CHECK(office.console_shows("Regels"));
  office.press("ctrl+0");
  CHECK(office.console_shows("hoog contrast"));
  office.press("ctrl+Tab");
  CHECK(office.console_shows("Nog niemand aan het werk"));
  office.press("ctrl+shift+Tab");
  CHECK(office.console_shows("hoog contrast"));
}

TEST_CASE("the console is drawn from its smallest size to a wall screen, and not smaller") {
  Office office;
  office.start_console();
  REQUIRE(office.console_shows("verbonden"));
  office.resize(2560, 1440);
  CHECK(eventually([&] { return office.place().width() == 2560 && office.place().height() == 1440; }));
  CHECK(office.console_shows("Nog niemand aan het werk"));
  office.resize(300, 200);
  CHECK(eventually([&] { return office.place().width() == 900 && office.place().height() == 600; }));
  CHECK(office.console_shows("Nog niemand aan het werk"));
}

TEST_CASE("while the service is away the console says what still works, and goes on when it is back") {
  Office office;
  office.start_console();
  REQUIRE(office.console_shows("verbonden"));
  office.kill_service();
  CHECK(office.console_shows("De dienst is even niet te bereiken."));
  CHECK(office.console_shows("geen verbinding"));
  office.press("ctrl+0");
  CHECK(office.console_shows("hoog contrast"));
  office.start_service();
  CHECK(office.console_shows_no("De dienst is even niet te bereiken."));
  CHECK(office.console_shows("verbonden"));
}

TEST_CASE("the console opens with the size and the page it was closed with, unless it is told another page") {
  Office office;
  office.start_console();
  REQUIRE(office.console_shows("verbonden"));
  office.resize(1000, 700);
  REQUIRE(eventually([&] { return office.place().width() == 1000; }));
  office.press("ctrl+3");
  REQUIRE(office.console_shows("Regels"));
  CHECK(office.close_console() == 0);
  office.start_console();
  CHECK(office.console_shows("Regels"));
  CHECK(office.place().width() == 1000);
  CHECK(office.place().height() == 700);
  CHECK(office.close_console() == 0);
  office.start_console({"--page", "settings"});
  CHECK(office.console_shows("hoog contrast"));
}

}  // namespace aandacht::test
