// The console in a real window: its pages by keys, its size, and a service that goes away and comes back.
#include <signal.h>

#include <fstream>
#include <optional>

#include "absl/strings/str_cat.h"
#include "tests/e2e/console_screen.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

constexpr const char* kBin = AANDACHT_BIN_DIR;

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

  void start_console(const std::vector<std::string>& more = {}) { console_.start(address_, more); }

  /// As its close button does.
  int close_console() { return console_.close(); }

  bool console_shows(const std::string& text) { return console_.shows(text); }

  void click(const std::string& text) { console_.click(text); }

  std::optional<int> left_of(const std::string& text) const { return console_.left_of(text); }

  bool console_shows_no(const std::string& text) { return console_.shows_no(text); }

  void press(const std::string& key) { console_.press(key); }

  void resize(int width, int height) {
    REQUIRE(screen_.xdotool({"windowsize", std::to_string(window()), std::to_string(width), std::to_string(height)}));
  }

  render::Rect place() { return screen_.place_of(window()); }

 private:
  X11Window window() { return console_.window(); }

  bool listens() {
    const std::optional<std::string> told = listening_address(folder_.file("aandachtd.log"));
    if (told) address_ = *told;
    return told.has_value();
  }

  TemporaryFolder folder_;
  XScreen screen_;
  ConsoleScreen console_{screen_, folder_.path()};
  std::string address_;
  std::optional<Child> service_;
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

TEST_CASE("another size holds at once, of what is drawn and of how small the window may be") {
  Office office;
  office.start_console({"--page", "settings"});
  REQUIRE(office.console_shows("100 %"));
  const std::optional<int> before = office.left_of("+");
  office.resize(1600, 1000);
  REQUIRE(eventually([&] { return office.left_of("+") && office.left_of("+") != before; }));  // Drawn for that width.
  REQUIRE(eventually([&] { return office.place().width() == 1600; }));
  office.click("+");
  REQUIRE(office.console_shows("125 %"));
  CHECK(office.console_shows_no("vanaf de volgende keer"));
  office.click("Kleuren");  // Where words are is told anew: what is pressed is what stands there now.
  CHECK(office.place().width() == 1600);
  office.resize(300, 200);
  CHECK(eventually([&] { return office.place().width() == 1125 && office.place().height() == 750; }));
  CHECK(office.console_shows("125 %"));
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
